/** Lark as the bot uses it: the `Chat` port over the SDK's client. */
import { leftOutWords } from "../chat/left-out.ts";
import { type Chat, ChatError, type FormOpening, type Pictures, type Profile } from "../chat/ports.ts";
import type { ChatDirectory } from "./chat-directory.ts";
import type { CallLark } from "./client.ts";
import { postFile, readFile } from "./files.ts";
import { findMessage } from "./find-message.ts";
import { LIMITS } from "./limits.ts";
import type { Log } from "./log.ts";
import { LarkRefusal } from "./platform-error.ts";
import { leftOutOf, markOf } from "./render-card.ts";
import { type SendContext, sendCard } from "./send-card.ts";
import { createSender } from "./send-message.ts";
import { createPictureUpload } from "./upload-pictures.ts";

interface LarkChatParts {
  call: CallLark;
  chats: ChatDirectory;
  /** a card that breaks a rule throws; otherwise it is logged and goes out in its shortest form */
  strict: boolean;
  /** where links into the app begin, such as `https://applink.feishu.cn` */
  appLink: string;
  log: Log;
}

/** Lark tells nothing about people of other companies. */
const NO_AUTHORITY = 41050;
const PAGE = 100;

export function createLarkChat({ call, chats, strict, appLink, log }: LarkChatParts): Chat {
  const send = createSender(call, chats);
  const uploadPictures = createPictureUpload(call, log);
  const sending = async (pictures: Pictures | undefined): Promise<SendContext> => ({
    strict,
    log,
    pictures: await uploadPictures(pictures),
  });
  const post: Chat["post"] = async (posting) =>
    await sendCard(posting, await sending(posting.pictures), (content) =>
      send(posting.to, { type: "interactive", content, key: posting.key }),
    );
  return {
    platform: "lark",
    cardDays: LIMITS.cardDays,
    post,
    leftOut: (card, reading) => leftOutOf(card, leftOutWords(reading)),
    async update(message, posting) {
      await sendCard(posting, await sending(posting.pictures), (content) =>
        call((client) => client.im.v1.message.patch({ path: { message_id: message.id }, data: { content } })),
      );
    },
    find: (key, to, since) => findMessage(call, chats, markOf(key), to, since),
    // Lark has links to chats, not to messages
    linkTo: ({ chat }) =>
      Promise.resolve(`${appLink}/client/chat/open?openChatId=${encodeURIComponent(chat)}`),
    postFile: (posting) => postFile(call, chats, send, posting),
    readFile: (file, limitBytes) => readFile(call, file, limitBytes),
    async open({ form, reading, to, key }: FormOpening) {
      // the card's title says it: a second one below would only repeat it
      const body = [{ kind: "form" as const, form: { ...form, title: "" }, open: form.submit }];
      await post({ to, card: { title: form.title, tone: "info", summary: form.title, body }, reading, key });
    },
    resolveUser: (user) => resolveUser(call, user),
    findUsers: (emails) => findUsers(call, emails),
    listChats: () => listChats(call),
  };
}

async function resolveUser(call: CallLark, user: string): Promise<Profile> {
  try {
    const { data } = await call((client) =>
      client.contact.v3.user.get({ path: { user_id: user }, params: { user_id_type: "open_id" } }),
    );
    const person = data?.user;
    const email = person?.email || person?.enterprise_email;
    return { name: person?.name || nameless(user), ...(email ? { email } : {}) };
  } catch (error) {
    const refused = error instanceof ChatError && error.cause instanceof LarkRefusal ? error.cause.code : 0;
    if (refused === NO_AUTHORITY) return { name: nameless(user) };
    throw error;
  }
}

/** Emails a look-up takes at once. */
const EMAILS_A_CALL = 50;

async function findUsers(call: CallLark, emails: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let from = 0; from < emails.length; from += EMAILS_A_CALL) {
    const { data } = await call((client) =>
      client.contact.v3.user.batchGetId({
        params: { user_id_type: "open_id" },
        data: { emails: emails.slice(from, from + EMAILS_A_CALL) },
      }),
    );
    for (const { email, user_id: id } of data?.user_list ?? []) {
      if (email !== undefined && id !== undefined && id !== "") found.set(email.toLowerCase(), id);
    }
  }
  return found;
}

const nameless = (user: string): string => `Lark · ${user.slice(-4)}`;

async function listChats(call: CallLark): Promise<{ id: string; name: string }[]> {
  const found: { id: string; name: string }[] = [];
  let token: string | undefined;
  do {
    const pageToken = token;
    const { data } = await call((client) =>
      client.im.v1.chat.list({
        params: { page_size: PAGE, ...(pageToken === undefined ? {} : { page_token: pageToken }) },
      }),
    );
    for (const { chat_id: id, name = "" } of data?.items ?? [])
      if (id !== undefined) found.push({ id, name });
    token = data?.has_more === true && data.page_token ? data.page_token : undefined;
  } while (token !== undefined);
  return found;
}

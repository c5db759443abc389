/** The Slack side of the `Chat` port: cards out, files both ways, people and channels looked up. */
import type { webApi } from "@slack/bolt";
import { Temporal } from "temporal-polyfill";
import { leftOutWords } from "../chat/left-out.ts";
import {
  type Chat,
  ChatError,
  type Destination,
  type MessageRef,
  type Pictures,
  type Profile,
} from "../chat/ports.ts";
import type { Reading } from "../chat/reading.ts";
import { checkView } from "./check-payload.ts";
import { leftOutOf } from "./draw-card.ts";
import { drawForm } from "./draw-form.ts";
import { downloadFile, isShared, uploadFile } from "./files.ts";
import type { Log } from "./log.ts";
import { mapError } from "./map-error.ts";
import { hasKey } from "./message-key.ts";
import { postCard } from "./post-card.ts";
import { publishHome } from "./publish-home.ts";
import { type SendContext, sendCard } from "./send-card.ts";
import { createPictureUpload } from "./upload-pictures.ts";

/** How far the bot's clock and Slack's may differ when a lost message is looked for. */
const CLOCK_DIFFERENCE = Temporal.Duration.from({ minutes: 1 });

interface ChatOptions {
  client: webApi.WebClient;
  token: string;
  /** a payload that breaks a rule of Slack is an error instead of going out shortened */
  strict: boolean;
  log: Log;
}

export function createChat({ client, token, strict, log }: ChatOptions): Chat {
  const uploadPictures = createPictureUpload(client, log);
  const sending = async (reading: Reading, pictures: Pictures | undefined): Promise<SendContext> => ({
    client,
    strict,
    log,
    words: leftOutWords(reading),
    pictures: await uploadPictures(pictures),
  });
  return {
    platform: "slack",

    post: (posting) =>
      orChatError(async () => postCard(posting, await sending(posting.reading, posting.pictures))),

    leftOut: (card, reading) => leftOutOf(card, leftOutWords(reading)),

    update: (message, { card, reading, pictures }) =>
      orChatError(async () => {
        await sendCard(card, await sending(reading, pictures), ({ text, blocks }) =>
          client.chat.update({ channel: message.chat, ts: message.id, text, blocks }),
        );
      }),

    publishHome: (user, { card, reading }) =>
      orChatError(async () => publishHome(user, card, await sending(reading, undefined))),

    find: (key, to, since) => orChatError(() => findMessage(client, key, to, since)),

    linkTo: ({ chat, id }) =>
      orChatError(async () => {
        const { permalink } = await client.chat.getPermalink({ channel: chat, message_ts: id });
        if (permalink === undefined) throw new ChatError("message-not-found", "Slack gave no link");
        return permalink;
      }),

    postFile: (posting) =>
      orChatError(async () => {
        if (posting.begun === undefined || !(await isShared(client, posting.begun))) {
          await uploadFile(client, posting, await channelOf(client, posting.to));
        }
        // Slack shares the file some time later and does not say under which ts
        return undefined;
      }),

    readFile: (file, limitBytes) => orChatError(() => downloadFile(client, token, file, limitBytes)),

    open: ({ form, reading, to, trigger }) =>
      orChatError(async () => {
        if (trigger === undefined)
          throw new ChatError("trigger-expired", "A form opens at a click or a command only");
        const view = drawForm(form, to, leftOutWords(reading));
        const problems = checkView(view);
        // half a form would lose what a person types, so there is no shorter one
        if (problems.length > 0)
          throw new ChatError("card-invalid", `The form breaks Slack's rules: ${problems.join("; ")}`);
        await client.views.open({ trigger_id: trigger, view });
      }),

    resolveUser: (user) => orChatError(() => readProfile(client, user)),

    findUsers: (emails) => orChatError(() => findUsers(client, emails)),

    listChats: () => orChatError(() => listChannels(client)),
  };
}

/** The channel id of a destination; the private chat with a user is opened, which changes nothing if it is there. */
async function channelOf(client: webApi.WebClient, to: Destination): Promise<string> {
  const user = to.onlyFor ?? to.user;
  if (user === undefined) return to.chat ?? "";
  const { channel } = await client.conversations.open({ users: user });
  if (channel?.id === undefined)
    throw new ChatError("chat-not-found", `Slack opens no private chat with ${user}`);
  return channel.id;
}

async function findMessage(
  client: webApi.WebClient,
  key: string,
  to: Destination,
  since: Temporal.Instant,
): Promise<MessageRef | undefined> {
  // Slack keeps no ephemeral message; one that had to go out privately instead is in the private chat
  const channel = await channelOf(client, to);
  const oldest = String(since.subtract(CLOCK_DIFFERENCE).epochMilliseconds / 1_000);
  const page = { channel, oldest, inclusive: true, include_all_metadata: true, limit: 100 };
  const inThread = to.thread !== undefined && to.onlyFor === undefined ? to.thread : undefined;
  let cursor: string | undefined;
  do {
    const next = cursor === undefined ? page : { ...page, cursor };
    const answer =
      inThread === undefined
        ? await client.conversations.history(next)
        : await client.conversations.replies({ ...next, ts: inThread });
    const found = answer.messages?.find(({ metadata }) => hasKey(metadata, key));
    if (found?.ts !== undefined) return { chat: channel, id: found.ts };
    cursor = answer.response_metadata?.next_cursor || undefined;
  } while (cursor !== undefined);
  return undefined;
}

async function readProfile(client: webApi.WebClient, user: string): Promise<Profile> {
  const { user: found } = await client.users.info({ user, include_locale: true });
  const locale = found?.locale ?? "";
  return {
    name: found?.profile?.real_name || found?.real_name || found?.name || user,
    email: found?.profile?.email,
    language: locale.startsWith("zh") ? "zh-CN" : locale.startsWith("en") ? "en" : undefined,
    zone: found?.tz,
  };
}

/** What is found before Slack asks for a rest is worth having: the others are asked for at the next start. */
async function findUsers(client: webApi.WebClient, emails: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const email of emails) {
    try {
      const { user } = await client.users.lookupByEmail({ email });
      if (user?.id !== undefined) found.set(email, user.id);
    } catch (error) {
      if (mapError(error).code === "rate-limited") break;
      if (!isUnknownEmail(error)) throw error;
    }
  }
  return found;
}

function isUnknownEmail(error: unknown): boolean {
  return error instanceof Error && error.message.includes("users_not_found");
}

async function listChannels(client: webApi.WebClient): Promise<{ id: string; name: string }[]> {
  const page = { types: "public_channel,private_channel", exclude_archived: true, limit: 200 };
  const channels: { id: string; name: string }[] = [];
  let cursor: string | undefined;
  do {
    const answer = await client.users.conversations(cursor === undefined ? page : { ...page, cursor });
    for (const { id, name } of answer.channels ?? [])
      if (id !== undefined) channels.push({ id, name: name ?? id });
    cursor = answer.response_metadata?.next_cursor || undefined;
  } while (cursor !== undefined);
  return channels;
}

async function orChatError<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw mapError(error);
  }
}

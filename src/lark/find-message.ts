/** Looks for a message whose answer was lost, by the mark that its key left in a card, or by the key of its file. */
import type { Temporal } from "temporal-polyfill";
import { ChatError, type Destination, type MessageRef } from "../chat/ports.ts";
import type { ChatDirectory } from "./chat-directory.ts";
import type { CallLark } from "./client.ts";

interface Container {
  type: "chat" | "thread";
  id: string;
}

const PAGE = 50;
/** 1,000 messages: more would not be a search for something just sent. */
const PAGES = 20;
/** Clocks differ a little. */
const MARGIN_SECONDS = 60;

/**
 * @param mark what the message's content holds and no other's does
 * @param since where the search begins
 * @returns undefined when there is none, and for a private chat that nothing passed through since the start
 */
export async function findMessage(
  call: CallLark,
  chats: ChatDirectory,
  mark: string,
  to: Destination,
  since: Temporal.Instant,
): Promise<MessageRef | undefined> {
  const chat = chatOf(chats, to);
  if (chat === undefined) return undefined;
  const from = Math.floor(since.epochMilliseconds / 1_000) - MARGIN_SECONDS;
  const inChat = await search(call, { type: "chat", id: chat }, mark, from);
  if (inChat !== undefined || to.thread === undefined) return inChat;
  const thread = await threadOf(call, to.thread);
  return thread === undefined ? undefined : await search(call, { type: "thread", id: thread }, mark, from);
}

function chatOf(chats: ChatDirectory, to: Destination): string | undefined {
  const person = to.onlyFor ?? to.user ?? (to.chat?.startsWith("ou_") ? to.chat : undefined);
  return person === undefined ? to.chat : chats.directChatOf(person);
}

async function search(
  call: CallLark,
  { type, id }: Container,
  mark: string,
  from: number,
): Promise<MessageRef | undefined> {
  let token: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const pageToken = token;
    const { data } = await call((client) =>
      client.im.v1.message.list({
        params: {
          container_id_type: type,
          container_id: id,
          // a thread takes no times
          ...(type === "chat" ? { start_time: String(from) } : {}),
          sort_type: "ByCreateTimeDesc",
          page_size: PAGE,
          // without it Lark gives back a card's texts only
          card_msg_content_type: "user_card_content",
          ...(pageToken === undefined ? {} : { page_token: pageToken }),
        },
      }),
    );
    const items = data?.items ?? [];
    const found = items.find((item) => item.deleted !== true && item.body?.content.includes(mark) === true);
    if (found?.message_id !== undefined) return { chat: found.chat_id ?? id, id: found.message_id };
    const oldest = Number(items.at(-1)?.create_time ?? 0);
    if (data?.has_more !== true || !data.page_token || oldest < from * 1_000) return undefined;
    token = data.page_token;
  }
  return undefined;
}

/** The thread under a message; undefined when it has none, or is gone. */
async function threadOf(call: CallLark, root: string): Promise<string | undefined> {
  try {
    const { data } = await call((client) => client.im.v1.message.get({ path: { message_id: root } }));
    return data?.items?.[0]?.thread_id;
  } catch (error) {
    if (error instanceof ChatError && error.code === "message-not-found") return undefined;
    throw error;
  }
}

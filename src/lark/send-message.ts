/** Sends one message where it belongs: into a chat, to a person, or into a thread; the same key sends once. */
import { createHash } from "node:crypto";
import { ChatError, type Destination, type MessageRef } from "../chat/ports.ts";
import type { ChatDirectory } from "./chat-directory.ts";
import type { CallLark } from "./client.ts";
import { LarkRefusal } from "./platform-error.ts";

interface Outgoing {
  type: "interactive" | "file" | "post";
  /** JSON text */
  content: string;
  /** made into Lark's uuid: within an hour the same one sends once */
  key: string;
}

interface Sent {
  message_id?: string | undefined;
  chat_id?: string | undefined;
}

/** Groups, and messages of some kinds, that take answers but no threads. */
const NO_THREADS: ReadonlySet<number> = new Set([230071, 230072]);

export function createSender(call: CallLark, chats: ChatDirectory) {
  return async (to: Destination, outgoing: Outgoing): Promise<MessageRef> => {
    const alone = to.onlyFor ?? to.user;
    if (alone !== undefined) return await create(call, chats, alone, outgoing);
    if (to.chat === undefined) throw new ChatError("chat-not-found", "A message needs a chat or a person.");
    return to.thread === undefined
      ? await create(call, chats, to.chat, outgoing)
      : await reply(call, to.chat, to.thread, outgoing);
  };
}

function uuidOf(key: string): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 32);
}

/** @param receiver a chat id, or an open_id for the private chat with that person */
async function create(
  call: CallLark,
  chats: ChatDirectory,
  receiver: string,
  { type, content, key }: Outgoing,
): Promise<MessageRef> {
  const toPerson = receiver.startsWith("ou_");
  const answer = await call((client) =>
    client.im.v1.message.create({
      params: { receive_id_type: toPerson ? "open_id" : "chat_id" },
      data: { receive_id: receiver, msg_type: type, content, uuid: uuidOf(key) },
    }),
  );
  const sent = refOf(answer.data, receiver);
  if (toPerson) chats.learn(sent.chat, "direct", receiver);
  return sent;
}

async function reply(call: CallLark, chat: string, root: string, outgoing: Outgoing): Promise<MessageRef> {
  const { type, content, key } = outgoing;
  const send = (inThread: boolean) =>
    call((client) =>
      client.im.v1.message.reply({
        path: { message_id: root },
        data: { msg_type: type, content, uuid: uuidOf(key), reply_in_thread: inThread },
      }),
    );
  const answer = await send(true).catch((error: unknown) => {
    if (isNoThreads(error)) return send(false);
    throw error;
  });
  return refOf(answer.data, chat);
}

function isNoThreads(error: unknown): boolean {
  return error instanceof ChatError && error.cause instanceof LarkRefusal && NO_THREADS.has(error.cause.code);
}

function refOf(sent: Sent | undefined, chat: string): MessageRef {
  if (sent?.message_id === undefined) {
    throw new ChatError("unreachable", "Lark's answer names no message.", {
      retryable: true,
      maybeSent: true,
    });
  }
  return { chat: sent.chat_id ?? chat, id: sent.message_id };
}

/** What is known of the bot's chats: which are private, and with whom. Learned from what passes by, asked for once otherwise. */

import type { CallLark } from "./client.ts";
import { recordAt } from "./json.ts";

type ChatKind = "direct" | "group";

export interface ChatDirectory {
  /** @param user open_id of the person a private chat belongs to */
  learn(chat: string, kind: ChatKind, user?: string): void;
  /** A chat Lark tells nothing about counts as a group: what is private must not be shown there. */
  kindOf(chat: string): Promise<ChatKind>;
  /** The private chat with a person, once anything passed through it. */
  directChatOf(user: string): string | undefined;
}

/** A click waits for its answer, so asking must be quick. */
const ASK_MS = 1_500;

export function createChatDirectory(call: CallLark): ChatDirectory {
  const kinds = new Map<string, ChatKind>();
  const direct = new Map<string, string>();
  const learn: ChatDirectory["learn"] = (chat, kind, user) => {
    kinds.set(chat, kind);
    if (kind === "direct" && user !== undefined) direct.set(user, chat);
  };
  return {
    learn,
    directChatOf: (user) => direct.get(user),
    async kindOf(chat) {
      const known = kinds.get(chat);
      if (known !== undefined) return known;
      const asked = await within(ASK_MS, askKind(call, chat));
      if (asked !== undefined) learn(chat, asked);
      return asked ?? "group";
    },
  };
}

async function askKind(call: CallLark, chat: string): Promise<ChatKind | undefined> {
  try {
    const answer = await call((client) => client.im.v1.chat.get({ path: { chat_id: chat } }));
    const { chat_mode: mode } = recordAt({ ...answer }, "data");
    return mode === "p2p" ? "direct" : "group";
  } catch {
    // not allowed to look: the caller takes the careful answer
    return undefined;
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

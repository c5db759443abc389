/** The chats that the bot is in. */
import { and, asc, eq } from "drizzle-orm";
import type { PlatformName } from "../chat/ports.ts";
import type { Querier } from "./database.ts";
import { chats } from "./schema.ts";

export type KnownChat = typeof chats.$inferSelect;

export async function chatKnown(
  db: Querier,
  platform: PlatformName,
  chatId: string,
): Promise<KnownChat | undefined> {
  const rows = await db
    .select()
    .from(chats)
    .where(and(eq(chats.platform, platform), eq(chats.chatId, chatId)));
  return rows[0];
}

export async function chatsOn(db: Querier, platform: PlatformName): Promise<KnownChat[]> {
  return db.select().from(chats).where(eq(chats.platform, platform)).orderBy(asc(chats.name));
}

/** Says in which zone a chat reads times. */
export async function setChatZone(
  db: Querier,
  platform: PlatformName,
  chatId: string,
  zone: string,
): Promise<void> {
  await db
    .update(chats)
    .set({ zone })
    .where(and(eq(chats.platform, platform), eq(chats.chatId, chatId)));
}

/** Remembers a chat; a renamed one gets its new name, its language and zone stay as people set them. */
export async function rememberChat(db: Querier, chat: KnownChat): Promise<void> {
  await db
    .insert(chats)
    .values(chat)
    .onConflictDoUpdate({
      target: [chats.platform, chats.chatId],
      set: { name: chat.name, seenAt: chat.seenAt },
    });
}

/** The bot is in this chat no more: forms do not offer it. */
export async function forgetChat(db: Querier, platform: PlatformName, chatId: string): Promise<void> {
  await db.delete(chats).where(and(eq(chats.platform, platform), eq(chats.chatId, chatId)));
}

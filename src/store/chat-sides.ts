/** Whose a group is, where somebody said so. */
import { and, eq, sql } from "drizzle-orm";
import type { PlatformName } from "../chat/ports.ts";
import { prepared, type Querier, type Transaction } from "./database.ts";
import { chatSides } from "./schema.ts";

/** The agency that reads along with the brand, "" for the brand alone; undefined while nobody said. */
export async function sideOfChat(
  db: Querier,
  platform: PlatformName,
  chatId: string,
): Promise<string | undefined> {
  const query = prepared(db, "side-of-chat", (name) =>
    db
      .select({ agency: chatSides.agency })
      .from(chatSides)
      .where(
        and(
          eq(chatSides.platform, sql.placeholder("platform")),
          eq(chatSides.chatId, sql.placeholder("chatId")),
        ),
      )
      .prepare(name),
  );
  const rows = await query.execute({ platform, chatId });
  return rows[0]?.agency;
}

export async function saveChatSide(tx: Transaction, side: typeof chatSides.$inferInsert): Promise<void> {
  const { agency, setBy, setAt } = side;
  await tx
    .insert(chatSides)
    .values(side)
    .onConflictDoUpdate({
      target: [chatSides.platform, chatSides.chatId],
      set: { agency, setBy, setAt },
    });
}

/** Nobody has said any more whose it is. */
export async function deleteChatSide(tx: Transaction, platform: PlatformName, chatId: string): Promise<void> {
  await tx.delete(chatSides).where(and(eq(chatSides.platform, platform), eq(chatSides.chatId, chatId)));
}

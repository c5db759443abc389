/** Files the bot made. */
import { eq } from "drizzle-orm";
import type { Querier } from "./database.ts";
import { files } from "./schema.ts";

export async function insertFile(db: Querier, file: typeof files.$inferInsert): Promise<void> {
  await db.insert(files).values(file).onConflictDoNothing();
}

export async function fileById(db: Querier, id: string) {
  const rows = await db.select().from(files).where(eq(files.id, id));
  return rows[0];
}

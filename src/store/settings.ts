/** Small facts about the installation. */
import { eq } from "drizzle-orm";
import type { Querier } from "./database.ts";
import { settings } from "./schema.ts";

export async function readSetting(db: Querier, name: string): Promise<unknown> {
  const rows = await db.select({ value: settings.value }).from(settings).where(eq(settings.name, name));
  return rows[0]?.value;
}

export async function writeSetting(db: Querier, name: string, value: unknown): Promise<void> {
  await db
    .insert(settings)
    .values({ name, value })
    .onConflictDoUpdate({ target: settings.name, set: { value } });
}

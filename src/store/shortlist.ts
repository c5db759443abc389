/** The shortlist of a campaign. */
import { and, asc, eq } from "drizzle-orm";
import type { Querier } from "./database.ts";
import { creators, shortlistEntries, vettings } from "./schema.ts";

/** @returns false when the creator is on the list already */
export async function insertShortlistEntry(
  db: Querier,
  entry: typeof shortlistEntries.$inferInsert,
): Promise<boolean> {
  const rows = await db
    .insert(shortlistEntries)
    .values(entry)
    .onConflictDoNothing()
    .returning({ id: shortlistEntries.creatorId });
  return rows.length > 0;
}

export async function shortlistEntry(db: Querier, campaignId: string, creatorId: string) {
  const rows = await db
    .select()
    .from(shortlistEntries)
    .where(and(eq(shortlistEntries.campaignId, campaignId), eq(shortlistEntries.creatorId, creatorId)));
  return rows[0];
}

/** The shortlist with each creator's vetting, in the order of adding. */
export async function shortlistOf(db: Querier, campaignId: string) {
  return db
    .select({ entry: shortlistEntries, creator: creators, vetting: vettings })
    .from(shortlistEntries)
    .innerJoin(creators, eq(creators.id, shortlistEntries.creatorId))
    .innerJoin(vettings, eq(vettings.id, shortlistEntries.vettingId))
    .where(eq(shortlistEntries.campaignId, campaignId))
    .orderBy(asc(shortlistEntries.addedAt), asc(shortlistEntries.creatorId));
}

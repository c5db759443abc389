/** Briefs: one row a version. */
import { and, desc, eq } from "drizzle-orm";
import type { Querier, Transaction } from "./database.ts";
import { lockFor } from "./locks.ts";
import { briefs } from "./schema.ts";

export type Brief = typeof briefs.$inferSelect;

/** Versions of one creator's brief are made one after the other until the transaction ends. */
export async function lockBriefs(tx: Transaction, campaignId: string, creatorId: string): Promise<void> {
  await lockFor(tx, "briefs", `${campaignId} ${creatorId}`);
}

export async function insertBrief(tx: Transaction, brief: Brief): Promise<void> {
  await tx.insert(briefs).values(brief);
}

export async function briefById(db: Querier, id: string): Promise<Brief | undefined> {
  const rows = await db.select().from(briefs).where(eq(briefs.id, id));
  return rows[0];
}

/** The newest version for a creator in a campaign. */
export async function latestBrief(
  db: Querier,
  campaignId: string,
  creatorId: string,
): Promise<Brief | undefined> {
  const rows = await db
    .select()
    .from(briefs)
    .where(and(eq(briefs.campaignId, campaignId), eq(briefs.creatorId, creatorId)))
    .orderBy(desc(briefs.version))
    .limit(1);
  return rows[0];
}

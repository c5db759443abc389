/** Drafts with their versions and the decisions on them. */
import { and, count, eq } from "drizzle-orm";
import type { DraftState } from "../domain/drafts.ts";
import type { Querier, Transaction } from "./database.ts";
import { draftDecisions, drafts, draftVersions } from "./schema.ts";

export type StoredDraft = typeof drafts.$inferSelect;
export type DraftVersion = typeof draftVersions.$inferSelect;
export type StoredDecision = typeof draftDecisions.$inferSelect;

/** Locks a draft until the transaction ends: of two decisions at once, one waits and finds it decided. */
export async function lockDraft(tx: Transaction, id: string): Promise<StoredDraft | undefined> {
  const rows = await tx.select().from(drafts).where(eq(drafts.id, id)).for("update");
  return rows[0];
}

/** The draft of a creator in a campaign, locked until the transaction ends. */
export async function lockDraftOf(
  tx: Transaction,
  campaignId: string,
  creatorId: string,
): Promise<StoredDraft | undefined> {
  const rows = await tx
    .select()
    .from(drafts)
    .where(and(eq(drafts.campaignId, campaignId), eq(drafts.creatorId, creatorId)))
    .for("update");
  return rows[0];
}

/** @returns false when this creator has a draft in this campaign already */
export async function insertDraft(tx: Transaction, draft: StoredDraft): Promise<boolean> {
  const rows = await tx.insert(drafts).values(draft).onConflictDoNothing().returning({ id: drafts.id });
  return rows.length > 0;
}

export async function updateDraft(
  tx: Transaction,
  id: string,
  change: Pick<StoredDraft, "state" | "version" | "round">,
): Promise<void> {
  await tx.update(drafts).set(change).where(eq(drafts.id, id));
}

export async function insertDraftVersion(tx: Transaction, version: DraftVersion): Promise<void> {
  await tx.insert(draftVersions).values(version);
}

export async function draftVersion(
  db: Querier,
  draftId: string,
  version: number,
): Promise<DraftVersion | undefined> {
  const rows = await db
    .select()
    .from(draftVersions)
    .where(and(eq(draftVersions.draftId, draftId), eq(draftVersions.version, version)));
  return rows[0];
}

export async function insertDraftDecision(tx: Transaction, decision: StoredDecision): Promise<void> {
  await tx.insert(draftDecisions).values(decision);
}

export async function draftDecision(
  db: Querier,
  draftId: string,
  version: number,
): Promise<StoredDecision | undefined> {
  const rows = await db
    .select()
    .from(draftDecisions)
    .where(and(eq(draftDecisions.draftId, draftId), eq(draftDecisions.version, version)));
  return rows[0];
}

/** How many drafts of a campaign are in each state. */
export async function draftCounts(db: Querier, campaignId: string): Promise<Record<DraftState, number>> {
  const rows = await db
    .select({ state: drafts.state, count: count() })
    .from(drafts)
    .where(eq(drafts.campaignId, campaignId))
    .groupBy(drafts.state);
  const counts = { "in-review": 0, "changes-requested": 0, approved: 0, withdrawn: 0 };
  for (const row of rows) counts[row.state] = row.count;
  return counts;
}

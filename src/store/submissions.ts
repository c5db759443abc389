/** Submitted lists and the brand's decisions on their rows. */
import { and, asc, desc, eq, inArray, isNull, max, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Querier, Transaction } from "./database.ts";
import { lockFor } from "./locks.ts";
import { campaigns, creators, submissionRows, submissions, vettings } from "./schema.ts";

export type Submission = typeof submissions.$inferSelect;
export type SubmissionRow = typeof submissionRows.$inferSelect;

/** Submitting and deciding in one campaign happen one after the other until the transaction ends. */
export async function lockLists(tx: Transaction, campaignId: string): Promise<void> {
  await lockFor(tx, "lists", campaignId);
}

export async function insertSubmission(
  tx: Transaction,
  submission: Submission,
  rows: readonly SubmissionRow[],
): Promise<void> {
  await tx.insert(submissions).values(submission);
  await tx.insert(submissionRows).values([...rows]);
}

export async function submissionById(db: Querier, id: string): Promise<Submission | undefined> {
  const rows = await db.select().from(submissions).where(eq(submissions.id, id));
  return rows[0];
}

/** All lists of a campaign, the newest first. */
export async function submissionsOf(db: Querier, campaignId: string): Promise<Submission[]> {
  return db
    .select()
    .from(submissions)
    .where(eq(submissions.campaignId, campaignId))
    .orderBy(desc(submissions.number));
}

export async function nextNumber(db: Querier, campaignId: string): Promise<number> {
  const rows = await db
    .select({ last: max(submissions.number) })
    .from(submissions)
    .where(eq(submissions.campaignId, campaignId));
  return (rows[0]?.last ?? 0) + 1;
}

/** A list's rows in their order, with whom and what they are about. */
export async function rowsOf(db: Querier, submissionId: string) {
  return db
    .select({ row: submissionRows, creator: creators, vetting: vettings })
    .from(submissionRows)
    .innerJoin(creators, eq(creators.id, submissionRows.creatorId))
    .innerJoin(vettings, eq(vettings.id, submissionRows.vettingId))
    .where(eq(submissionRows.submissionId, submissionId))
    .orderBy(asc(submissionRows.position));
}

/** Every row of every list of a campaign, the oldest list first. */
export async function campaignRows(db: Querier, campaignId: string) {
  return db
    .select({ row: submissionRows, submission: submissions })
    .from(submissionRows)
    .innerJoin(submissions, eq(submissions.id, submissionRows.submissionId))
    .where(eq(submissions.campaignId, campaignId))
    .orderBy(asc(submissions.number), asc(submissionRows.position));
}

export async function decideRows(
  tx: Transaction,
  submissionId: string,
  decided: readonly Pick<
    SubmissionRow,
    "creatorId" | "decision" | "comment" | "passedAmount" | "decidedBy" | "decidedAt"
  >[],
): Promise<void> {
  for (const { creatorId, ...change } of decided) {
    await tx
      .update(submissionRows)
      .set(change)
      .where(and(eq(submissionRows.submissionId, submissionId), eq(submissionRows.creatorId, creatorId)));
  }
}

export async function closeSubmission(tx: Transaction, id: string, at: Temporal.Instant): Promise<void> {
  await tx.update(submissions).set({ closedAt: at }).where(eq(submissions.id, id));
}

/** The lists in which these creators stand. */
export async function submissionsWith(
  db: Querier,
  campaignId: string,
  creatorIds: readonly string[],
): Promise<Submission[]> {
  const rows = await db
    .selectDistinct({ submission: submissions })
    .from(submissions)
    .innerJoin(submissionRows, eq(submissionRows.submissionId, submissions.id))
    .where(and(eq(submissions.campaignId, campaignId), inArray(submissionRows.creatorId, [...creatorIds])));
  return rows.map(({ submission }) => submission);
}

/** On whose list this creator was passed last; undefined while nobody has passed them. */
export async function passedOn(
  db: Querier,
  campaignId: string,
  creatorId: string,
): Promise<Pick<Submission, "agency" | "submittedBy"> | undefined> {
  const rows = await db
    .select({ agency: submissions.agency, submittedBy: submissions.submittedBy })
    .from(submissionRows)
    .innerJoin(submissions, eq(submissions.id, submissionRows.submissionId))
    .where(
      and(
        eq(submissions.campaignId, campaignId),
        eq(submissionRows.creatorId, creatorId),
        eq(submissionRows.decision, "pass"),
      ),
    )
    .orderBy(desc(submissionRows.decidedAt))
    .limit(1);
  return rows[0];
}

/** The agency whose list this creator was passed on last; "" for the brand's own, or while nobody is passed. */
export async function passedFor(db: Querier, campaignId: string, creatorId: string): Promise<string> {
  return (await passedOn(db, campaignId, creatorId))?.agency ?? "";
}

/** Lists of open campaigns on which something is still to be decided, the oldest first. */
export async function undecidedLists(db: Querier) {
  return db
    .select({
      submission: submissions,
      campaign: { id: campaigns.id, name: campaigns.name },
      open: sql<number>`count(*)::int`,
    })
    .from(submissions)
    .innerJoin(campaigns, eq(campaigns.id, submissions.campaignId))
    .innerJoin(submissionRows, eq(submissionRows.submissionId, submissions.id))
    .where(and(isNull(submissions.closedAt), isNull(campaigns.closedAt), isNull(submissionRows.decision)))
    .groupBy(submissions.id, campaigns.id)
    .orderBy(asc(submissions.submittedAt), asc(submissions.id));
}

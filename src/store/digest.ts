/** What only the digest reads: drafts of all open campaigns, and what changed since an instant. */
import { and, asc, count, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Querier } from "./database.ts";
import {
  audit,
  campaigns,
  creators,
  drafts,
  draftVersions,
  shortlistEntries,
  slots,
  submissionRows,
  submissions,
} from "./schema.ts";

/** Drafts of open campaigns with their newest version's time, the longest waiting first. */
export async function openCampaignDrafts(db: Querier) {
  return db
    .select({
      state: drafts.state,
      version: drafts.version,
      creator: creators.name,
      campaign: campaigns.name,
      since: draftVersions.submittedAt,
    })
    .from(drafts)
    .innerJoin(creators, eq(creators.id, drafts.creatorId))
    .innerJoin(campaigns, eq(campaigns.id, drafts.campaignId))
    .innerJoin(
      draftVersions,
      and(eq(draftVersions.draftId, drafts.id), eq(draftVersions.version, drafts.version)),
    )
    .where(isNull(campaigns.closedAt))
    .orderBy(asc(draftVersions.submittedAt));
}

/**
 * How many creators on the shortlists of open campaigns have no posting date, without those on a list for the brand whom
 * nobody has passed: they may never post.
 */
export async function creatorsWithoutSlot(db: Querier): Promise<number> {
  const rows = await db
    .select({ count: count() })
    .from(shortlistEntries)
    .innerJoin(campaigns, eq(campaigns.id, shortlistEntries.campaignId))
    .leftJoin(
      slots,
      and(eq(slots.campaignId, shortlistEntries.campaignId), eq(slots.creatorId, shortlistEntries.creatorId)),
    )
    .where(and(isNull(campaigns.closedAt), isNull(slots.id), sql`not ${isUnpassed}`));
  return rows[0]?.count ?? 0;
}

const isUnpassed = sql`coalesce((
  select not bool_or(${submissionRows.decision} is not distinct from 'pass') from ${submissionRows}
  join ${submissions} on ${submissions.id} = ${submissionRows.submissionId}
  where ${submissions.campaignId} = ${shortlistEntries.campaignId}
    and ${submissionRows.creatorId} = ${shortlistEntries.creatorId}), false)`;

/** How often each of these verbs was done after `since`; a decision on several rows of a list counts once a row. */
export async function verbCounts(
  db: Querier,
  verbs: readonly string[],
  since: Temporal.Instant,
): Promise<{ verb: string; count: number }[]> {
  return db
    .select({
      verb: audit.verb,
      count: sql<number>`sum(case when ${audit.verb} = 'list.decide'
        then jsonb_array_length(${audit.details} -> 'rows') else 1 end)`.mapWith(Number),
    })
    .from(audit)
    .where(and(gt(audit.at, since), inArray(audit.verb, [...verbs])))
    .groupBy(audit.verb);
}

/** When this was last done to a subject. */
export async function lastDoneAt(
  db: Querier,
  verb: string,
  subject: string,
): Promise<Temporal.Instant | undefined> {
  const rows = await db
    .select({ at: audit.at })
    .from(audit)
    .where(and(eq(audit.verb, verb), eq(audit.subject, subject)))
    .orderBy(desc(audit.at))
    .limit(1);
  return rows[0]?.at;
}

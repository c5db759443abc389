/** What only a home reads: drafts that wait for somebody, with whoever submitted them. */
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Querier } from "./database.ts";
import { campaigns, creators, draftDecisions, drafts, draftVersions } from "./schema.ts";

/** Drafts of open campaigns that wait for a decision or for a new version, the longest waiting first. */
export async function waitingDrafts(db: Querier) {
  const rows = await db
    .select({
      state: drafts.state,
      version: drafts.version,
      creator: { id: creators.id, name: creators.name },
      campaign: { id: campaigns.id, name: campaigns.name },
      submittedBy: draftVersions.submittedBy,
      submittedAt: draftVersions.submittedAt,
      decidedAt: draftDecisions.decidedAt,
    })
    .from(drafts)
    .innerJoin(creators, eq(creators.id, drafts.creatorId))
    .innerJoin(campaigns, eq(campaigns.id, drafts.campaignId))
    .innerJoin(
      draftVersions,
      and(eq(draftVersions.draftId, drafts.id), eq(draftVersions.version, drafts.version)),
    )
    .leftJoin(
      draftDecisions,
      and(eq(draftDecisions.draftId, drafts.id), eq(draftDecisions.version, drafts.version)),
    )
    .where(and(isNull(campaigns.closedAt), inArray(drafts.state, ["in-review", "changes-requested"])))
    .orderBy(asc(draftVersions.submittedAt), asc(creators.name));
  return rows.map(({ submittedAt, decidedAt, ...row }) => ({ ...row, since: decidedAt ?? submittedAt }));
}

/** What only a home reads: drafts that wait for somebody, with whoever submitted them, holds that run, lists that ask. */
import { and, asc, count, eq, gt, inArray, isNull, or } from "drizzle-orm";
import type { Querier } from "./database.ts";
import {
  campaigns,
  creators,
  draftDecisions,
  drafts,
  draftVersions,
  importQuestions,
  listImports,
  quotes,
} from "./schema.ts";

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

/** Holds of open campaigns, the first to end first. */
export async function openHolds(db: Querier) {
  const rows = await db
    .select({ quote: quotes, creator: creators, campaign: { id: campaigns.id, name: campaigns.name } })
    .from(quotes)
    .innerJoin(creators, eq(creators.id, quotes.creatorId))
    .innerJoin(campaigns, eq(campaigns.id, quotes.campaignId))
    .where(and(isNull(campaigns.closedAt), eq(quotes.state, "held")))
    .orderBy(asc(quotes.heldUntil), asc(creators.name), asc(quotes.id));
  return rows.flatMap(({ quote, ...about }) => {
    const until = quote.heldUntil;
    return until === null ? [] : [{ quote, until, ...about }];
  });
}

/** Lists of one member whose columns nobody knows, or that have doubtful rows nobody answered; the oldest first. */
export async function importsAsking(db: Querier, memberId: string) {
  const { id, fileName, asked, state, startedBy, startedAt } = listImports;
  const isOpen = and(eq(importQuestions.importId, id), isNull(importQuestions.answer));
  return db
    .select({ id, fileName, asked, questions: count(importQuestions.line) })
    .from(listImports)
    .leftJoin(importQuestions, and(isOpen, eq(state, "done")))
    .where(and(eq(startedBy, memberId), inArray(state, ["asking", "done"])))
    .groupBy(id)
    .having(or(eq(state, "asking"), gt(count(importQuestions.line), 0)))
    .orderBy(asc(startedAt), asc(id));
}

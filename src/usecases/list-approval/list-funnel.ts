/** How many creators of a campaign stand at each stage. source: rules V2, W2, W3 */
import type { Funnel } from "../../domain/list-approval.ts";
import type { Querier } from "../../store/database.ts";
import { shortlistOf } from "../../store/shortlist.ts";
import type { campaignRows } from "../../store/submissions.ts";

/** @param rows of the lists that the reader may know of */
export async function funnelOf(
  db: Querier,
  campaignId: string,
  rows: Awaited<ReturnType<typeof campaignRows>>,
): Promise<Funnel> {
  const shortlist = await shortlistOf(db, campaignId);
  const distinct = (ids: readonly string[]) => new Set(ids).size;
  return {
    candidates: shortlist.length,
    vetted: shortlist.filter(({ vetting }) => vetting.score !== null).length,
    submitted: distinct(rows.map(({ row }) => row.creatorId)),
    passed: distinct(rows.flatMap(({ row }) => (row.decision === "pass" ? [row.creatorId] : []))),
  };
}

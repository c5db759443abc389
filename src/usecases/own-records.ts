/** What the team's own records say about creators at a vetting: posted on time, bound to another brand. */
import type { CreatorFacts, ExclusivityTerm } from "../domain/creator-facts.ts";
import { deliveryRecord } from "../domain/delivery.ts";
import { conflictingExclusivity } from "../domain/exclusivity.ts";
import type { Campaign } from "../store/campaigns.ts";
import { slotsOfCreators } from "../store/creator-history.ts";
import { type Querier, together } from "../store/database.ts";
import { exclusivitiesOf } from "../store/exclusivities.ts";
import type { Ctx } from "./ctx.ts";

type Now = ReturnType<Ctx["clock"]["now"]>;

/**
 * Facts that nobody has to type, by creator id. They count for this vetting alone: the next one reads the records anew.
 * @param about.campaign against whose brand and category exclusivities are held; undefined raises none
 */
export async function ownRecords(
  db: Querier,
  about: { creatorIds: readonly string[]; campaign: Campaign | undefined; now: Now },
): Promise<Map<string, CreatorFacts>> {
  const { creatorIds, campaign, now } = about;
  const today = now
    .toZonedDateTimeISO(campaign?.zone ?? "Asia/Shanghai")
    .toPlainDate()
    .toString();
  const [slots, terms] = await together(
    slotsOfCreators(db, creatorIds),
    campaign === undefined ? Promise.resolve([]) : exclusivitiesOf(db, creatorIds),
  );
  const own = { source: "own-records", asOf: today } as const;
  return new Map(
    creatorIds.map((id): [string, CreatorFacts] => {
      const mine = slots.flatMap(({ slot }) => (slot.creatorId === id ? [slot] : []));
      const { share, onTime, late } = deliveryRecord(mine, now);
      const inTheWay =
        campaign &&
        conflictingExclusivity(
          terms.filter(({ creatorId }) => creatorId === id),
          campaign,
          today,
        );
      return [
        id,
        {
          ...(share === undefined ? {} : { onTimeShare: { ...own, value: share, records: onTime + late } }),
          ...(inTheWay === undefined
            ? {}
            : { competitorWork: { ...own, value: true, exclusivity: termOf(inTheWay) } }),
        },
      ];
    }),
  );
}

function termOf({ brand, category, from, until }: ExclusivityTerm): ExclusivityTerm {
  return { brand, category, from, until };
}

/** An exclusivity holds for one campaign, and a record may have changed: neither is carried on from an earlier vetting. */
export function withoutOwnRecords(facts: CreatorFacts | undefined): CreatorFacts {
  return Object.fromEntries(Object.entries(facts ?? {}).filter(([, fact]) => fact.source !== "own-records"));
}

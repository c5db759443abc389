/** What the team's own records say about creators at a vetting: posted on time, bound to another brand. */
import type { CreatorFacts, ExclusivityTerm } from "../../domain/creator-facts.ts";
import { deliveryRecord } from "../../domain/delivery.ts";
import { conflictingExclusivity } from "../../domain/exclusivity.ts";
import type { Campaign } from "../../store/campaigns.ts";
import { slotsOfCreators } from "../../store/creator-history.ts";
import { type Querier, together } from "../../store/database.ts";
import { exclusivitiesOf } from "../../store/exclusivities.ts";
import type { Ctx } from "../ctx.ts";

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
  const slotsOf = groupBy(slots, ({ slot }) => slot.creatorId);
  const termsOf = groupBy(terms, ({ creatorId }) => creatorId);
  // most creators of a list were never worked with
  const worked = creatorIds.filter((id) => slotsOf.has(id) || termsOf.has(id));
  return new Map(
    worked.map((id): [string, CreatorFacts] => {
      const { share, onTime, late } = deliveryRecord(
        (slotsOf.get(id) ?? []).map(({ slot }) => slot),
        now,
      );
      const inTheWay = campaign && conflictingExclusivity(termsOf.get(id) ?? [], campaign, today);
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

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

function termOf({ brand, category, from, until }: ExclusivityTerm): ExclusivityTerm {
  return { brand, category, from, until };
}

/** An exclusivity holds for one campaign, and a record may have changed: neither is carried on from an earlier vetting. */
export function withoutOwnRecords(facts: CreatorFacts | undefined): CreatorFacts {
  return Object.fromEntries(Object.entries(facts ?? {}).filter(([, fact]) => fact.source !== "own-records"));
}

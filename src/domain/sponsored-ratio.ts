/** How sponsored notes did against everyday ones, where the two medians come from different files. */
import { confidenceOf, FRESH_DAYS } from "./confidence.ts";
import type { CreatorFacts, Fact } from "./creator-facts.ts";
import { daysBetween } from "./iso-days.ts";
import { perNote } from "./rates.ts";

/** Why the two cannot be held against each other: who counted, what the number is, over which days, or when. */
export const NOT_COMBINED = ["source", "statistic", "window", "dates"] as const;
export type NotCombined = (typeof NOT_COMBINED)[number];

/**
 * Vendors count interactions differently, so only what one and the same source counted is compared [A]: both a median or
 * both a mean, over one look-back, seen at most 30 days apart [A].
 * source: rules V13, C2
 * @returns undefined where one of the two is unknown
 */
export function combinedRatio({
  sponsoredInteractions: paid,
  interactions,
}: CreatorFacts): Fact<number> | NotCombined | undefined {
  const everyday = perNote(interactions);
  if (paid === undefined || everyday === undefined || everyday.value <= 0) return undefined;
  if (paid.source !== everyday.source) return "source";
  const statistic = paid.statistic ?? "median";
  if (statistic !== (everyday.statistic ?? "median") || statistic === "unknown") return "statistic";
  if ((paid.windowDays ?? 90) !== (everyday.windowDays ?? 90)) return "window";
  const apart = daysBetween(paid.asOf, everyday.asOf);
  if (apart === undefined || Math.abs(apart) > FRESH_DAYS) return "dates";
  return {
    value: Number((paid.value / everyday.value).toFixed(6)),
    source: paid.source,
    windowDays: paid.windowDays ?? 90,
    // as old as the older one
    asOf: apart > 0 ? (paid.asOf ?? "") : (everyday.asOf ?? ""),
  };
}

/** The facts with the ratio that their two medians give, unless a source says a newer one itself. source: rules V13 */
export function withCombinedRatio(facts: CreatorFacts): CreatorFacts {
  const ratio = combinedRatio(facts);
  if (ratio === undefined || typeof ratio === "string") return facts;
  const { sponsoredRatio: said } = facts;
  if (said !== undefined && isAsGood(said, ratio)) return facts;
  return { ...facts, sponsoredRatio: ratio };
}

/** What a source says counts unless it is older than what the medians give, or a person typed it without seeing them. */
function isAsGood(said: Fact<number>, ratio: Fact<number>): boolean {
  const newer = daysBetween(said.asOf, ratio.asOf);
  const isTrusted = confidenceOf(said.source, 0) !== "low" || confidenceOf(ratio.source, 0) === "low";
  return isTrusted && (newer === undefined || newer <= 0);
}

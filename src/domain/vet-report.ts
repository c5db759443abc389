/** Everything one vetting found, in the form in which it is kept: an immutable snapshot of facts judged by rules. */
import type { CreatorFacts } from "./creator-facts.ts";
import { type FairPrice, fairPrice, type PriceOptions } from "./price.ts";
import { measureRates } from "./rates.ts";
import { findRedFlags, type RedFlag, type UncheckedFlag } from "./red-flags.ts";
import { type Scorecard, type ScoreSettings, scoreCreator } from "./scorecard.ts";
import { type TierId, type TierScheme, tierOf } from "./tiers.ts";

/** Plain data, fit for JSON. `tier` is null while the followers are unknown, `price` where no band covers them. */
export interface VetReport {
  rules: string;
  scheme: TierScheme;
  tier: TierId | null;
  scorecard: Scorecard;
  flags: RedFlag[];
  unchecked: UncheckedFlag[];
  price: FairPrice | null;
}

/**
 * The same report for readers who may not see the quotes in it: the price as for an unknown quote, and nothing said of
 * whether a quote is too cheap. source: rules LP2
 *
 * @param facts without the quotes
 */
export function reportWithoutQuotes(report: VetReport, facts: CreatorFacts): VetReport {
  const unchecked = report.unchecked.filter(({ id }) => id !== "F4");
  return {
    ...report,
    flags: report.flags.filter(({ id }) => id !== "F4"),
    unchecked: [...unchecked, { id: "F4", needs: ["quoteImage"] }],
    price: fairPrice(facts),
  };
}

/**
 * Scores a creator, looks for red flags and places the quote, all from the same facts.
 *
 * @param options.peers quotes of creators, for the price only
 * @throws AppError "bad-input" for negative followers or unusable weights
 */
export function vetCreator(
  facts: CreatorFacts,
  settings: ScoreSettings,
  options: { scheme: TierScheme } & PriceOptions,
): VetReport {
  const rates = measureRates(facts);
  const price = fairPrice(facts, options);
  return {
    rules: settings.rules,
    scheme: options.scheme,
    tier: facts.followers ? tierOf(options.scheme, facts.followers.value) : null,
    scorecard: scoreCreator(facts, settings, rates),
    ...findRedFlags(facts, settings, { rates, price }),
    price,
  };
}

/** Warning signs about a creator: what was found, and what could not be checked for lack of data. */
import { weakest } from "./confidence.ts";
import type { CreatorFacts } from "./creator-facts.ts";
import { FLAG_CHECKS } from "./flag-checks.ts";
import type { FlagId, InputId, RedFlag } from "./flag-types.ts";
import { type FairPrice, fairPrice } from "./price.ts";
import { type MeasuredRates, measureRates } from "./rates.ts";
import type { ScoreSettings } from "./score-settings.ts";

export type { FlagId, RedFlag } from "./flag-types.ts";

/** A check that could not be made; `needs` names what would allow it. */
export interface UncheckedFlag {
  id: FlagId;
  needs: InputId[];
}

/**
 * Runs every check. A flag that is neither in `flags` nor in `unchecked` was checked and is clear.
 * source: rules F1 to F10
 *
 * @param made what was made of these facts already
 */
export function findRedFlags(
  facts: CreatorFacts,
  settings: Pick<ScoreSettings, "targetGender" | "today">,
  made: { rates: MeasuredRates; price: FairPrice | null } = {
    rates: measureRates(facts),
    price: fairPrice(facts),
  },
): { flags: RedFlag[]; unchecked: UncheckedFlag[] } {
  const flags: RedFlag[] = [];
  const unchecked: UncheckedFlag[] = [];
  const known = { facts, settings, rates: made.rates, price: made.price };
  for (const { id, check } of FLAG_CHECKS) {
    const outcome = check(known);
    if ("needs" in outcome) unchecked.push({ id, needs: [...outcome.needs] });
    else if (outcome.finding)
      flags.push({ id, ...outcome.finding, ...weakest(outcome.from, settings.today) });
  }
  return { flags, unchecked };
}

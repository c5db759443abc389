/** Warning signs about a creator: what was found, and what could not be checked for lack of data. */
import type { CreatorFacts } from "./creator-facts.ts";
import { FLAG_CHECKS, type FlagId, type RedFlag } from "./flag-checks.ts";
import type { ScoreSettings } from "./score-settings.ts";

export type { FlagId, RedFlag } from "./flag-checks.ts";

/** A check that could not be made; `needs` names the facts or settings that would allow it. */
export interface UncheckedFlag {
  id: FlagId;
  needs: string[];
}

/**
 * Runs every check. A flag that is neither in `flags` nor in `unchecked` was checked and is clear.
 * source: rules F1 to F10
 */
export function findRedFlags(
  facts: CreatorFacts,
  settings: Pick<ScoreSettings, "targetGender">,
): { flags: RedFlag[]; unchecked: UncheckedFlag[] } {
  const flags: RedFlag[] = [];
  const unchecked: UncheckedFlag[] = [];
  for (const { id, check } of FLAG_CHECKS) {
    const outcome = check(facts, settings);
    if ("needs" in outcome) unchecked.push({ id, needs: [...outcome.needs] });
    else if (outcome.finding) flags.push({ id, ...outcome.finding });
  }
  return { flags, unchecked };
}

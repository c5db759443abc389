/** What people type is what they see at that moment: it carries the day on which it was typed. */
import type { Temporal } from "temporal-polyfill";
import type { CreatorFacts } from "../../domain/creator-facts.ts";
import type { Campaign } from "../../store/campaigns.ts";
import { scoringDay } from "./score-settings.ts";

/** [A] Facts of other sources keep their own date, or none. */
export function datedWhenTyped(
  facts: CreatorFacts,
  campaign: Campaign | undefined,
  now: Temporal.Instant,
): CreatorFacts {
  const asOf = scoringDay(campaign, now);
  const dated = Object.entries(facts).map(([name, fact]) => [
    name,
    fact.source === "typed" ? { asOf, ...fact } : fact,
  ]);
  return Object.fromEntries(dated);
}

/** Every stored fact of a vetting as evidence: its value with who says so, what it counts, how old and how far trusted. */
import { type Confidence, confidenceOf } from "./confidence.ts";
import type { CreatorFacts, Fact, FactName, Shares, Source, Statistic } from "./creator-facts.ts";
import { daysBetween } from "./iso-days.ts";
import type { Money } from "./money.ts";

export interface ShownFact {
  fact: FactName;
  value: number | string | boolean | Money | Shares;
  source: Source;
  confidence: Confidence;
  /** days since the source showed it; null where nobody knows */
  ageDays: number | null;
  statistic?: Statistic;
  windowDays?: number;
  notes?: number;
  records?: number;
}

/** An agency's share and a rebate are one side's own and have a place of their own on the card. */
const CONFIDENTIAL: readonly string[] = ["agencyShare", "rebate", "heldBack"];

/**
 * @param facts as their readers may see them
 * @param today ISO date by which ages are counted
 */
export function shownFacts(facts: CreatorFacts, today: string | undefined): ShownFact[] {
  return Object.entries(facts)
    .filter(([name]) => !CONFIDENTIAL.includes(name))
    .map(([name, fact]: [string, Fact<ShownFact["value"]>]): ShownFact => {
      const { value, source, asOf, statistic, windowDays, notes, records } = fact;
      const ageDays = daysBetween(asOf, today);
      return {
        fact: name as FactName,
        value,
        source,
        confidence: confidenceOf(source, ageDays),
        ageDays: ageDays ?? null,
        ...(statistic && { statistic }),
        ...(windowDays !== undefined && { windowDays }),
        ...(notes !== undefined && { notes }),
        ...(records !== undefined && { records }),
      };
    });
}

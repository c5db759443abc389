/** What a red flag is: its name, what was found, and what could not be looked at. */
import type { Trust } from "./confidence.ts";
import type { CreatorFacts, Fact, FactName } from "./creator-facts.ts";
import type { FairPrice } from "./price.ts";
import type { MeasuredRates } from "./rates.ts";
import type { ScoreSettings } from "./score-settings.ts";

export const FLAG_IDS = [
  "F1",
  "F2",
  "F3",
  "F4",
  "F5",
  "F6",
  "F7",
  "F8",
  "F9",
  "F10",
  "impossible-numbers",
  "health-grade",
  "low-activity",
] as const;

export type FlagId = (typeof FLAG_IDS)[number];

export type Severity = "high" | "medium" | "low";

/** What a person would have to bring so that a check can be made or a fact be scored. */
export type InputId =
  | Exclude<FactName, "shares" | "impressions" | "targetShare" | "quoteVideo" | "city" | "mcn">
  | "targetGender"
  | "campaign";

/** Numbers that a check looked at. */
export type EvidenceName =
  | "followers"
  | "gained"
  | "gained30dShare"
  | "interactions"
  | "reads"
  | "likes"
  | "comments"
  | "genericCommentShare"
  | "commentsRead"
  | "quote"
  | "marketLow"
  | "brandWorks"
  | "femaleShare"
  | "longestSilenceDays"
  | "categoryShare";

/**
 * What was found. Shares are fractions, prices yuan, grades 1 to 3; for yes-or-no signs threshold and observed are 1.
 * `from`, `confidence` and `ageDays` are those of the facts behind it; snapshots of before 2026.3 have none.
 */
export interface Finding extends Partial<Trust> {
  severity: Severity;
  threshold: number;
  observed: number;
  evidence: Partial<Record<EvidenceName, number>>;
}

export interface RedFlag extends Finding {
  id: FlagId;
}

/** Checked (with or without a finding), or what is missing. */
export type Outcome =
  | { finding: Finding; from: readonly Fact<unknown>[] }
  | { finding: undefined }
  | { needs: readonly InputId[] };

export interface Checked {
  facts: CreatorFacts;
  rates: MeasuredRates;
  price: FairPrice | null;
  settings: Pick<ScoreSettings, "targetGender">;
}

export type Check = (known: Checked) => Outcome;

export const CLEAR: Outcome = { finding: undefined };

export function found(
  severity: Severity,
  [observed, threshold]: readonly [observed: number, threshold: number],
  evidence: Finding["evidence"],
  ...from: readonly (Fact<unknown> | undefined)[]
): Outcome {
  return {
    finding: { severity, threshold, observed, evidence },
    from: from.filter((fact) => fact !== undefined),
  };
}

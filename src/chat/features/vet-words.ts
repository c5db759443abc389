/** The words of a scorecard's red flags and of its evidence. */
import type { Confidence } from "../../domain/confidence.ts";
import type { HealthGrade, Source, Statistic } from "../../domain/creator-facts.ts";
import type { EvidenceName, FlagId, InputId } from "../../domain/flag-types.ts";
import type { Counted, Rate, RateId } from "../../domain/rates.ts";
import type { NotCombined } from "../../domain/sponsored-ratio.ts";

export interface VetFlagMessages {
  flags: string;
  noFlags: string;
  flagNames: Readonly<Record<FlagId, string>>;
  severities: Readonly<Record<"high" | "medium" | "low", string>>;
  flagLine(flag: {
    severity: string;
    name: string;
    rule: string | null;
    observed: string | null;
    threshold: string | null;
  }): string;
  overruledLine(flag: string, name: string, reason: string): string;
  evidenceNames: Readonly<Record<EvidenceName, string>>;
  grades: Readonly<Record<HealthGrade, string>>;
  notChecked: string;
  notCheckedLine(needs: readonly string[], flags: string): string;
  /** what a person can bring, in the words of who would ask for it */
  inputs: Readonly<Record<InputId, string>>;
  unlocks(input: string, points: string): string;
  /** what an input is worth, behind its name */
  worth(points: string): string;
  missing: string;
  nothingMissing: string;
  /** the length of a silence */
  days(count: number): string;
}

export interface VetEvidenceMessages {
  /** said once where everything comes from the same place */
  allFrom(details: string): string;
  /** what is usual in general, and no finding about anybody */
  fakePrior(share: string): string;
  evidence: string;
  pointsByDimension: string;
  allFacts: string;
  factGroups: Readonly<Record<"audience" | "perNote" | "content" | "standing" | "price", string>>;
  ofNotes(notes: string): string;
  ofRecords(records: string): string;
  inDays(days: string): string;
  notCombined: Readonly<Record<NotCombined, string>>;
  /** the picture of the dimensions; at most 50 signs, or Slack draws a table */
  chart: {
    title: string;
    series: string;
    /** `unknown`: dimensions of which nothing is known */
    alt(strongest: string, weakest: string, unknown: string | null): string;
  };
  rates: string;
  rateNames: Readonly<Record<RateId, string>>;
  counted: Readonly<Record<Counted, string>>;
  rateLine(rate: {
    name: string;
    value: string;
    counted: string;
    numerator: string;
    denominator: string;
  }): string;
  statistics: Readonly<Record<Statistic, (notes: string | null, days: string) => string>>;
  sources: Readonly<Record<Source, string>>;
  confidences: Readonly<Record<Confidence, string>>;
  /** how old a value is; null where nobody knows */
  age(days: number | null): string;
  /** `creators`: how many comparable ones are known; null on cards of before */
  against: Readonly<
    Record<NonNullable<Rate["against"]>["kind"], (value: string, creators: string | null) => string>
  >;
  /** in brackets behind what was compared with instead */
  fewPeers(creators: string, least: string): string;
}

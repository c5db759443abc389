/** Vetting as people see it: the card's data and its words. */
import { z } from "zod";
import type { Confidence } from "../../domain/confidence.ts";
import type { HealthGrade, Source, Statistic } from "../../domain/creator-facts.ts";
import { type EvidenceName, FLAG_IDS, type FlagId, type InputId } from "../../domain/flag-types.ts";
import type { Counted, Rate, RateId } from "../../domain/rates.ts";
import type { Dimension } from "../../domain/score-settings.ts";
import type { ScoredFactId } from "../../domain/score-table.ts";
import type { Band } from "../../domain/scorecard.ts";
import type { ShownFact } from "../../domain/shown-facts.ts";
import { NOT_COMBINED, type NotCombined } from "../../domain/sponsored-ratio.ts";
import type { TierId, TierScheme } from "../../domain/tiers.ts";
import type { VetReport } from "../../domain/vet-report.ts";
import { PersonRefData } from "./common.ts";
import { ExclusivityData, VetChangesData } from "./creator.ts";
import { ConfidentialCosts } from "./price.ts";

/** A snapshot that the domain made and the store kept: its type is the domain's. */
const Report = z.custom<VetReport>((value) => typeof value === "object" && value !== null);

export const VetCardData = z.object({
  vettingId: z.string(),
  creator: z.object({
    id: z.string(),
    name: z.string(),
    handle: z.string().nullable(),
    link: z.string().nullable(),
  }),
  campaign: z.object({ id: z.string(), name: z.string() }).nullable(),
  followers: z.number().nullable(),
  report: Report,
  confidential: ConfidentialCosts.optional(),
  vettedBy: PersonRefData,
  vettedAt: z.string(),
  shortlisted: z.object({ by: PersonRefData, at: z.string() }).nullable(),
  /** the most useful first; cards of before know only which facts are missing */
  missing: z
    .array(z.object({ input: z.custom<InputId>(), unlocks: z.number(), from: z.enum(["contact", "team"]) }))
    .optional(),
  /** flags that a person set aside: they stay in the evidence and colour nothing */
  overruled: z
    .array(z.object({ flag: z.enum(FLAG_IDS), reason: z.string(), by: PersonRefData, at: z.string() }))
    .optional(),
  /** another brand's exclusivity that the campaign runs into */
  exclusivity: ExclusivityData.nullish(),
  /** everything that is stored; absent on cards of before */
  facts: z.array(z.custom<ShownFact>((value) => typeof value === "object" && value !== null)).optional(),
  /** why a sponsored and an everyday median that are both known are not held against each other */
  notCombined: z.enum(NOT_COMBINED).nullish(),
  /** against the vetting before; absent for the first one */
  changes: VetChangesData.nullish(),
});

export interface VetMessages {
  summary: string;
  shortlistSummary: string;
  submit: string;
  fields: {
    creator: string;
    followers: string;
    notes: string;
    likes: string;
    saves: string;
    comments: string;
    shares: string;
    reads: string;
    active: string;
    fake: string;
    female: string;
    age: string;
    region: string;
    sponsored: string;
    works: string;
    category: string;
    inCategory: string;
    quality: string;
    fit: string;
    silence: string;
    gained: string;
    competitor: string;
    controversy: string;
    health: string;
    lowActivity: string;
    quote: string;
    video: string;
    campaign: string;
  };
  title(name: string, score: string | null): string;
  noVerdict: string;
  bands: Readonly<Record<Band, string>>;
  score: string;
  scoreLine(score: string, known: string, unknown: string): string;
  range(low: string, high: string): string;
  coverage: string;
  /** `share` of the points could be judged */
  completeness: string;
  completenessLine(share: string, least: string, isEnough: boolean): string;
  followers: string;
  tier: string;
  tierLine(tier: string, scheme: string): string;
  otherSchemes: string;
  tiers: Readonly<Record<TierId, string>>;
  schemes: Readonly<Record<TierScheme, string>>;
  verdict: string;
  strength(fact: string, value: string): string;
  weakness(fact: string, value: string): string;
  scoredFacts: Readonly<Record<ScoredFactId, string>>;
  dimensions: Readonly<Record<Dimension, string>>;
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
  /** what is usual in general, and no finding about anybody */
  fakePrior(share: string): string;
  missing: string;
  nothingMissing: string;
  evidence: string;
  pointsByDimension: string;
  allFacts: string;
  factGroups: Readonly<Record<"audience" | "perNote" | "content" | "standing" | "price", string>>;
  ofNotes(notes: string): string;
  ofRecords(records: string): string;
  inDays(days: string): string;
  notCombined: Readonly<Record<NotCombined, string>>;
  openProfile: string;
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
  /** the length of a silence */
  days(count: number): string;
  notesIn90Days(notes: string): string;
  points(points: string, max: string): string;
  unknownPoints(max: string): string;
  rulesLine(version: string, snapshot: string): string;
  vettedBy(name: string, at: string): string;
  addToShortlist: string;
  askForData: string;
  overrule: string;
  makeBrief: string;
  submitDraft: string;
  onShortlist(name: string, at: string): string;
  noCampaign: string;
}

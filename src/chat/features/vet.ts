/** Vetting as people see it: the card's data and its words. */
import { z } from "zod";
import { FLAG_IDS, type InputId } from "../../domain/flag-types.ts";
import type { Dimension } from "../../domain/score-settings.ts";
import type { ScoredFactId } from "../../domain/score-table.ts";
import type { Band } from "../../domain/scorecard.ts";
import type { ShownFact } from "../../domain/shown-facts.ts";
import { NOT_COMBINED } from "../../domain/sponsored-ratio.ts";
import type { TierId, TierScheme } from "../../domain/tiers.ts";
import type { VetReport } from "../../domain/vet-report.ts";
import { PersonRefData } from "./common.ts";
import { ExclusivityData, VetChangesData } from "./creator.ts";
import { ConfidentialCosts } from "./price.ts";
import type { VetEvidenceMessages, VetFlagMessages } from "./vet-words.ts";

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

export interface VetMessages extends VetFlagMessages, VetEvidenceMessages {
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
  /** `share` of the points could be judged */
  noVerdictYet(share: string, least: string): string;
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
  /** a second one, where nothing is strong */
  alsoWeak(fact: string, value: string): string;
  /** facts that are named after what is good about them, where it is not so */
  failedFacts: Readonly<Partial<Record<ScoredFactId, string>>>;
  scoredFacts: Readonly<Record<ScoredFactId, string>>;
  dimensions: Readonly<Record<Dimension, string>>;
  openProfile: string;
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

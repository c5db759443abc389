/** Vetting as people see it: the card's data and its words. */
import { z } from "zod";
import type { Confidence } from "../../domain/confidence.ts";
import type { Source, Statistic } from "../../domain/creator-facts.ts";
import type { FlagId } from "../../domain/flag-checks.ts";
import type { Standing } from "../../domain/price.ts";
import type { Counted, RateId } from "../../domain/rates.ts";
import type { Dimension } from "../../domain/score-settings.ts";
import type { ScoredFactId } from "../../domain/score-table.ts";
import type { Band } from "../../domain/scorecard.ts";
import type { TierId, TierScheme } from "../../domain/tiers.ts";
import type { VetReport } from "../../domain/vet-report.ts";
import { PersonRefData } from "./common.ts";
import { ExclusivityData, VetChangesData } from "./creator.ts";

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
  vettedBy: PersonRefData,
  vettedAt: z.string(),
  shortlisted: z.object({ by: PersonRefData, at: z.string() }).nullable(),
  /** another brand's exclusivity that the campaign runs into */
  exclusivity: ExclusivityData.nullish(),
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
    sponsored: string;
    works: string;
    category: string;
    inCategory: string;
    quality: string;
    fit: string;
    silence: string;
    gained: string;
    competitor: string;
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
  followers: string;
  tier: string;
  tierLine(tier: string, scheme: string): string;
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
  flagLine(severity: string, name: string, observed: string, threshold: string): string;
  notChecked(names: string): string;
  price: string;
  priceLine(low: string, high: string): string;
  standings: Readonly<Record<Standing, (quote: string) => string>>;
  noQuote: string;
  noPrice: string;
  allIn(total: string): string;
  unitCosts(perRead: string | null, perInteraction: string | null): string;
  priceSource(low: string, high: string, source: string): string;
  missing: string;
  nothingMissing: string;
  evidence: string;
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
  /** the length of a silence */
  days(count: number): string;
  notesIn90Days(notes: string): string;
  points(points: string, max: string): string;
  unknownPoints(max: string): string;
  rulesLine(version: string, snapshot: string): string;
  vettedBy(name: string, at: string): string;
  addToShortlist: string;
  makeBrief: string;
  submitDraft: string;
  onShortlist(name: string, at: string): string;
  noCampaign: string;
}

/** The fifteen scored facts: what each is worth, how it is measured and which rule says so. */
import { sameCategory } from "./categories.ts";
import type { CreatorFacts, Fact } from "./creator-facts.ts";
import { measureRates, type RateId } from "./rates.ts";
import type { Dimension, ScoreSettings } from "./score-settings.ts";

export type ScoredFactId =
  | "active-share"
  | "suspicious-share"
  | "target-share"
  | "likes-saves-per-follower"
  | "interactions-per-read"
  | "saves-per-read"
  | "posting-rhythm"
  | "category-share"
  | "quality"
  | "category-fit"
  | "fit"
  | "competitor-free"
  | "sponsored-ratio"
  | "on-time"
  | "brand-works";

/** A known fact: what was measured (null where it is a verdict only), how much it earns (0 to 1), the evidence. */
export interface Reading {
  value: number | null;
  earned: number;
  from: readonly Fact<unknown>[];
}

interface ScoredFact {
  id: ScoredFactId;
  dimension: Dimension;
  /** points under the default weights */
  max: number;
  rule: string;
  read: (facts: CreatorFacts, settings: ScoreSettings) => Reading | undefined;
}

/** 0 at `zeroAt`, 1 at `fullAt`, straight in between and level outside; the ends may be in either order. */
function linear(value: number, zeroAt: number, fullAt: number): number {
  return Math.min(1, Math.max(0, (value - zeroAt) / (fullAt - zeroAt)));
}

function straight(
  pick: (facts: CreatorFacts) => Fact<number> | undefined,
  zeroAt: number,
  fullAt: number,
): ScoredFact["read"] {
  return (facts) => {
    const fact = pick(facts);
    return fact && { value: fact.value, earned: linear(fact.value, zeroAt, fullAt), from: [fact] };
  };
}

/** The campaign's share of the audience: given as such, or by gender where the campaign has one. */
function targetShare(facts: CreatorFacts, settings: ScoreSettings): Fact<number> | undefined {
  if (facts.targetShare) return facts.targetShare;
  if (!facts.femaleShare || !settings.targetGender) return undefined;
  const { value } = facts.femaleShare;
  return { ...facts.femaleShare, value: settings.targetGender === "female" ? value : 1 - value };
}

/** Public sample of 101 accounts: likes and saves per note and follower, by size; larger accounts were too few. */
const SIZE_BANDS = [
  { below: 1_000, median: 0.079 },
  { below: 5_000, median: 0.038 },
  { below: 10_000, median: 0.029 },
] as const;

/** Without peers: half the points at 1.5% (source: rules V3), all at 4% [A]. */
const BENCHMARK = { half: 0.015, full: 0.04 } as const;

function earnedPerFollower(value: number, median: number | undefined): number {
  if (median !== undefined && median > 0) return linear(value, 0, 2 * median);
  return value <= BENCHMARK.half
    ? linear(value, 0, BENCHMARK.half) / 2
    : 0.5 + linear(value, BENCHMARK.half, BENCHMARK.full) / 2;
}

function rateReading(id: RateId, earned: (value: number, followers: number) => number) {
  return (facts: CreatorFacts): Reading | undefined => {
    const found = measureRates(facts).find(({ rate }) => rate.id === id);
    if (!found) return undefined;
    const { value, denominator } = found.rate;
    return { value, earned: earned(value, denominator), from: found.from };
  };
}

const OVER_READS: readonly RateId[] = ["interactions-per-read", "saves-per-read"];

/**
 * A note cannot have more interactions than reads: then a count is wrong, nobody knows which, and what is measured
 * over reads is unknown. source: rules C1, impossible-numbers
 */
function readsAreImpossible(facts: CreatorFacts): boolean {
  return measureRates(facts).some(({ rate }) => OVER_READS.includes(rate.id) && rate.value > 1);
}

function readRate(id: RateId, zeroAt: number, fullAt: number): ScoredFact["read"] {
  const read = rateReading(id, (value) => linear(value, zeroAt, fullAt));
  return (facts) => (readsAreImpossible(facts) ? undefined : read(facts));
}

function perFollower(facts: CreatorFacts, settings: ScoreSettings): Reading | undefined {
  return rateReading("likes-saves-per-follower", (value, followers) => {
    const median = settings.peerMedian ?? SIZE_BANDS.find(({ below }) => followers < below)?.median;
    return earnedPerFollower(value, median);
  })(facts);
}

/** source: rules V4, F7; the limit of 45 days is ours [A] */
export const LONGEST_SILENCE_DAYS = 45;

function postingRhythm(facts: CreatorFacts): Reading | undefined {
  const { notes90d: notes, longestSilenceDays: silence } = facts;
  const silent = silence !== undefined && silence.value > LONGEST_SILENCE_DAYS;
  const in90Days = notes && notesIn90Days(notes);
  if (silent) return { value: in90Days ?? null, earned: 0, from: notes ? [notes, silence] : [silence] };
  if (notes === undefined || in90Days === undefined) return undefined;
  return { value: in90Days, earned: linear(in90Days, 3, 12), from: silence ? [notes, silence] : [notes] };
}

/** Vendors count notes over 30 or 60 days: brought to 90, so that none looks lazier than it is. */
function notesIn90Days({ value, windowDays = 90 }: Fact<number>): number {
  return (value * 90) / windowDays;
}

/** source: rules V14, V1x; same category 5 of 5, an adjacent one 3, any other 0 [A] */
function categoryFit(facts: CreatorFacts, settings: ScoreSettings): Reading | undefined {
  const { category } = facts;
  if (!category || settings.category === undefined) return undefined;
  const adjacent = settings.adjacent?.some((near) => sameCategory(near, category.value)) ?? false;
  const points = sameCategory(settings.category, category.value) ? 5 : adjacent ? 3 : 0;
  return { value: points, earned: points / 5, from: [category] };
}

function competitorFree({ competitorWork }: CreatorFacts): Reading | undefined {
  return (
    competitorWork && {
      value: competitorWork.value ? 1 : 0,
      earned: competitorWork.value ? 0 : 1,
      from: [competitorWork],
    }
  );
}

/**
 * [A] The scoring table. Points run straight from the value that earns nothing to the one that earns all.
 * Maxima add up to 100 and, within a dimension, to its default weight.
 */
export const SCORE_TABLE: readonly ScoredFact[] = [
  {
    id: "active-share",
    dimension: "audience",
    max: 10,
    rule: "V1x",
    read: straight((facts) => facts.activeShare, 0.2, 0.6),
  },
  {
    id: "suspicious-share",
    dimension: "audience",
    max: 10,
    rule: "V10",
    read: straight((facts) => facts.suspiciousShare, 0.4, 0.1),
  },
  {
    id: "target-share",
    dimension: "audience",
    max: 10,
    rule: "V1x",
    read: (facts, settings) => straight(() => targetShare(facts, settings), 0.3, 0.7)(facts, settings),
  },
  { id: "likes-saves-per-follower", dimension: "engagement", max: 10, rule: "V3", read: perFollower },
  {
    id: "interactions-per-read",
    dimension: "engagement",
    max: 8,
    rule: "V7",
    read: readRate("interactions-per-read", 0.02, 0.08),
  },
  {
    id: "saves-per-read",
    dimension: "engagement",
    max: 7,
    rule: "V8",
    read: readRate("saves-per-read", 0.005, 0.03),
  },
  { id: "posting-rhythm", dimension: "content", max: 6, rule: "V4", read: postingRhythm },
  {
    id: "category-share",
    dimension: "content",
    max: 6,
    rule: "F10",
    read: straight((facts) => facts.categoryShare, 0.1, 0.6),
  },
  {
    id: "quality",
    dimension: "content",
    max: 8,
    rule: "V12",
    read: straight((facts) => facts.quality, 1, 5),
  },
  { id: "category-fit", dimension: "brand", max: 5, rule: "V14", read: categoryFit },
  { id: "fit", dimension: "brand", max: 7, rule: "V14", read: straight((facts) => facts.fit, 1, 5) },
  { id: "competitor-free", dimension: "brand", max: 3, rule: "F9", read: competitorFree },
  {
    id: "sponsored-ratio",
    dimension: "performance",
    max: 5,
    rule: "V13",
    read: straight((facts) => facts.sponsoredRatio, 0.3, 0.9),
  },
  {
    id: "on-time",
    dimension: "performance",
    max: 3,
    rule: "V1x",
    read: straight((facts) => facts.onTimeShare, 0.5, 0.95),
  },
  {
    id: "brand-works",
    dimension: "performance",
    max: 2,
    rule: "F5",
    read: straight((facts) => facts.brandWorks, 0, 10),
  },
];

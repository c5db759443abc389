/** How each scored fact is read from what is known: what was measured, how much of its points it earns, from which facts. */
import { targetShareOf } from "./audience.ts";
import { sameCategory } from "./categories.ts";
import type { CreatorFacts, Fact } from "./creator-facts.ts";
import type { MeasuredRates, Rate, RateId } from "./rates.ts";
import {
  BENCHMARK,
  CATEGORY_POINTS,
  earnedPerFollower,
  LONGEST_SILENCE_DAYS,
  linear,
  SIZE_BANDS,
} from "./score-scales.ts";
import type { ScoreSettings } from "./score-settings.ts";

/** What is known of one creator; the rates are measured once, since several facts rest on them. */
interface Known {
  facts: CreatorFacts;
  rates: MeasuredRates;
}

/** Where a straight line begins to give points and where it gives all; the ends may be in either order. */
export interface Ends {
  nothingAt: number;
  allAt: number;
}

/** A known fact: what was measured (null where it is a verdict only), how much it earns (0 to 1), the evidence. */
export interface Reading {
  value: number | null;
  earned: number;
  from: readonly Fact<unknown>[];
}

export type ReadFact = (known: Known, settings: ScoreSettings, ends: Ends) => Reading | undefined;

/** A number that earns points along a straight line. */
export function straight(pick: (facts: CreatorFacts) => Fact<number> | undefined): ReadFact {
  return ({ facts }, _, ends) => {
    const fact = pick(facts);
    return fact && lineReading(fact.value, [fact], ends);
  };
}

function lineReading(value: number, from: readonly Fact<unknown>[], ends: Ends): Reading {
  return { value, earned: linear(value, ends.nothingAt, ends.allAt), from };
}

export const targetShare: ReadFact = ({ facts }, settings, ends) => {
  const share = targetShareOf(facts, settings);
  return share && lineReading(share.value, share.from, ends);
};

/**
 * A note cannot have more interactions than reads: then a count is wrong, nobody knows which, and what is measured
 * over reads is unknown. source: rules C1, impossible-numbers
 */
function readsAreImpossible(rates: MeasuredRates): boolean {
  const over = (id: RateId) => (rates[id]?.rate.value ?? 0) > 1;
  return over("interactions-per-read") || over("saves-per-read");
}

export function overReads(id: "interactions-per-read" | "saves-per-read"): ReadFact {
  return ({ rates }, _, ends) => {
    const found = rates[id];
    return found && !readsAreImpossible(rates) ? lineReading(found.rate.value, found.from, ends) : undefined;
  };
}

/** The middle that likes and saves per follower are compared with: of peers, else of the size, else the benchmark. */
export function comparedWith(followers: number, settings: ScoreSettings): NonNullable<Rate["against"]> {
  const { median = null, creators } = settings.peers ?? {};
  const known = creators === undefined ? {} : { creators };
  if (median !== null && median > 0) return { kind: "peers", value: median, ...known };
  const band = SIZE_BANDS.find(({ below }) => followers < below);
  return band
    ? { kind: "size-band", value: band.median, ...known }
    : { kind: "benchmark", value: BENCHMARK.half, ...known };
}

export const perFollower: ReadFact = ({ rates }, settings) => {
  const found = rates["likes-saves-per-follower"];
  if (!found) return undefined;
  const { value, denominator } = found.rate;
  const { kind, value: median } = comparedWith(denominator, settings);
  const earned = earnedPerFollower(value, kind === "benchmark" ? undefined : median);
  return { value, earned, from: found.from };
};

export const postingRhythm: ReadFact = ({ facts }, _, ends) => {
  const { notes90d: notes, longestSilenceDays: silence } = facts;
  const silent = silence !== undefined && silence.value > LONGEST_SILENCE_DAYS;
  const in90Days = notes && notesIn90Days(notes);
  if (silent) return { value: in90Days ?? null, earned: 0, from: notes ? [notes, silence] : [silence] };
  if (notes === undefined || in90Days === undefined) return undefined;
  return lineReading(in90Days, silence ? [notes, silence] : [notes], ends);
};

/** Vendors count notes over 30 or 60 days: brought to 90, so that none looks lazier than it is. */
function notesIn90Days({ value, windowDays = 90 }: Fact<number>): number {
  return (value * 90) / windowDays;
}

/** source: rules V14, V1x */
export const categoryFit: ReadFact = ({ facts: { category } }, settings) => {
  if (!category || settings.category === undefined) return undefined;
  const points = categoryPoints(settings, settings.category, category.value);
  return { value: points, earned: points / CATEGORY_POINTS.same, from: [category] };
};

function categoryPoints({ adjacent }: ScoreSettings, wanted: string, own: string): number {
  if (sameCategory(wanted, own)) return CATEGORY_POINTS.same;
  const isNear = adjacent?.some((near) => sameCategory(near, own)) ?? false;
  return isNear ? CATEGORY_POINTS.adjacent : CATEGORY_POINTS.other;
}

export const competitorFree: ReadFact = ({ facts: { competitorWork } }) =>
  competitorWork && {
    value: competitorWork.value ? 1 : 0,
    earned: competitorWork.value ? 0 : 1,
    from: [competitorWork],
  };

/** The rates of a creator, each with its own name, numerator and denominator: there is no single engagement rate. */
import type { CreatorFacts, Fact, Source, Statistic } from "./creator-facts.ts";

export type RateId = "likes-saves-per-follower" | "interactions-per-read" | "saves-per-read";

/** What was counted in the numerator; "vendor-sum" is a vendor's own figure for interactions. */
export type Counted = "likes" | "saves" | "comments" | "shares" | "vendor-sum";

/**
 * One rate. `value` is numerator over denominator as a fraction; `statistic` says what both counts are over notes,
 * "unknown" where they differ; `notes` is how many notes they cover. source: rules C1, C2, C3
 */
export interface Rate {
  id: RateId;
  value: number;
  numerator: number;
  denominator: number;
  counted: readonly Counted[];
  statistic: Statistic;
  windowDays: number;
  sources: readonly Source[];
  notes?: number;
}

/** source: rules V4 */
const LOOK_BACK_DAYS = 90;

/** A count is usable in a rate only per note: lifetime totals exceed followers for nearly every account (rules C3). */
export function perNote(fact: Fact<number> | undefined): Fact<number> | undefined {
  return fact?.statistic === "total" ? undefined : fact;
}

/** Counts that are added up in a numerator, with what they count. */
interface Sum {
  counted: readonly Counted[];
  parts: readonly Fact<number>[];
}

function sumOf(named: readonly (readonly [Counted, Fact<number> | undefined])[]): Sum | undefined {
  const parts = named.flatMap(([, fact]) => perNote(fact) ?? []);
  return parts.length === named.length ? { counted: named.map(([name]) => name), parts } : undefined;
}

/**
 * All interactions of a note: the vendor's sum where there is one, otherwise likes, saves and comments, and shares
 * when they are known. Without one of the first three there is no sum: a part of it would look like a bad account.
 */
export function interactionsOf(facts: CreatorFacts): Sum | undefined {
  const vendor = sumOf([["vendor-sum", facts.interactions]]);
  if (vendor) return vendor;
  const core = [
    ["likes", facts.likes],
    ["saves", facts.saves],
    ["comments", facts.comments],
  ] as const;
  return perNote(facts.shares) ? sumOf([...core, ["shares", facts.shares]]) : sumOf(core);
}

export function total(parts: readonly Fact<number>[]): number {
  return parts.reduce((sum, part) => sum + part.value, 0);
}

function commonStatistic(facts: readonly Fact<number>[]): Statistic {
  const kinds = new Set(facts.map((fact) => fact.statistic ?? "median"));
  const [only] = kinds;
  return kinds.size === 1 && only !== undefined ? only : "unknown";
}

/** A rate with the facts it was made from. */
interface MeasuredRate {
  rate: Rate;
  from: readonly Fact<number>[];
}

function measure(
  id: RateId,
  sum: Sum | undefined,
  base: Fact<number> | undefined,
  facts: CreatorFacts,
): MeasuredRate[] {
  // nobody can be measured against an empty audience
  if (!sum || !base || base.value <= 0) return [];
  const from = [...sum.parts, base];
  const counts = base === facts.followers ? sum.parts : from;
  const numerator = total(sum.parts);
  const rate: Rate = {
    id,
    value: numerator / base.value,
    numerator,
    denominator: base.value,
    counted: sum.counted,
    statistic: commonStatistic(counts),
    windowDays: Math.max(...counts.map((fact) => fact.windowDays ?? LOOK_BACK_DAYS)),
    sources: [...new Set(from.map((fact) => fact.source))],
    ...(facts.notes90d && { notes: facts.notes90d.value }),
  };
  return [{ rate, from }];
}

/** Every rate the facts allow, always in the same order. Rates with different denominators are never compared. */
export function measureRates(facts: CreatorFacts): MeasuredRate[] {
  const reads = perNote(facts.reads);
  const likesAndSaves = sumOf([
    ["likes", facts.likes],
    ["saves", facts.saves],
  ]);
  return [
    ...measure("likes-saves-per-follower", likesAndSaves, facts.followers, facts),
    ...measure("interactions-per-read", interactionsOf(facts), reads, facts),
    ...measure("saves-per-read", sumOf([["saves", facts.saves]]), reads, facts),
  ];
}

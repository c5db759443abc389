/** The rates of a creator, each with its own name, numerator and denominator: there is no single engagement rate. */
import type { Confidence } from "./confidence.ts";
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
  /** days since the oldest of its counts was shown; missing where a date is */
  ageDays?: number;
  /** of the least trusted of its counts */
  confidence?: Confidence;
  /**
   * what the score compared it with: the middle of comparable accounts, of the size band, or the benchmark; `creators` is
   * how many comparable accounts are known, whether they were enough or not
   */
  against?: { kind: "peers" | "size-band" | "benchmark"; value: number; creators?: number };
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

function sumOf(
  counted: readonly Counted[],
  ...facts: readonly (Fact<number> | undefined)[]
): Sum | undefined {
  const parts: Fact<number>[] = [];
  for (const fact of facts) {
    const usable = perNote(fact);
    if (usable === undefined) return undefined;
    parts.push(usable);
  }
  return { counted, parts };
}

/**
 * All interactions of a note: the vendor's sum where there is one, otherwise likes, saves and comments, and shares
 * when they are known. Without one of the first three there is no sum: a part of it would look like a bad account.
 */
export function interactionsOf(facts: CreatorFacts): Sum | undefined {
  const vendor = sumOf(["vendor-sum"], facts.interactions);
  if (vendor) return vendor;
  const { likes, saves, comments, shares } = facts;
  return perNote(shares)
    ? sumOf(["likes", "saves", "comments", "shares"], likes, saves, comments, shares)
    : sumOf(["likes", "saves", "comments"], likes, saves, comments);
}

/** How many they are, where nobody asks of what the sum is made. */
export function interactionCount({
  interactions,
  likes,
  saves,
  comments,
  shares,
}: CreatorFacts): number | undefined {
  const vendor = perNote(interactions);
  if (vendor !== undefined) return vendor.value;
  const [first, second, third, fourth] = [perNote(likes), perNote(saves), perNote(comments), perNote(shares)];
  if (first === undefined || second === undefined || third === undefined) return undefined;
  return first.value + second.value + third.value + (fourth?.value ?? 0);
}

function total(parts: readonly Fact<number>[]): number {
  let sum = 0;
  for (const part of parts) sum += part.value;
  return sum;
}

function commonStatistic(facts: readonly Fact<number>[]): Statistic {
  const first = facts[0]?.statistic ?? "median";
  return facts.every((fact) => (fact.statistic ?? "median") === first) ? first : "unknown";
}

/** A rate with the facts it was made from. */
interface MeasuredRate {
  rate: Rate;
  from: readonly Fact<number>[];
}

/** The rates that could be measured, in the order in which they are always shown. */
export type MeasuredRates = Readonly<Partial<Record<RateId, MeasuredRate>>>;

/** Each source once, in order. */
function sourcesOf(facts: readonly Fact<number>[]): Source[] {
  const sources: Source[] = [];
  for (const { source } of facts) if (!sources.includes(source)) sources.push(source);
  return sources;
}

function measure(
  id: RateId,
  sum: Sum | undefined,
  base: Fact<number>,
  facts: CreatorFacts,
): MeasuredRate | undefined {
  // nobody can be measured against an empty audience
  if (!sum || base.value <= 0) return undefined;
  const from = [...sum.parts, base];
  const counts = base === facts.followers ? sum.parts : from;
  const numerator = total(sum.parts);
  let windowDays = 0;
  for (const count of counts) windowDays = Math.max(windowDays, count.windowDays ?? LOOK_BACK_DAYS);
  const rate: Rate = {
    id,
    value: numerator / base.value,
    numerator,
    denominator: base.value,
    counted: sum.counted,
    statistic: commonStatistic(counts),
    windowDays,
    sources: sourcesOf(from),
  };
  if (facts.notes90d) rate.notes = facts.notes90d.value;
  return { rate, from };
}

/** Likes and saves of a note per follower, by which accounts of one size are compared. source: rules C3 */
export function measurePerFollower(facts: CreatorFacts): MeasuredRate | undefined {
  const { likes, saves, followers } = facts;
  if (!followers || !likes || !saves) return undefined;
  return measure("likes-saves-per-follower", sumOf(["likes", "saves"], likes, saves), followers, facts);
}

/** Every rate the facts allow. Rates with different denominators are never compared. */
export function measureRates(facts: CreatorFacts): MeasuredRates {
  const { saves } = facts;
  const reads = perNote(facts.reads);
  const measured: Partial<Record<RateId, MeasuredRate>> = {};
  const add = (id: RateId, sum: Sum | undefined, base: Fact<number>) => {
    const found = measure(id, sum, base, facts);
    if (found) measured[id] = found;
  };
  const perFollower = measurePerFollower(facts);
  if (perFollower) measured["likes-saves-per-follower"] = perFollower;
  if (reads) {
    add("interactions-per-read", interactionsOf(facts), reads);
    if (saves) add("saves-per-read", sumOf(["saves"], saves), reads);
  }
  return measured;
}

/** The ways to a fair price, side by side: published bands, and what others cost per read and per interaction. */
import type { NoteCounts, PlatformFee, UnitCosts } from "./all-in-cost.ts";
import type { Peer } from "./comparable-quotes.ts";
import { type Currency, type Money, majorOf, money } from "./money.ts";
import { type OneEach, oneEach, othersThan } from "./others.ts";
import { PRICE_BANDS, VIDEO_PREMIUM } from "./price-bands.ts";
import { median, quantile, type Sorted } from "./quantile.ts";

/** A page's price range for one size of account. */
export interface PublishedBand {
  low: Money;
  high: Money;
  /** the page, as its publisher names it */
  source: string;
}

interface LowMidHigh<T> {
  low: T;
  mid: T;
  high: T;
}

export type PriceMethodId = "tier-band" | "cost-per-read" | "cost-per-engagement";

/** What a method still needs before it can conclude. */
export type PriceGap = "quotes" | "reads" | "interactions";

/**
 * One way to a price. `range` is in the terms of a quote, before the platform's fee, and null while something is
 * lacking. `count` is how many pages or comparable quotes it rests on.
 */
export interface PriceMethod {
  id: PriceMethodId;
  range: LowMidHigh<Money> | null;
  count: number;
  gaps: readonly PriceGap[];
  /** what others cost a read or an interaction, with the platform's fee, in major units */
  unit?: LowMidHigh<number>;
  /** by what that was multiplied: this creator's reads or interactions per note */
  times?: number;
  /** single unit costs where they are too few to conclude from; those of other agencies are not among them */
  points?: readonly number[];
}

/** [A] source: rules P3, fewer quotes are shown but not concluded from */
export const LEAST_PEERS = 8;

function bandsFor(followers: number, video: boolean): PublishedBand[] {
  const [least, most] = video ? VIDEO_PREMIUM : [1, 1];
  return PRICE_BANDS.filter((band) => followers >= band.from && followers < band.below).map((band) => ({
    low: money(Math.round(band.low * least), "CNY"),
    high: money(Math.round(band.high * most), "CNY"),
    source: band.source,
  }));
}

/** From the median of the low ends to that of the high ends; the middle is their geometric mean. source: rules P1 */
function byBands(bands: readonly PublishedBand[]): PriceMethod {
  const low = Math.round(median(bands.map((band) => majorOf(band.low))));
  const high = Math.round(median(bands.map((band) => majorOf(band.high))));
  return {
    id: "tier-band",
    range: bands.length === 0 ? null : inMoney({ low, mid: Math.round(Math.sqrt(low * high)), high }, "CNY"),
    count: bands.length,
    gaps: [],
  };
}

/** Where one of the pages begins to name another price. */
const EDGES = [...new Set(PRICE_BANDS.flatMap(({ from, below }) => [from, below]))].sort((a, b) => a - b);

interface Published {
  bands: PublishedBand[];
  method: PriceMethod;
}

/** By format, then by the last edge that an account has passed. */
const published: Record<"image" | "video", Published[]> = { image: [], video: [] };

/** What the pages say is one for all accounts between two edges: worked out once, since a list asks 50,000 times. */
export function publishedFor(followers: number, video: boolean): Published {
  // what is no count of followers, or none, has no place between the edges
  if (!(followers >= (EDGES[0] ?? 0))) return publishedOf(followers, video);
  const made = published[video ? "video" : "image"];
  let edge = EDGES.length - 1;
  while (edge > 0 && !((EDGES[edge] ?? 0) <= followers)) edge -= 1;
  const known = made[edge];
  if (known !== undefined) return known;
  const of = publishedOf(followers, video);
  made[edge] = of;
  return of;
}

function publishedOf(followers: number, video: boolean): Published {
  const bands = bandsFor(followers, video);
  return { bands, method: byBands(bands) };
}

/** What a comparison by unit costs is about. */
interface Compared {
  peers: readonly Peer[];
  /** who is priced: a quote of theirs among the peers does not count */
  creatorId: string | undefined;
  counts: NoteCounts;
  currency: Currency;
  fee: PlatformFee;
  /** who asks: points of other agencies are not shown; null for the brand's own people */
  agency: string | null;
}

const COST = {
  "cost-per-read": { unit: "perRead", count: "reads" },
  "cost-per-engagement": { unit: "perInteraction", count: "interactions" },
} as const satisfies Partial<
  Record<PriceMethodId, { unit: keyof UnitCosts; count: keyof NoteCounts & PriceGap }>
>;

const lacking = (id: keyof typeof COST, ...gaps: PriceGap[]): PriceMethod => ({
  id,
  range: null,
  count: 0,
  gaps,
});

/** What is said where there is nobody to compare with, as in every team's first list. */
const ALONE = {
  "cost-per-read": lacking("cost-per-read", "quotes"),
  "cost-per-engagement": lacking("cost-per-engagement", "quotes"),
};
const UNCOUNTED = {
  "cost-per-read": lacking("cost-per-read", "quotes", "reads"),
  "cost-per-engagement": lacking("cost-per-engagement", "quotes", "interactions"),
};

/**
 * The quarters and the middle of what others cost for each read (or interaction), times this creator's. Others' costs
 * hold the platform's fee, so that both modes compare; this creator's fee is taken off again, because the quote is
 * what is placed on the range. source: rules P3, A6
 */
export function byUnitCost(id: keyof typeof COST, about: Compared): PriceMethod {
  const { unit, count } = COST[id];
  if (about.peers.length === 0) return (about.counts[count] ?? 0) > 0 ? ALONE[id] : UNCOUNTED[id];
  const costs = costsOf(about.peers, unit);
  const others = othersThan(costs.each, about.creatorId);
  const times = about.counts[count];
  const isCounted = times !== undefined && times > 0;
  if (others.count < LEAST_PEERS) {
    const points = pointsFor(costs, about);
    const few: PriceMethod = { ...lacking(id, "quotes", ...(isCounted ? [] : [count])), count: others.count };
    return points.length === 0 ? few : { ...few, points };
  }
  const unitCost = quartersOf(others);
  if (!isCounted) return { id, range: null, count: others.count, gaps: [count], unit: unitCost };
  const price = (cost: number) => money(Math.round((cost * times) / (1 + about.fee)), about.currency);
  const range = { low: price(unitCost.low), mid: price(unitCost.mid), high: price(unitCost.high) };
  return { id, range, count: others.count, gaps: [], unit: unitCost, times };
}

function quartersOf(others: Sorted): LowMidHigh<number> {
  return { low: quantile(others, 0.25), mid: quantile(others, 0.5), high: quantile(others, 0.75) };
}

/** Single costs of the own side. */
function pointsFor({ all }: Costs, { creatorId, agency }: Compared): number[] {
  return all
    .filter((cost) => cost.creatorId !== creatorId && cost.agency === agency)
    .map(({ value }) => value)
    .sort((a, b) => a - b);
}

/** What was paid for each read (or interaction). */
interface Costs {
  each: OneEach;
  /** whose they are, where they may be too few to conclude from */
  all: readonly { creatorId: string; value: number; agency: string | null }[];
}

/** By whom is compared with: in a list the same ones again and again. */
const allCosts: Record<keyof UnitCosts, WeakMap<readonly Peer[], Costs>> = {
  perRead: new WeakMap(),
  perInteraction: new WeakMap(),
};

function costsOf(peers: readonly Peer[], unit: keyof UnitCosts): Costs {
  const before = allCosts[unit].get(peers);
  if (before !== undefined) return before;
  const all: { creatorId: string; value: number; agency: string | null }[] = [];
  for (const { creatorId, costs, agency } of peers) {
    const value = costs[unit];
    if (value !== null) all.push({ creatorId, value, agency });
  }
  const made = { each: oneEach(all), all: all.length > LEAST_PEERS ? [] : all };
  allCosts[unit].set(peers, made);
  return made;
}

/** The median, over the methods that conclude in one currency, of their lows, middles and highs. source: rules P4 */
export function combined(methods: readonly PriceMethod[], currency: Currency): LowMidHigh<Money> | null {
  const ranges: LowMidHigh<Money>[] = [];
  for (const { range } of methods) if (range?.low.currency === currency) ranges.push(range);
  const [only] = ranges;
  if (only === undefined || ranges.length === 1) return only ?? null;
  const middle = (end: keyof LowMidHigh<Money>) =>
    Math.round(median(ranges.map((range) => majorOf(range[end]))));
  return inMoney({ low: middle("low"), mid: middle("mid"), high: middle("high") }, currency);
}

function inMoney({ low, mid, high }: LowMidHigh<number>, currency: Currency): LowMidHigh<Money> {
  return { low: money(low, currency), mid: money(mid, currency), high: money(high, currency) };
}

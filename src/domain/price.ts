/** What a note should cost: published price bands, comparable quotes, all-in cost and unit costs. */
import type { CreatorFacts, Fact } from "./creator-facts.ts";
import { addMoney, type Money, majorOf, money, shareOf, subtractMoney } from "./money.ts";
import { FAR_OFF_TIMES, PRICE_BANDS, VIDEO_PREMIUM } from "./price-bands.ts";
import { interactionsOf, perNote, total } from "./rates.ts";

export type NoteFormat = "image" | "video";

/** Where a quote stands against the market; "far-off" is 50 times outside it and likely a slip or a trap. */
export type Standing = "below" | "within" | "above" | "far-off";

/** A range of prices and the public page, or the quotes, it rests on. */
interface PriceRange {
  low: Money;
  high: Money;
  source: string;
}

/** What the comparable quotes say; without enough of them there is a count and no conclusion. */
interface PeerPrice {
  count: number;
  range: { low: Money; mid: Money; high: Money } | null;
}

/** Cost per read and per interaction in major units of the currency, unrounded; null where nothing was counted. */
export interface UnitCosts {
  perRead: number | null;
  perInteraction: number | null;
}

/**
 * A fair price for one note. `low` and `high` are the medians of the bands that cover the account, `mid` their
 * geometric mean. `standing` is null without a quote in CNY, the currency of the bands.
 */
export interface FairPrice {
  format: NoteFormat;
  low: Money;
  mid: Money;
  high: Money;
  bands: PriceRange[];
  quote: Money | null;
  allIn: AllInCost | null;
  standing: Standing | null;
  unitCosts: UnitCosts | null;
  peers: PeerPrice | null;
}

/** What a quote really costs, part by part. `total` is quote + platformFee + agencyFee - rebate. */
export interface AllInCost {
  quote: Money;
  platformFee: Money;
  agencyFee: Money;
  rebate: Money;
  total: Money;
}

/** source: rules E8; 20% is the platform's guaranteed-exposure mode (优效) */
export type PlatformFee = 0.1 | 0.2;

/** [A] source: interactions section 1, fewer quotes are shown but not concluded from */
const LEAST_PEERS = 8;

/**
 * The cost of a quote with everything on top. An MCN's commission is inside the quote and is not added again
 * (source: rules G4); `agencyShare` is an agency's fee on top, `rebate` the part the contract returns to the brand,
 * both fractions of the quote. source: rules E8
 */
export function allInCost(
  quote: Money,
  terms: { platformFee: PlatformFee; agencyShare?: number; rebate?: number },
): AllInCost {
  const platformFee = shareOf(quote, terms.platformFee);
  const agencyFee = shareOf(quote, terms.agencyShare ?? 0);
  const rebate = shareOf(quote, terms.rebate ?? 0);
  const gross = addMoney(addMoney(quote, platformFee), agencyFee);
  return { quote, platformFee, agencyFee, rebate, total: subtractMoney(gross, rebate) };
}

/**
 * What one read and one interaction cost. `cost` is all-in, so that two routes can be compared; the counts are per
 * note. Nothing read or nothing done has no unit cost. source: rules A6
 */
export function unitCosts(cost: Money, counts: { reads?: number; interactions?: number }): UnitCosts {
  const per = (count: number | undefined) =>
    count !== undefined && count > 0 ? majorOf(cost) / count : null;
  return { perRead: per(counts.reads), perInteraction: per(counts.interactions) };
}

/** The value below which a share of the sorted values lies, between two neighbours in a straight line. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

function median(values: readonly number[]): number {
  return quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}

function peerPrice(quotes: readonly Money[] | undefined): PeerPrice | null {
  if (!quotes) return null;
  const currency = quotes[0]?.currency;
  const comparable = quotes.filter((quote) => quote.currency === currency).map((quote) => quote.amount);
  const sorted = comparable.sort((a, b) => a - b);
  if (currency === undefined || sorted.length < LEAST_PEERS) return { count: sorted.length, range: null };
  const at = (share: number): Money => ({ amount: Math.round(quantile(sorted, share)), currency });
  return { count: sorted.length, range: { low: at(0.25), mid: at(0.5), high: at(0.75) } };
}

function standingOf(quote: Money, low: number, high: number): Standing | null {
  if (quote.currency !== "CNY") return null;
  const price = majorOf(quote);
  if (price * FAR_OFF_TIMES < low || price > high * FAR_OFF_TIMES) return "far-off";
  if (price < low) return "below";
  return price > high ? "above" : "within";
}

function bandsFor(followers: number, format: NoteFormat): PriceRange[] {
  const [least, most] = format === "video" ? VIDEO_PREMIUM : [1, 1];
  return PRICE_BANDS.filter((band) => followers >= band.from && followers < band.below).map((band) => ({
    low: money(Math.round(band.low * least), "CNY"),
    high: money(Math.round(band.high * most), "CNY"),
    source: band.source,
  }));
}

function quoteOf(facts: CreatorFacts, wanted: NoteFormat | undefined) {
  const format = wanted ?? (facts.quoteVideo && !facts.quoteImage ? "video" : "image");
  const quote: Fact<Money> | undefined = format === "video" ? facts.quoteVideo : facts.quoteImage;
  return { format, quote: quote?.value ?? null };
}

function countsOf(facts: CreatorFacts): { reads?: number; interactions?: number } {
  const reads = perNote(facts.reads);
  const interactions = interactionsOf(facts);
  return {
    ...(reads && { reads: reads.value }),
    ...(interactions && { interactions: total(interactions.parts) }),
  };
}

/**
 * A fair price from the published bands that cover the account, always a range: they differ two to five times.
 * Null when the size is unknown or no band covers it. The quote is placed against the range as it is; unit costs
 * use quote and the usual 10% platform fee. source: rules F4, A5, A6, E8 and the bands' own pages
 *
 * @param options.format which note is priced; by default the one that has a quote, images first
 * @param options.peers quotes of comparable creators; at least 8 in one currency give a range
 */
export function fairPrice(
  facts: CreatorFacts,
  options: { format?: NoteFormat; peers?: readonly Money[] } = {},
): FairPrice | null {
  if (!facts.followers) return null;
  const { format, quote } = quoteOf(facts, options.format);
  const bands = bandsFor(facts.followers.value, format);
  if (bands.length === 0) return null;
  const low = Math.round(median(bands.map((band) => majorOf(band.low))));
  const high = Math.round(median(bands.map((band) => majorOf(band.high))));
  const allIn = quote && allInCost(quote, { platformFee: 0.1 });
  return {
    format,
    low: money(low, "CNY"),
    mid: money(Math.round(Math.sqrt(low * high)), "CNY"),
    high: money(high, "CNY"),
    bands,
    quote,
    allIn,
    standing: quote && standingOf(quote, low, high),
    unitCosts: allIn && unitCosts(allIn.total, countsOf(facts)),
    peers: peerPrice(options.peers),
  };
}

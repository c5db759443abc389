/** What a note should cost: several methods side by side, one range from those that conclude, and the quote on it. */
import {
  type AllInCost,
  type NoteCounts,
  type NoteFormat,
  noteCounts,
  openCost,
  platformFeeOf,
  quoteOf,
  type UnitCosts,
  unitCosts,
} from "./all-in-cost.ts";
import { comparable, type Peer } from "./comparable-quotes.ts";
import type { CreatorFacts } from "./creator-facts.ts";
import { type Money, majorOf } from "./money.ts";
import { FAR_OFF_TIMES } from "./price-bands.ts";
import { byUnitCost, combined, type PriceMethod, type PublishedBand, publishedFor } from "./price-methods.ts";

export type { NoteFormat } from "./all-in-cost.ts";

/** Where a quote stands against the market; "far-off" is 50 times outside it and likely a slip or a trap. */
export type Standing = "below" | "within" | "above" | "far-off";

/**
 * A fair price for one note. `low`, `mid` and `high` come from the methods that conclude (source: rules P4);
 * `standing` is null without a quote in the currency of that range. Nothing here is confidential to one side.
 */
export interface FairPrice {
  format: NoteFormat;
  low: Money;
  mid: Money;
  high: Money;
  bands: PublishedBand[];
  quote: Money | null;
  allIn: AllInCost | null;
  standing: Standing | null;
  unitCosts: UnitCosts | null;
  /** absent in snapshots made when the bands were the only method */
  methods?: PriceMethod[];
  /** an MCN is known, and its commission is inside the quote */
  throughMcn?: boolean;
  /** of the other format, where both were quoted */
  other?: FairPrice;
}

export interface PriceOptions {
  /** which note is priced; by default the one that has a quote, images first */
  format?: NoteFormat;
  /** quotes of creators; which of them compare is decided here */
  peers?: readonly Peer[];
  /** who is priced: nobody is compared with a quote of their own */
  creatorId?: string;
  /** the agency that asks; null or absent for the brand's own people */
  agency?: string | null;
}

/**
 * A fair price, always as a range. Null when the size is unknown. The quote is placed against the range as it is; unit
 * costs use quote and platform fee. source: rules P1 to P4, F4, A5, A6, E8 and the bands' own pages
 */
export function fairPrice(facts: CreatorFacts, options: PriceOptions = {}): FairPrice | null {
  const onlyVideo = facts.quoteVideo !== undefined && facts.quoteImage === undefined;
  const format = options.format ?? (onlyVideo ? "video" : "image");
  const counts = noteCounts(facts);
  const price = priceOf(facts, format, counts, options);
  if (price === null || options.format !== undefined || !facts.quoteImage || !facts.quoteVideo) return price;
  const other = priceOf(facts, "video", counts, options);
  if (other !== null) price.other = other;
  return price;
}

function priceOf(
  facts: CreatorFacts,
  format: NoteFormat,
  counts: NoteCounts,
  options: PriceOptions,
): FairPrice | null {
  if (!facts.followers) return null;
  const { bands, method } = publishedFor(facts.followers.value, format === "video");
  const quote = quoteOf(facts, format);
  const currency = quote?.currency ?? "CNY";
  const { peers = [] } = options;
  const about = {
    format,
    currency,
    followers: facts.followers.value,
    category: facts.category?.value ?? null,
  };
  const compared = {
    peers: peers.length === 0 ? peers : comparable(peers, about),
    creatorId: options.creatorId,
    counts,
    currency,
    fee: platformFeeOf(facts),
    agency: options.agency ?? null,
  };
  const methods = [
    method,
    byUnitCost("cost-per-read", compared),
    byUnitCost("cost-per-engagement", compared),
  ];
  // nobody gave an exchange rate, so a foreign quote stands beside a range in yuan, not on it
  const range = combined(methods, currency) ?? combined(methods, "CNY");
  if (range === null) return null;
  const allIn = openCost(facts, format);
  const price: FairPrice = {
    format,
    low: range.low,
    mid: range.mid,
    high: range.high,
    bands,
    quote,
    allIn,
    standing: quote && standingOf(quote, range),
    unitCosts: allIn && unitCosts(allIn.total, counts),
    methods,
  };
  if (facts.mcn) price.throughMcn = true;
  return price;
}

/**
 * The published range for the size of an account, where the quote is far off it; null where it is not, or one of both
 * is unknown. source: rules F4
 */
export function rangeFarOff(facts: CreatorFacts, format: NoteFormat): { low: Money; high: Money } | null {
  const quote = quoteOf(facts, format);
  if (quote === null || !facts.followers) return null;
  const { range } = publishedFor(facts.followers.value, format === "video").method;
  return range !== null && standingOf(quote, range) === "far-off" ? range : null;
}

function standingOf(quote: Money, range: { low: Money; high: Money }): Standing | null {
  if (quote.currency !== range.low.currency) return null;
  const [price, low, high] = [majorOf(quote), majorOf(range.low), majorOf(range.high)];
  if (price * FAR_OFF_TIMES < low || price > high * FAR_OFF_TIMES) return "far-off";
  if (price < low) return "below";
  return price > high ? "above" : "within";
}

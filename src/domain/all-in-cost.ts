/** What a note really costs: the quote with everything on top of it, and what one read and one interaction cost. */
import type { CreatorFacts } from "./creator-facts.ts";
import { addMoney, type Money, majorOf, shareOf, subtractMoney } from "./money.ts";
import { interactionCount, perNote } from "./rates.ts";

export type NoteFormat = "image" | "video";

/**
 * What a quote really costs, part by part: `total` is quote + platformFee + agencyFee - rebate. The last two are
 * absent where nobody named them or the reader may not see them; `total` is then without them.
 */
export interface AllInCost {
  quote: Money;
  platformFee: Money;
  /** absent in snapshots made when it was always 10% */
  feeShare?: PlatformFee;
  agencyFee?: Money;
  rebate?: Money;
  total: Money;
}

/** Cost per read and per interaction in major units of the currency, unrounded; null where nothing was counted. */
export interface UnitCosts {
  perRead: number | null;
  perInteraction: number | null;
}

/** Reads and interactions of one note. */
export interface NoteCounts {
  reads?: number;
  interactions?: number;
}

/** What the platform adds to a quote: 20% in its guaranteed mode (优效), else 10%. source: rules E8 */
export type PlatformFee = 0.1 | 0.2;

export function platformFeeOf({ guaranteedMode }: CreatorFacts): PlatformFee {
  return guaranteedMode?.value ? 0.2 : 0.1;
}

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
  const agencyFee = terms.agencyShare === undefined ? undefined : shareOf(quote, terms.agencyShare);
  const rebate = terms.rebate === undefined ? undefined : shareOf(quote, terms.rebate);
  const withFee = addMoney(quote, platformFee);
  const gross = agencyFee === undefined ? withFee : addMoney(withFee, agencyFee);
  const total = rebate === undefined ? gross : subtractMoney(gross, rebate);
  const feeShare = terms.platformFee;
  if (agencyFee === undefined && rebate === undefined) return { quote, platformFee, feeShare, total };
  return { quote, platformFee, feeShare, ...(agencyFee && { agencyFee }), ...(rebate && { rebate }), total };
}

/** What everybody may see of a quote: with the platform's fee, without anybody's terms. source: rules E8 */
export function openCost(facts: CreatorFacts, format: NoteFormat): AllInCost | null {
  const quote = quoteOf(facts, format);
  return quote && allInCost(quote, { platformFee: platformFeeOf(facts) });
}

/**
 * The same with the agency's share and the rebate, which belong to one side and never stand on a card that another
 * one may see. Null where neither is known.
 */
export function confidentialCost(facts: CreatorFacts, format: NoteFormat): AllInCost | null {
  const quote = quoteOf(facts, format);
  const { agencyShare, rebate } = facts;
  if (quote === null || (!agencyShare && !rebate)) return null;
  return allInCost(quote, {
    platformFee: platformFeeOf(facts),
    ...(agencyShare && { agencyShare: agencyShare.value }),
    ...(rebate && { rebate: rebate.value }),
  });
}

export function quoteOf(facts: CreatorFacts, format: NoteFormat): Money | null {
  return (format === "video" ? facts.quoteVideo : facts.quoteImage)?.value ?? null;
}

/** What is known of one note; lifetime totals are not (source: rules C3). */
export function noteCounts(facts: CreatorFacts): NoteCounts {
  const counts: NoteCounts = {};
  const reads = perNote(facts.reads);
  if (reads !== undefined) counts.reads = reads.value;
  const interactions = interactionCount(facts);
  if (interactions !== undefined) counts.interactions = interactions;
  return counts;
}

/**
 * What one read and one interaction cost. `cost` is all-in, so that two routes can be compared; the counts are per
 * note. Nothing read or nothing done has no unit cost. source: rules A6
 */
export function unitCosts(cost: Money, counts: NoteCounts): UnitCosts {
  const major = majorOf(cost);
  const { reads = 0, interactions = 0 } = counts;
  return {
    perRead: reads > 0 ? major / reads : null,
    perInteraction: interactions > 0 ? major / interactions : null,
  };
}

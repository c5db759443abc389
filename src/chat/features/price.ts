/** What a note should cost and what it does cost, as people see it. */
import { z } from "zod";
import type { AllInCost, NoteFormat } from "../../domain/all-in-cost.ts";
import type { Standing } from "../../domain/price.ts";
import type { PriceGap, PriceMethodId } from "../../domain/price-methods.ts";

/**
 * The cost with one side's terms, by format: only in what that side alone reads. A card without it shows quote,
 * platform fee and their sum.
 */
export const ConfidentialCosts = z.custom<{ [Format in NoteFormat]?: AllInCost | undefined }>(
  (value) => typeof value === "object" && value !== null,
);

/** To whoever gave an agency's share or a rebate in a group: the cost that the group's card does not show. */
export const PriceTermsData = z.object({ creator: z.string(), costs: ConfidentialCosts });

/** What others cost, by which count it was multiplied (null: unknown), and the fee that was taken off again. */
interface UnitWords {
  count: string;
  low: string;
  mid: string;
  high: string;
  times: string | null;
  fee: string;
}

export interface PriceMessages {
  fields: { fee: string; agency: string; rebate: string };
  title: string;
  titles: Readonly<Record<NoteFormat, string>>;
  range(low: string, mid: string, high: string): string;
  /** the row beside the fair price */
  quoted: string;
  quotedTitles: Readonly<Record<NoteFormat, string>>;
  standings: Readonly<Record<Standing, (quote: string) => string>>;
  noQuote: string;
  /** a quote in another currency than the range */
  notPlaced(quote: string, currency: string): string;
  unknownSize: string;
  noFollowers: string;
  allIn(total: string, fee: string): string;
  /** how the one range came about */
  fromMethods(count: string): string;
  fromOneMethod: string;
  methods: Readonly<Record<PriceMethodId, string>>;
  publisherDefaults: string;
  noConclusion: string;
  perRead(about: UnitWords): string;
  perEngagement(about: UnitWords): string;
  /** too few quotes, with the single costs that may be shown */
  tooFew(count: string, least: string, points: string | null): string;
  gaps: Readonly<Record<PriceGap, (missing: string) => string>>;
  toConclude(needs: string): string;
  cost: string;
  quote(amount: string): string;
  platformFee(share: string, amount: string): string;
  agencyShare(amount: string): string;
  rebate(amount: string): string;
  total(amount: string): string;
  mcnInside: string;
  /** the cost with one side's terms, for that side alone */
  terms: { title(creator: string): string; costs: Readonly<Record<NoteFormat, string>>; onlyYou: string };
  unitCosts(perRead: string | null, perInteraction: string | null): string;
}

/** Submitted lists and terms as people see them: the cards' data and their words. */
import { z } from "zod";
import type { FunnelAdvice, RowDecision } from "../../domain/list-approval.ts";
import { TIER_SCHEMES, type TierId } from "../../domain/tiers.ts";
import { MoneyData, PersonRefData } from "./common.ts";

const Tier = z.custom<TierId>((value) => typeof value === "string");
const Decision = z.enum(["pass", "no", "reserve"]);
const Format = z.enum(["image", "video"]);
const CampaignData = z.object({ id: z.string(), name: z.string() });

/** One row as everybody may read it who may read the list at all. */
const ListRowData = z.object({
  position: z.int(),
  creator: z.string(),
  tier: Tier.nullable(),
  followers: z.number().nullable(),
  score: z.number().nullable(),
  format: Format,
  price: MoneyData,
  passedPrice: MoneyData.nullable(),
  reason: z.string(),
  decision: Decision.nullable(),
  comment: z.string().nullable(),
  decidedBy: PersonRefData.nullable(),
  /** what the same side quotes since the price was frozen, where it is another */
  quotedSince: MoneyData.nullable(),
});

export const ListCardData = z.object({
  id: z.string(),
  number: z.int(),
  campaign: CampaignData,
  tierScheme: z.enum(TIER_SCHEMES),
  /** "own": for the side that submitted it; nothing of the brand's own is in it */
  view: z.enum(["brand", "own"]),
  agency: z.string(),
  note: z.string().nullable(),
  submittedBy: PersonRefData,
  submittedAt: z.string(),
  closedAt: z.string().nullable(),
  rows: z.array(ListRowData),
  /** what a click brings along, so that late ones are found */
  seen: z.string(),
  deciders: z.array(PersonRefData),
  /** who submitted the list is the only one who may decide on it */
  isOnlyDecider: z.boolean(),
  /** of this list, by currency */
  passedSums: z.array(MoneyData),
  /** null for everybody but the brand */
  brand: z
    .object({
      budget: MoneyData.nullable(),
      ceiling: MoneyData.nullable(),
      /** of the whole campaign, by currency, its own first */
      spent: z.array(MoneyData),
      /** rows whose price is above the ceiling */
      aboveCeiling: z.array(z.int()),
      /** what other sides ask for the same creators */
      rivals: z.array(z.object({ creator: z.string(), agency: z.string(), price: MoneyData })),
    })
    .nullable(),
  funnel: z.object({ candidates: z.int(), vetted: z.int(), submitted: z.int(), passed: z.int() }),
  advice: z.array(z.enum(["few-candidates", "many-candidates", "few-passed", "many-passed"])),
});

/** What a person is told beside the card: who could not be submitted, which rows were decided meanwhile. */
export const ListNoteData = z.object({
  campaign: z.string(),
  number: z.int(),
  /** rows that were submitted or decided just now */
  done: z.int(),
  noPrice: z.array(z.string()),
  late: z.array(
    z.object({ position: z.int(), creator: z.string(), decision: Decision.nullable(), by: z.string() }),
  ),
});

export const TermsCardData = z.object({
  campaign: CampaignData,
  /** null for a reader who is not of the brand */
  brand: z
    .object({
      budget: MoneyData.nullable(),
      ceiling: MoneyData.nullable(),
      spent: z.array(MoneyData),
    })
    .nullable(),
  /** null for a reader without an agency */
  own: z.object({ agency: z.string(), margin: z.number().nullable() }).nullable(),
  changed: z.boolean(),
});

export interface ListMessages {
  submitSummary: string;
  decideSummary: string;
  closeSummary: string;
  showSummary: string;
  fields: {
    list: string;
    rows: string;
    lines: string;
    note: string;
    decision: string;
    price: string;
    comment: string;
    seen: string;
    campaign: string;
  };
  submitForm: { title: string; submit: string; linesHint: string; noteHint: string };
  decideForm: {
    title: string;
    submit: string;
    rowsHint: string;
    priceHint: string;
    commentHint: string;
  };
  title(campaign: string, number: string, open: string, total: string): string;
  decidedTitle(campaign: string, number: string, pass: string, reserve: string, no: string): string;
  askBrand: string;
  allDecided: string;
  askOwn(names: string): string;
  noDeciders: string;
  onlyDecider(name: string): string;
  closed(at: string): string;
  columns: {
    position: string;
    creator: string;
    tier: string;
    followers: string;
    score: string;
    format: string;
    price: string;
    passedPrice: string;
    reason: string;
    decision: string;
    comment: string;
  };
  formats: Readonly<Record<"image" | "video", string>>;
  decisions: Readonly<Record<RowDecision, string>>;
  undecided: string;
  result: string;
  counts(pass: string, reserve: string, no: string, open: string): string;
  agency: string;
  ownTeam: string;
  noteLabel: string;
  budget: string;
  budgetLine(spent: string, budget: string, share: string): string;
  /** null: nothing is passed yet */
  spentLine(spent: string | null): string;
  nothingPassed: string;
  otherCurrencies(sums: string): string;
  passedSum: string;
  ceiling: string;
  aboveCeiling(rows: string): string;
  /** rows that were passed at more than was asked */
  aboveAsked(rows: string): string;
  rowName(row: string, creator: string): string;
  caption: string;
  priceChanged(creator: string, frozen: string, now: string): string;
  rival(creator: string, agency: string, price: string): string;
  next(count: string): string;
  brief: string;
  plan: string;
  slot: string;
  /** `isAll`: nothing is decided yet */
  passRest(count: string, isAll: boolean): string;
  confirmRest: { title(count: string): string; text: string; ok: string; cancel: string };
  close: string;
  confirmClose: { title: string; text(open: string | null): string; ok: string; cancel: string };
  decide: string;
  funnel(candidates: string, vetted: string, submitted: string, passed: string): string;
  advice: Readonly<Record<FunnelAdvice, string>>;
  submittedBy(name: string, at: string): string;
  scheme(name: string): string;
  told: {
    title(campaign: string, number: string): string;
    submitted(count: string): string;
    noPrice(names: string): string;
    late(position: string, creator: string, decision: string, by: string): string;
    lateRule: string;
    recorded(count: string): string;
    askPrice: string;
  };
  terms: {
    summary: string;
    title(campaign: string): string;
    fields: { budget: string; ceiling: string; margin: string };
    unset: string;
    spent: string;
    margin(agency: string): string;
    brandOnly: string;
    ownOnly: string;
    nothing: string;
  };
}

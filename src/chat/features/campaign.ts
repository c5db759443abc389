/** Campaigns and their shortlists as people see them: the cards' data and their words. */
import { z } from "zod";
import type { DraftState } from "../../domain/drafts.ts";
import { FLAG_IDS } from "../../domain/flag-types.ts";
import { TIER_SCHEMES, type TierId } from "../../domain/tiers.ts";
import type { Wave } from "../../domain/waves.ts";
import { MoneyData, PersonRefData } from "./common.ts";

/** Who a campaign speaks to, as a form or a line names it. */
export type Target = "female" | "male" | "everyone";

const Tier = z.custom<TierId>((value) => typeof value === "string");

export const CampaignCardData = z.object({
  id: z.string(),
  name: z.string(),
  brand: z.string(),
  product: z.string(),
  category: z.string(),
  target: z.enum(["female", "male", "everyone"]),
  ages: z.string().nullable().optional(),
  regions: z.string().nullable().optional(),
  tierScheme: z.enum(TIER_SCHEMES),
  currency: z.string(),
  /** YYYY-MM-DD */
  launchOn: z.string(),
  waves: z.array(
    z.object({ wave: z.enum(["seeding", "burst", "sustain"]), from: z.string(), to: z.string() }),
  ),
  /** names of the chats it is bound to */
  chats: z.object({ slack: z.string().nullable(), lark: z.string().nullable() }),
  shortlisted: z.int(),
  drafts: z.object({
    "in-review": z.int(),
    "changes-requested": z.int(),
    approved: z.int(),
    withdrawn: z.int(),
  }),
  createdBy: PersonRefData,
  /** when the counts were taken, ISO 8601 */
  at: z.string(),
  isNew: z.boolean(),
});

export const ShortlistData = z.object({
  campaign: z.object({ id: z.string(), name: z.string() }),
  tierScheme: z.enum(TIER_SCHEMES),
  rows: z.array(
    z.object({
      creator: z.string(),
      tier: Tier.nullable(),
      followers: z.number().nullable(),
      score: z.number().nullable(),
      quote: MoneyData.nullable(),
      /** of the vetting that is on the list; `overruled`: a person set it aside */
      flags: z
        .array(
          z.object({
            id: z.enum(FLAG_IDS),
            severity: z.enum(["high", "medium", "low"]),
            overruled: z.boolean(),
          }),
        )
        .default([]),
      /** with the brand; missing in messages of earlier versions */
      list: z.enum(["submitted", "pass", "no", "reserve"]).nullable().default(null),
      /** a name alone in messages of earlier versions */
      addedBy: z.union([z.string(), PersonRefData]),
    }),
  ),
});

/** Whose a group is now; `agency` is "" for the brand alone and null while nobody says. */
export const ChatSideData = z.object({
  platform: z.enum(["slack", "lark"]),
  chat: z.string(),
  agency: z.string().nullable(),
});

export interface CampaignMessages {
  summary: string;
  newSummary: string;
  showSummary: string;
  shortlistSummary: string;
  form: {
    title: string;
    submit: string;
    intro: string;
    launchHint: string;
    budgetHint: string;
    briefHint: string;
    onePerLine: string;
    agesHint: string;
    regionsHint: string;
    schemeHint: string;
    /** groups of the form's fields */
    groups: { audience: string; setup: string; brief: string };
  };
  fields: {
    name: string;
    brand: string;
    product: string;
    category: string;
    launch: string;
    target: string;
    ages: string;
    regions: string;
    scheme: string;
    currency: string;
    budget: string;
    slack: string;
    lark: string;
    backgroundEn: string;
    backgroundZh: string;
    goalEn: string;
    goalZh: string;
    pointsEn: string;
    pointsZh: string;
    mustEn: string;
    mustZh: string;
    mustNotEn: string;
    mustNotZh: string;
  };
  targets: Readonly<Record<Target, string>>;
  /** category id -> its name; a category outside the list is shown as typed */
  categories: Readonly<Record<string, string>>;
  /** the choice of no chat */
  noChat: string;
  notBound: string;
  title(name: string, isNew: boolean): string;
  cardSummary(name: string, launch: string): string;
  launch: string;
  waves: Readonly<Record<Wave, string>>;
  span(from: string, to: string): string;
  chats: string;
  shortlisted: string;
  creators(count: string): string;
  drafts: string;
  noDrafts: string;
  draftCount(state: DraftState, count: string): string;
  openShortlist: string;
  submitDraft: string;
  createdBy(name: string, at: string): string;
  shortlist: {
    title(campaign: string, count: string): string;
    empty: string;
    columns: {
      creator: string;
      tier: string;
      followers: string;
      score: string;
      quote: string;
      flags: string;
      addedBy: string;
      list: string;
    };
    overruled(flag: string): string;
    lists: Readonly<Record<"submitted" | "pass" | "no" | "reserve", string>>;
    submit: string;
    scheme(name: string): string;
    vet: string;
  };
  side: {
    summary: string;
    title: string;
    submit: string;
    fields: { side: string; chat: string };
    hint: string;
    brandAlone: string;
    withAgency(agency: string): string;
    unsaid: string;
    /** what the card says of the group */
    said(chat: string, agency: string | null): string;
    prices: Readonly<Record<"brand" | "agency" | "unsaid-slack" | "unsaid-lark", string>>;
    earlier: string;
  };
}

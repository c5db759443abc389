/** What creators were asked and offered for one campaign, before anybody decides. */
import { bigint, index, primaryKey, real, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { Currency } from "../../domain/money.ts";
import type { NoteFormat } from "../../domain/price.ts";
import { instant } from "../columns.ts";
import { campaigns } from "./campaigns.ts";
import { creators } from "./creators.ts";
import { members } from "./people.ts";
import { seedbed } from "./seedbed.ts";

/** 询价, 二询, 锁档; "released" when a hold ran out or was given back */
export type OutreachState = "asked" | "rechecked" | "held" | "released";

/** One quote of one side: two MCNs may quote the same person. */
export const quotes = seedbed.table(
  "quotes",
  {
    id: text().primaryKey(),
    campaignId: text()
      .notNull()
      .references(() => campaigns.id),
    creatorId: text()
      .notNull()
      .references(() => creators.id),
    /** the MCN or agency that quotes; empty for the creator's own quote */
    via: text().notNull(),
    /** whose quote it is: `members.agency` of who entered it; other agencies do not see it. Empty: the brand's team */
    agency: text().notNull(),
    format: text().$type<NoteFormat>().notNull(),
    state: text().$type<OutreachState>().notNull(),
    /** in minor units of `priceCurrency`; both are empty until somebody quotes */
    priceAmount: bigint({ mode: "number" }),
    priceCurrency: text().$type<Currency>(),
    /** 返点 as a fraction of the quote; subtracted only where the contract returns it to the brand */
    rebateShare: real(),
    heldUntil: instant(),
    setBy: text()
      .notNull()
      .references(() => members.id),
    setAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex("quotes_one_each").on(t.campaignId, t.creatorId, t.via, t.agency, t.format),
    index("quotes_creator").on(t.creatorId),
  ],
);

/** What a campaign may cost: confidential to the brand. */
export const campaignTerms = seedbed.table("campaign_terms", {
  campaignId: text()
    .primaryKey()
    .references(() => campaigns.id),
  /** for all creators' fees, in minor units of the campaign's currency */
  budgetAmount: bigint({ mode: "number" }),
  /** the brand's highest price for one note, in minor units of the campaign's currency; the agency never sees it */
  ceilingAmount: bigint({ mode: "number" }),
  setBy: text()
    .notNull()
    .references(() => members.id),
  setAt: instant().notNull(),
});

/** What an agency keeps of a campaign: the brand never sees it, nor does another agency. */
export const agencyMargins = seedbed.table(
  "agency_margins",
  {
    campaignId: text()
      .notNull()
      .references(() => campaigns.id),
    /** `members.agency` of who set it */
    agency: text().notNull(),
    /** a fraction of the fees */
    share: real().notNull(),
    setBy: text()
      .notNull()
      .references(() => members.id),
    setAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.agency] })],
);

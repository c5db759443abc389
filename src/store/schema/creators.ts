/** Creators and whom to ask about them, every vetting as an immutable snapshot, and the shortlist. */
import { sql } from "drizzle-orm";
import { index, jsonb, primaryKey, real, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { CreatorFacts } from "../../domain/creator-facts.ts";
import type { FlagId } from "../../domain/flag-checks.ts";
import { instant, plainDate, vetReport } from "../columns.ts";
import { coreNameOf } from "../core-name.ts";
import { sizeBandNumber } from "../size-band-number.ts";
import { campaigns } from "./campaigns.ts";
import { members } from "./people.ts";
import { seedbed } from "./seedbed.ts";

/** Who answers for creators, such as an MCN's 机构商务: one contact, many creators. */
export const contacts = seedbed.table("contacts", {
  id: text().primaryKey(),
  name: text().notNull(),
  mcn: text(),
  createdAt: instant().notNull(),
});

export const creators = seedbed.table(
  "creators",
  {
    id: text().primaryKey(),
    name: text().notNull(),
    /** the name folded for look-up: NFKC, lower case, no spaces */
    nameKey: text().notNull(),
    /** 小红书号, changeable */
    handle: text(),
    /** 24 hex digits of the profile */
    platformId: text(),
    link: text(),
    contactId: text().references(() => contacts.id),
    /** 跟进人: who relays messages to the creator and is asked about them */
    inChargeId: text().references(() => members.id),
    /** personal data was erased on request: the name is a placeholder, the numbers stay */
    forgottenAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex("creators_platform_id").on(t.platformId),
    uniqueIndex("creators_name_key").on(t.nameKey, t.handle),
    index("creators_handle").on(t.handle),
    index("creators_core_name").on(coreNameOf(t.nameKey)),
  ],
);

/** What a merge changed, so that it can be undone: ids and scores, nothing that names anybody. */
export interface MergeTrail {
  /** keys of the rows that were moved, by table */
  rows: Record<string, string[]>;
  /** rows of lists, with the vetting that each rested on */
  importRows: {
    importId: string;
    line: number;
    vettingId: string;
    score: number | null;
    rawScore: number | null;
  }[];
  /** entries of shortlists that had both */
  dropped: { campaignId: string; vettingId: string; addedBy: string; addedAt: string }[];
  /** what the kept one lacked and got */
  filled: ("platformId" | "link" | "contactId" | "inChargeId")[];
  /** who had been merged with the merged one */
  followers: string[];
}

/**
 * Two creators that a person said are one: whatever names the merged one means the kept one. The merged row stays, so
 * that an old handle still leads to the person.
 */
export const creatorMerges = seedbed.table(
  "creator_merges",
  {
    mergedId: text()
      .primaryKey()
      .references(() => creators.id),
    keptId: text()
      .notNull()
      .references(() => creators.id),
    mergedBy: text()
      .notNull()
      .references(() => members.id),
    mergedAt: instant().notNull(),
    moved: jsonb().$type<MergeTrail>().notNull(),
  },
  (t) => [index("creator_merges_kept").on(t.keptId)],
);

export const vettings = seedbed.table(
  "vettings",
  {
    id: text().primaryKey(),
    creatorId: text()
      .notNull()
      .references(() => creators.id),
    campaignId: text().references(() => campaigns.id),
    facts: jsonb().$type<CreatorFacts>().notNull(),
    /** kept as it was written: taking a report apart for a search that nobody makes costs much of a batch's time */
    report: vetReport().notNull(),
    score: real(),
    vettedBy: text()
      .notNull()
      .references(() => members.id),
    vettedAt: instant().notNull(),
  },
  (t) => [
    index("vettings_creator").on(t.creatorId, t.vettedAt),
    index("vettings_quoted")
      .on(sizeBandNumber(t.facts), t.vettedAt)
      .where(sql`${t.facts} ?| array['quoteImage', 'quoteVideo']`),
    index("vettings_measured")
      .on(sizeBandNumber(t.facts), t.vettedAt)
      .where(sql`${t.facts} ?& array['likes', 'saves']`),
  ],
);

export const shortlistEntries = seedbed.table(
  "shortlist_entries",
  {
    campaignId: text()
      .notNull()
      .references(() => campaigns.id),
    creatorId: text()
      .notNull()
      .references(() => creators.id),
    vettingId: text()
      .notNull()
      .references(() => vettings.id),
    addedBy: text()
      .notNull()
      .references(() => members.id),
    addedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.creatorId] })],
);

/** A red flag that a person set aside for one vetting, with the reason; the flag itself stays in the snapshot. */
export const flagOverrules = seedbed.table(
  "flag_overrules",
  {
    vettingId: text()
      .notNull()
      .references(() => vettings.id),
    flag: text().$type<FlagId>().notNull(),
    reason: text().notNull(),
    overruledBy: text()
      .notNull()
      .references(() => members.id),
    overruledAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.vettingId, t.flag] })],
);

/** 竞品排他期: until when a creator works for no competitor of a brand in a category. */
export const exclusivities = seedbed.table(
  "exclusivities",
  {
    id: text().primaryKey(),
    creatorId: text()
      .notNull()
      .references(() => creators.id),
    brand: text().notNull(),
    category: text().notNull(),
    from: plainDate().notNull(),
    until: plainDate().notNull(),
    setBy: text()
      .notNull()
      .references(() => members.id),
    setAt: instant().notNull(),
  },
  (t) => [index("exclusivities_creator").on(t.creatorId, t.until)],
);

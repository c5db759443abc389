/** Creators, every vetting as an immutable snapshot, the shortlist and the lists that were imported. */
import { index, integer, jsonb, primaryKey, real, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { CreatorFacts } from "../../domain/creator-facts.ts";
import type { VetReport } from "../../domain/vet-report.ts";
import { instant } from "../columns.ts";
import { campaigns } from "./campaigns.ts";
import { members } from "./people.ts";
import { seedbed } from "./seedbed.ts";

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
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex("creators_platform_id").on(t.platformId),
    uniqueIndex("creators_name_key").on(t.nameKey, t.handle),
    index("creators_handle").on(t.handle),
  ],
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
    report: jsonb().$type<VetReport>().notNull(),
    score: real(),
    vettedBy: text()
      .notNull()
      .references(() => members.id),
    vettedAt: instant().notNull(),
  },
  (t) => [index("vettings_creator").on(t.creatorId, t.vettedAt)],
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

/** One row of a creator list as it was vetted; `place` is filled when the list is done. */
export interface ImportedRow {
  line: number;
  name: string;
  handle?: string | undefined;
  vettingId?: string | undefined;
}

export const listImports = seedbed.table("list_imports", {
  id: text().primaryKey(),
  campaignId: text().references(() => campaigns.id),
  fileName: text().notNull(),
  /** how the platform knows the file: a `FileRef` */
  file: jsonb().notNull(),
  /** where it was shared: a `Destination` */
  replyTo: jsonb().notNull(),
  platform: text().$type<"slack" | "lark">().notNull(),
  state: text().$type<"waiting" | "running" | "done" | "failed">().notNull(),
  vendor: text(),
  total: integer(),
  done: integer().notNull(),
  startedBy: text()
    .notNull()
    .references(() => members.id),
  startedAt: instant().notNull(),
  finishedAt: instant(),
});

export const listImportRows = seedbed.table(
  "list_import_rows",
  {
    importId: text()
      .notNull()
      .references(() => listImports.id),
    line: integer().notNull(),
    creatorId: text()
      .notNull()
      .references(() => creators.id),
    vettingId: text()
      .notNull()
      .references(() => vettings.id),
  },
  (t) => [primaryKey({ columns: [t.importId, t.line] })],
);

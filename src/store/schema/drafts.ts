/** Drafts, their versions and the decisions on them; briefs. */
import { integer, jsonb, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { DraftState } from "../../domain/drafts.ts";
import { instant } from "../columns.ts";
import { campaigns } from "./campaigns.ts";
import { creators } from "./creators.ts";
import { members } from "./people.ts";
import { seedbed } from "./seedbed.ts";

export const drafts = seedbed.table(
  "drafts",
  {
    id: text().primaryKey(),
    campaignId: text()
      .notNull()
      .references(() => campaigns.id),
    creatorId: text()
      .notNull()
      .references(() => creators.id),
    state: text().$type<DraftState>().notNull(),
    /** the newest version, 1 and up */
    version: integer().notNull(),
    round: integer().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex("drafts_campaign_creator").on(t.campaignId, t.creatorId)],
);

export const draftVersions = seedbed.table(
  "draft_versions",
  {
    draftId: text()
      .notNull()
      .references(() => drafts.id),
    version: integer().notNull(),
    text: text().notNull(),
    link: text(),
    /** SHA-256 of text and link: what was approved */
    hash: text().notNull(),
    submittedBy: text()
      .notNull()
      .references(() => members.id),
    submittedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.draftId, t.version] })],
);

export const draftDecisions = seedbed.table(
  "draft_decisions",
  {
    draftId: text()
      .notNull()
      .references(() => drafts.id),
    version: integer().notNull(),
    decision: text().$type<"approve" | "changes">().notNull(),
    comment: text(),
    decidedBy: text()
      .notNull()
      .references(() => members.id),
    decidedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.draftId, t.version] })],
);

export const briefs = seedbed.table("briefs", {
  id: text().primaryKey(),
  campaignId: text()
    .notNull()
    .references(() => campaigns.id),
  creatorId: text()
    .notNull()
    .references(() => creators.id),
  version: integer().notNull(),
  /** the data of the card and of the file: what was sent stays as it was */
  content: jsonb().notNull(),
  createdBy: text()
    .notNull()
    .references(() => members.id),
  createdAt: instant().notNull(),
});

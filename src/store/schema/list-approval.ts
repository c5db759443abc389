/** Lists of creators submitted to the brand (提报), and what it decides on each row (过号). */
import { index, integer, primaryKey, text } from "drizzle-orm/pg-core";
import type { NoteFormat } from "../../domain/price.ts";
import { instant, moneyColumns } from "../columns.ts";
import { campaigns } from "./campaigns.ts";
import { creators, vettings } from "./creators.ts";
import { members } from "./people.ts";
import { seedbed } from "./seedbed.ts";

/** 过, 不过, 备选 */
export type RowDecision = "pass" | "no" | "reserve";

export const submissions = seedbed.table(
  "submissions",
  {
    id: text().primaryKey(),
    campaignId: text()
      .notNull()
      .references(() => campaigns.id),
    /** counts up within the campaign, from 1 */
    number: integer().notNull(),
    /** `members.agency` of who submitted it; other agencies do not see it. Empty: the brand's own team */
    agency: text().notNull(),
    note: text(),
    submittedBy: text()
      .notNull()
      .references(() => members.id),
    submittedAt: instant().notNull(),
    /** nothing can be decided any more */
    closedAt: instant(),
  },
  (t) => [index("submissions_campaign").on(t.campaignId, t.number)],
);

export const submissionRows = seedbed.table(
  "submission_rows",
  {
    submissionId: text()
      .notNull()
      .references(() => submissions.id),
    creatorId: text()
      .notNull()
      .references(() => creators.id),
    vettingId: text()
      .notNull()
      .references(() => vettings.id),
    position: integer().notNull(),
    format: text().$type<NoteFormat>().notNull(),
    /** as submitted; it does not change any more */
    ...moneyColumns("price"),
    /** what the creator was passed at, in minor units of the price's currency; frozen by the first pass */
    passedAmount: integer(),
    reason: text().notNull(),
    decision: text().$type<RowDecision>(),
    comment: text(),
    decidedBy: text().references(() => members.id),
    decidedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.submissionId, t.creatorId] }),
    index("submission_rows_creator").on(t.creatorId),
  ],
);

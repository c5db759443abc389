/** Posting slots, payment plans with their milestones, and everything that falls due. */
import { type SQL, sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { MilestoneState } from "../../domain/payments.ts";
import type { Wave } from "../../domain/waves.ts";
import { instant, moneyColumns, plainDate } from "../columns.ts";
import { campaigns } from "./campaigns.ts";
import { creators } from "./creators.ts";
import { members } from "./people.ts";
import { seedbed } from "./seedbed.ts";

export const slots = seedbed.table(
  "slots",
  {
    id: text().primaryKey(),
    campaignId: text()
      .notNull()
      .references(() => campaigns.id),
    creatorId: text()
      .notNull()
      .references(() => creators.id),
    postOn: plainDate().notNull(),
    /** HH:MM in `zone` */
    postTime: text().notNull(),
    zone: text().notNull(),
    wave: text().$type<Wave | "outside">().notNull(),
    /** counts up with every change: old reminders and old cards are told by it */
    revision: integer().notNull(),
    postedAt: instant(),
    link: text(),
    setBy: text()
      .notNull()
      .references(() => members.id),
    setAt: instant().notNull(),
  },
  (t) => [uniqueIndex("slots_campaign_creator").on(t.campaignId, t.creatorId)],
);

export const paymentPlans = seedbed.table(
  "payment_plans",
  {
    id: text().primaryKey(),
    campaignId: text()
      .notNull()
      .references(() => campaigns.id),
    creatorId: text()
      .notNull()
      .references(() => creators.id),
    /** the agency that the creator comes through; other agencies do not see what is paid. Empty: the brand's own */
    agency: text().notNull().default(""),
    ...moneyColumns("total"),
    requestedBy: text()
      .notNull()
      .references(() => members.id),
    requestedAt: instant().notNull(),
  },
  (t) => [uniqueIndex("payment_plans_campaign_creator").on(t.campaignId, t.creatorId)],
);

export const milestones = seedbed.table(
  "milestones",
  {
    id: text().primaryKey(),
    planId: text()
      .notNull()
      .references(() => paymentPlans.id),
    /** 0 is the first payment */
    position: integer().notNull(),
    ...moneyColumns("due"),
    /** unknown until the posting date is known */
    dueOn: plainDate(),
    /** a person gave the date: it stays when the posting moves */
    dueByHand: boolean().notNull().default(false),
    state: text().$type<MilestoneState>().notNull(),
    paidBy: text().references(() => members.id),
    paidAt: instant(),
  },
  (t) => [uniqueIndex("milestones_plan_position").on(t.planId, t.position)],
);

/** Everything that falls due at some time. The truth: queues only carry it out. */
export const dues = seedbed.table(
  "dues",
  {
    /** says what it is: the same thing planned again moves this row */
    key: text().primaryKey(),
    job: text().notNull(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    dueAt: instant().notNull(),
    doneAt: instant(),
    /** why it will not happen although it was planned */
    cancelledAt: instant(),
  },
  (t) => [index("dues_open").on(t.dueAt).where(openDue(t))],
);

function openDue(t: { doneAt: unknown; cancelledAt: unknown }): SQL {
  return sql`${t.doneAt} is null and ${t.cancelledAt} is null`;
}

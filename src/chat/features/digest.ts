/** The daily digest as people see it. */
import { z } from "zod";
import type { DraftState } from "../../domain/drafts.ts";
import { MoneyData } from "./common.ts";
import { WaitingListData } from "./home.ts";

/** What people did since the last digest, counted. */
export const CHANGE_KINDS = [
  "vetted",
  "shortlisted",
  "listed",
  "decided",
  "briefed",
  "submitted",
  "approved",
  "sent-back",
  "scheduled",
  "posted",
  "planned",
  "paid",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

const Posting = z.object({
  creator: z.string(),
  campaign: z.string(),
  at: z.string(),
  zone: z.string(),
  draftApproved: z.boolean(),
});

const Payment = z.object({
  creator: z.string(),
  campaign: z.string(),
  amount: MoneyData,
  dueOn: z.string(),
  /** calendar days; below 0 when the due date lies behind */
  daysLeft: z.int(),
});

export const DigestData = z.object({
  /** the reader's day, YYYY-MM-DD */
  date: z.string(),
  /** when the numbers were taken */
  at: z.string(),
  /** when it should have come, if it comes late */
  lateSince: z.string().nullable(),
  review: z.array(z.object({ creator: z.string(), campaign: z.string(), version: z.int(), days: z.int() })),
  /** lists the reader may decide on, the longest waiting first; missing in messages of earlier versions */
  lists: z.array(WaitingListData).default([]),
  payments: z.array(Payment),
  /** the posting time has passed and nobody marked it as posted */
  late: z.array(Posting),
  today: z.array(Posting),
  tomorrow: z.array(Posting),
  /** one entry a currency: sums never mix them */
  money: z.array(
    z.object({
      planned: MoneyData,
      paid: MoneyData,
      dueSoon: MoneyData,
      overdue: MoneyData,
    }),
  ),
  drafts: z.object({
    "in-review": z.int(),
    "changes-requested": z.int(),
    approved: z.int(),
    withdrawn: z.int(),
  }),
  /** null: there was no digest before */
  changedSince: z.string().nullable(),
  changes: z.array(z.object({ kind: z.enum(CHANGE_KINDS), count: z.int() })),
  missing: z.object({
    /** creators whose post has no link */
    links: z.array(z.string()),
    /** creators with a payment that has no due date */
    dueDates: z.array(z.string()),
    /** creators on a shortlist without a slot */
    slots: z.int(),
  }),
});

export interface DigestMessages {
  summary: string;
  title(date: string): string;
  cardSummary(needs: string, posting: string): string;
  late(at: string): string;
  needsYou(count: string): string;
  nothingNeeded: string;
  decide(campaign: string, number: string, open: string, days: number): string;
  openList(campaign: string, number: string): string;
  review(creator: string, version: number, days: number): string;
  pay(creator: string, amount: string, due: string): string;
  payOverdue(creator: string, amount: string, days: number): string;
  confirmPosted(creator: string, at: string): string;
  more(count: string): string;
  posting: { today: string; tomorrow: string; none: string; notApproved: string };
  money: string;
  noMoney: string;
  moneyColumns: { currency: string; planned: string; paid: string; dueSoon: string; overdue: string };
  moneyLine(planned: string, paid: string, dueSoon: string, overdue: string): string;
  drafts: string;
  draftLine(state: DraftState, count: string): string;
  noDrafts: string;
  changes: string;
  changeKinds: Readonly<Record<ChangeKind, (count: string) => string>>;
  changed(changes: string, since: string): string;
  noChange(at: string): string;
  missing: string;
  missingLinks(names: string): string;
  missingDates(names: string): string;
  missingSlots(count: string): string;
  asOf(at: string): string;
  openSchedule: string;
}

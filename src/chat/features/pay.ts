/** Payment plans and the nudges to pay as people see them. */
import { z } from "zod";
import type { MilestoneState } from "../../domain/payments.ts";
import { MoneyData, PersonRefData } from "./common.ts";

const Named = z.object({ id: z.string(), name: z.string() });
/** Which part of how many, from 0. */
const Part = z.object({ position: z.int(), of: z.int() });
const State = z.enum(["planned", "due", "paid", "held", "cancelled"]);
const Paid = z.object({ by: z.string(), at: z.string() }).nullable();

export const PaymentPlanData = z.object({
  campaign: Named,
  creator: Named,
  total: MoneyData,
  parts: z.array(
    Part.extend({
      id: z.string(),
      amount: MoneyData,
      /** YYYY-MM-DD; null while nobody knows */
      dueOn: z.string().nullable(),
      state: State,
      paid: Paid,
    }),
  ),
  /** the posting date is known */
  hasSlot: z.boolean(),
  /** somebody is asked to pay */
  hasManager: z.boolean(),
  /** years of the plan whose official calendar is not known */
  unknownYears: z.array(z.int()),
  requestedBy: PersonRefData,
  requestedAt: z.string(),
  /**
   * Which side reads it. The brand alone: "not-passed" while the creator is on no agency's list as passed, "other-sum"
   * where they are passed at another price. Null where there are no two sides, or nobody named the agency.
   */
  seenBy: z
    .object({ side: z.enum(["both", "not-passed", "other-sum"]), agency: z.string() })
    .nullable()
    .default(null),
  /** another plan took its place, which the readers of this card may not know */
  replaced: z.boolean().default(false),
});

export const PaymentNudgeData = z.object({
  /** what was due: "remind me later" moves it */
  due: z.string(),
  milestone: z.string(),
  campaign: Named,
  creator: Named,
  part: Part,
  amount: MoneyData,
  dueOn: z.string(),
  /** calendar days; below 0 when the due date lies behind */
  daysLeft: z.int(),
  /** whether the reader may mark it as paid */
  mayPay: z.boolean(),
  /** "gone": replaced by another plan, or moved to another date */
  state: z.enum(["open", "paid", "gone"]),
  paid: Paid,
  postponedTo: z.string().nullable(),
});

export interface PayMessages {
  summary: string;
  planSummary: string;
  paidSummary: string;
  fields: {
    creator: string;
    total: string;
    split: string;
    first: string;
    second: string;
    campaign: string;
    milestone: string;
    amount: string;
  };
  form: { title: string; submit: string; splitHint: string; firstHint: string; secondHint: string };
  title(creator: string, total: string): string;
  allPaid(creator: string, total: string): string;
  replaced(creator: string): string;
  replacedText: string;
  seenBy: { both(agency: string): string; notPassed: string; otherSum(agency: string): string };
  share(agency: string): string;
  shareSummary: string;
  part(position: number, of: number): string;
  states: Readonly<Record<MilestoneState, string>>;
  columns: { part: string; amount: string; due: string; state: string };
  noDate: string;
  campaign: string;
  noSlot: string;
  noManager: string;
  unknownYear(year: string): string;
  assumption: string;
  recordsOnly: string;
  requestedBy(name: string, at: string): string;
  markPaid(part: string): string;
  setSlot: string;
  confirm: { title(part: string, amount: string): string; text: string; ok: string; cancel: string };
  nudge: {
    titles: {
      ahead(amount: string, creator: string, days: number): string;
      today(amount: string, creator: string): string;
      overdue(amount: string, creator: string, days: number): string;
      paid(amount: string, creator: string): string;
      gone(amount: string, creator: string): string;
    };
    part: string;
    amount: string;
    due: string;
    paid: string;
    paidBy(name: string, at: string): string;
    gone: string;
    pay: string;
    showPlan: string;
    later: string;
    postponed(at: string): string;
    ownRequest: string;
    reason: string;
  };
}

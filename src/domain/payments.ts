/** Payment plans: how a total is split, when a payment is asked for, and what may be marked as paid. */
import type { Temporal } from "temporal-polyfill";
import { AppError } from "./errors.ts";
import { allocate, compareMoney, type Money, majorOf } from "./money.ts";
import type { Parsed } from "./numbers.ts";
import { addWorkingDays, type Calendar, isWorkingDay } from "./working-time.ts";

export type MilestoneState = "planned" | "due" | "paid" | "held" | "cancelled";

/** Parts of a total by shares, the last one taking the remainder. @throws AppError "bad-split". source: rules G3 */
export function splitPlan(total: Money, shares: readonly number[]): Money[] {
  return allocate(total, shares);
}

/** More parts than anyone pays in. */
const MOST_PARTS = 12;

/**
 * The shares of a split such as "50/50", "30-70" or "100", in percent. Shares that are not above 0, or do not sum
 * to 100, are refused as "bad-split". source: rules G3, W5
 */
export function parseSplit(text: string): Parsed<number[]> {
  const tidied = text.normalize("NFKC").replace(/[\s%]/gu, "");
  if (tidied === "") return { ok: false, problem: "empty", text: text.trim() };
  const parts = tidied.split(/[-/:+,、]/u);
  if (!parts.every((part) => /^\d{1,3}(?:\.\d{1,2})?$/u.test(part))) {
    return { ok: false, problem: "not-a-number", text: text.trim() };
  }
  const shares = parts.map(Number);
  const hundredths = shares.reduce((sum, share) => sum + Math.round(share * 100), 0);
  const fits = hundredths === 10_000 && shares.length <= MOST_PARTS && !shares.includes(0);
  return fits ? { ok: true, value: shares } : { ok: false, problem: "bad-split", text: text.trim() };
}

/**
 * The state after a payment. Without an amount, the amount due is meant; a given one must match exactly.
 *
 * @throws AppError "already-paid"; "not-payable" when held or cancelled (`state`); "amount-mismatch" with `expected`
 *   and `given` in major units and both currencies
 */
export function markPaid<T extends { state: MilestoneState; amount: Money }>(
  milestone: T,
  amount: Money = milestone.amount,
): T & { state: "paid" } {
  const { state, amount: due } = milestone;
  if (state === "paid") throw new AppError("already-paid", {});
  if (state === "held" || state === "cancelled") throw new AppError("not-payable", { state });
  if (amount.currency !== due.currency || compareMoney(amount, due) !== 0) {
    throw new AppError("amount-mismatch", {
      expected: majorOf(due),
      currency: due.currency,
      given: majorOf(amount),
      givenCurrency: amount.currency,
    });
  }
  return { ...milestone, state: "paid" };
}

/**
 * Whether a plan is over what was passed: the price of one format, or those of all formats together. source: rules LP3
 * @param passed the earlier passes first: of a format passed again the later price counts
 */
export function isPlannedFor(total: Money, passed: readonly { format: string; price: Money }[]): boolean {
  const prices = [...new Map(passed.map(({ format, price }) => [format, price])).values()];
  if (prices.some(({ currency }) => currency !== total.currency)) return false;
  const sum = prices.reduce((all, { amount }) => all + amount, 0);
  return [...prices.map(({ amount }) => amount), sum].includes(total.amount) && prices.length > 0;
}

/** [A] Working days from the due date on which the payer is asked. */
const NUDGE_STEPS = [-3, 0, 2] as const;

export interface NudgeDate {
  step: (typeof NUDGE_STEPS)[number];
  on: Temporal.PlainDate;
  calendar: Calendar;
}

/**
 * When to ask for a payment: always on a working day, since nobody pays on others. Due on a day off, the request of
 * the day itself comes on the last working day before. source: interactions section 5 [A]
 */
export function nudgeDates(dueOn: Temporal.PlainDate): NudgeDate[] {
  return NUDGE_STEPS.map((step) => {
    const days = step === 0 && !isWorkingDay(dueOn).working ? -1 : step;
    const { date, calendar } = addWorkingDays(dueOn, days);
    return { step, on: date, calendar };
  });
}

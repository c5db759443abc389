/** A submitted list (提报) and the brand's decisions on its rows (过号): what counts, what is frozen, what came too late. */
import { AppError } from "./errors.ts";
import type { Money } from "./money.ts";

export type RowDecision = "pass" | "no" | "reserve";

export interface DecidableRow {
  /** counts from 1, as the card shows it */
  position: number;
  /** as submitted */
  price: Money;
  decision: RowDecision | null;
  /** minor units of the price's currency; set by the first pass and never changed */
  passedAmount: number | null;
}

const SIGNS = { pass: "p", no: "n", reserve: "r" } as const;

/** What all rows showed, one sign each: a click brings it along, so that what changed in the meantime is found. */
export function signsOf(rows: readonly DecidableRow[]): string {
  return rows.map(({ decision }) => (decision === null ? "." : SIGNS[decision])).join("");
}

/**
 * Whether a row was decided by somebody since the person looked. Who typed a line without a card has seen nothing.
 * @param seen of `signsOf`
 */
export function changedSince(row: DecidableRow, index: number, seen: string | undefined): boolean {
  const now = row.decision === null ? "." : SIGNS[row.decision];
  return now !== (seen?.[index] ?? ".");
}

/**
 * The price of a row after a decision. The first pass freezes it: at the price as submitted, or at another that was
 * agreed.
 *
 * @throws AppError "price-frozen" for another price than the frozen one, "currency-mismatch"
 */
export function passedAmountAfter(
  row: DecidableRow,
  decision: RowDecision,
  agreed: Money | undefined,
): number | null {
  if (agreed !== undefined && agreed.currency !== row.price.currency)
    throw new AppError("currency-mismatch", { currency: row.price.currency, given: agreed.currency });
  if (row.passedAmount !== null) {
    if (agreed !== undefined && agreed.amount !== row.passedAmount)
      throw new AppError("price-frozen", { row: row.position });
    return row.passedAmount;
  }
  return decision === "pass" ? (agreed?.amount ?? row.price.amount) : null;
}

/**
 * Row numbers as people type them: `1-5, 8`, `1，3、7`, or `rest` for all rows nobody decided yet.
 *
 * @returns undefined when something in it is no row of the list
 */
export function readRows(text: string, rows: readonly DecidableRow[]): number[] | undefined {
  const typed = text.normalize("NFKC").trim().toLowerCase();
  if (REST.has(typed))
    return rows.filter(({ decision }) => decision === null).map(({ position }) => position);
  const numbers = typed
    .split(/[\s,、;]+/u)
    .filter((part) => part !== "")
    .flatMap(spanOf);
  const known = new Set(rows.map(({ position }) => position));
  const isGood = numbers.length > 0 && numbers.every((number) => known.has(number));
  return isGood ? [...new Set(numbers)].sort((a, b) => a - b) : undefined;
}

const REST: ReadonlySet<string> = new Set(["rest", "all", "其余", "全部", "剩余"]);
const LONGEST_SPAN = 200;

function spanOf(part: string): number[] {
  const match = /^#?(\d{1,4})(?:[-~–—至到](\d{1,4}))?$/u.exec(part);
  const from = Number(match?.[1] ?? Number.NaN);
  const to = Number(match?.[2] ?? from);
  if (!(from <= to) || to - from > LONGEST_SPAN) return [Number.NaN];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Sums by currency, the campaign's first. Amounts of different currencies are never added. source: rules P3 */
export function sumsByCurrency(all: readonly Money[], first: Money["currency"]): Money[] {
  const sums = new Map<Money["currency"], number>();
  for (const { amount, currency } of all) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return [...sums]
    .map(([currency, amount]) => ({ amount, currency }))
    .sort((a, b) => Number(b.currency === first) - Number(a.currency === first));
}

/** How many of each stage there are; the stages of V2. */
export interface Funnel {
  candidates: number;
  /** of those, with enough data for a verdict */
  vetted: number;
  submitted: number;
  passed: number;
}

export type FunnelAdvice = "few-candidates" | "many-candidates" | "few-passed" | "many-passed";

const USUAL_CANDIDATES = { least: 20, most: 50 };
const USUAL_PASSED = { least: 10, most: 15 };

/**
 * What is outside the usual way from 20-50 candidates to 10-15 kept. About the kept only once all is decided: before
 * that there are few by nature. source: rules V2, W2, W3
 */
export function adviseFunnel({ candidates, passed }: Funnel, isDecided: boolean): FunnelAdvice[] {
  const advice: FunnelAdvice[] = [];
  if (candidates < USUAL_CANDIDATES.least) advice.push("few-candidates");
  if (candidates > USUAL_CANDIDATES.most) advice.push("many-candidates");
  if (isDecided && passed < USUAL_PASSED.least) advice.push("few-passed");
  if (passed > USUAL_PASSED.most) advice.push("many-passed");
  return advice;
}

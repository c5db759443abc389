/** Money as whole minor units with a currency, and the few sums the bot makes with it. */
import { CNY, EUR, GBP, HKD, JPY, USD } from "dinero.js/currencies";
import { AppError } from "./errors.ts";

const CURRENCIES = { CNY, USD, EUR, GBP, HKD, JPY } as const;

export type Currency = keyof typeof CURRENCIES;

/** An amount of money. `amount` counts minor units (fen, cents, whole yen) and is a safe integer. */
export interface Money {
  amount: number;
  currency: Currency;
}

/** How many decimals the currency has: 2 for CNY, 0 for JPY. */
export function exponentOf(currency: Currency): number {
  return CURRENCIES[currency].exponent;
}

function safe(amount: number, currency: Currency): Money {
  if (!Number.isSafeInteger(amount)) throw new AppError("bad-input", { amount, currency });
  // -0 would print as a minus sign and fail an equality check
  return { amount: amount === 0 ? 0 : amount, currency };
}

function sameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) {
    throw new AppError("bad-input", { currency: a.currency, otherCurrency: b.currency });
  }
}

/**
 * Money from a number of major units, e.g. `money(29.9, "CNY")` is 2,990 fen.
 *
 * @throws AppError "bad-input" when the number has more decimals than the currency or is not finite.
 */
export function money(major: number, currency: Currency): Money {
  // a whole number needs no look at its decimals
  if (Number.isSafeInteger(major)) return safe(major * 10 ** exponentOf(currency), currency);
  const text = major.toString();
  const minor = text.includes("e")
    ? major * 10 ** exponentOf(currency)
    : Number(`${text}e${exponentOf(currency)}`);
  return safe(minor, currency);
}

/** The same amount in major units: 2,990 fen is 29.9. For printing and ratios, never for sums. */
export function majorOf(value: Money): number {
  // both are whole, so the quotient is the number nearest to the decimal one
  return value.amount / 10 ** exponentOf(value.currency);
}

/** a + b. @throws AppError "bad-input" on two currencies: they are never summed. */
export function addMoney(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return safe(a.amount + b.amount, a.currency);
}

/** a - b. @throws AppError "bad-input" on two currencies. */
export function subtractMoney(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return safe(a.amount - b.amount, a.currency);
}

/** Negative when a < b, 0 when equal, positive when a > b. @throws AppError "bad-input" on two currencies. */
export function compareMoney(a: Money, b: Money): number {
  sameCurrency(a, b);
  return Math.sign(a.amount - b.amount);
}

const CLEARLY_NEAREST = 0.499;

/** The share of an amount, rounded to the nearest minor unit (halves away from zero). `share` is a fraction. */
export function shareOf(value: Money, share: number): Money {
  const exact = Math.abs(value.amount) * share;
  const nearest = Math.round(exact);
  // only what lies between two units, or nearly so, can be rounded wrongly for the dust of binary fractions
  const isClear = Math.abs(exact - nearest) < CLEARLY_NEAREST;
  const rounded = isClear ? nearest : Math.round(Number(exact.toFixed(6)));
  return safe(Math.sign(value.amount) * rounded, value.currency);
}

/** Ratios are compared as whole millionths, so 33.3 and 66.7 divide without binary rounding. */
const RATIO_STEPS = 1_000_000;

function wholeRatio(ratio: number): bigint {
  if (!Number.isFinite(ratio) || ratio < 0) throw new AppError("bad-split", { ratio });
  return BigInt(Math.round(ratio * RATIO_STEPS));
}

/**
 * Divides a total by ratios (any scale, up to six decimals). Every part is rounded towards zero and the last
 * part with a ratio above 0 takes the remainder, so the parts add up to the total exactly.
 * source: interactions section 5, rounding
 *
 * @throws AppError "bad-split" without a positive ratio, or with a negative or unreadable one.
 */
export function allocate(total: Money, ratios: readonly number[]): Money[] {
  const whole = ratios.map(wholeRatio);
  const sum = whole.reduce((a, b) => a + b, 0n);
  if (sum === 0n) throw new AppError("bad-split", {});
  const parts = whole.map((ratio) => Number((BigInt(total.amount) * ratio) / sum));
  const remainder = total.amount - parts.reduce((a, b) => a + b, 0);
  const last = whole.findLastIndex((ratio) => ratio > 0n);
  return parts.map((part, index) => safe(index === last ? part + remainder : part, total.currency));
}

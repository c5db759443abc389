/** Reads numbers the way marketers and vendors write them: 82k, 8.2万, 52.5％, ¥3,000; refuses what it cannot know. */
import { type Currency, exponentOf, type Money } from "./money.ts";

export { numbersIn } from "./numbers-in-text.ts";

export type NumberProblem =
  | "empty"
  | "not-a-number"
  | "unknown-unit"
  | "bucket"
  | "negative"
  | "too-large"
  | "not-whole"
  | "ambiguous-percent"
  | "bad-split";

/** A read value, or why the text was refused. `text` is what was given, trimmed. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; problem: NumberProblem; text: string };

/** Larger than any account or fee: a value above it is a slip of the unit. */
const LARGEST = 1e10;

const UNIT_POWERS: Readonly<Record<string, number>> = {
  "": 0,
  百: 2,
  k: 3,
  千: 3,
  w: 4,
  万: 4,
  萬: 4,
  十万: 5,
  m: 6,
  百万: 6,
  千万: 7,
  亿: 8,
  億: 8,
  b: 9,
};

const ABSENT = /^(?:-+|—+|null|none|nan%?|n\/a|无|暂无)?$/iu;
const BUCKET = /^[><≥≤~约]*\d[\d.,]*\p{L}*%?(?:\+|以上|以下|[-~–—至到]\d[\d.,]*\p{L}*%?)$|^[><≥≤]=?\d/u;
/** What nearly every cell of an export looks like; read at once, because a list has a million of them. */
const PLAIN_COUNT = /^\d{1,10}$/;
const PLAIN_SHARE = /^(\d{1,3})(?:\.(\d{1,6}))?%$/;
const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d+))?(.*)$/u;

/** A decimal number before its unit is applied: digits with the power of ten of the last digit. */
interface Decimal {
  digits: string;
  power: number;
  rest: string;
}

function refuse(problem: NumberProblem, text: string): { ok: false; problem: NumberProblem; text: string } {
  return { ok: false, problem, text: text.trim() };
}

/** Full-width digits and signs become plain ones, blanks go. */
function tidy(text: string): string {
  return text.normalize("NFKC").replace(/\s/gu, "");
}

function readDecimal(tidied: string): Decimal | NumberProblem {
  if (ABSENT.test(tidied)) return "empty";
  if (BUCKET.test(tidied)) return "bucket";
  const match = NUMBER.exec(tidied);
  const whole = match?.[2];
  if (!match || (whole === undefined && match[3] === undefined)) return "not-a-number";
  if (match[1] === "-") return "negative";
  const decimals = match[3] ?? "";
  const rest = match[4] ?? "";
  if (/^[.,\d]/u.test(rest)) return "not-a-number";
  return { digits: (whole ?? "0").replaceAll(",", "") + decimals, power: -decimals.length, rest };
}

/** Shifts the point by text, so that 8.2万 is exactly 82,000 and never 81,999.99. */
function shifted(decimal: Decimal, power: number): number {
  return Number(`${decimal.digits}e${decimal.power + power}`);
}

function inRange(value: number, largest: number, text: string): Parsed<number> {
  return value > largest ? refuse("too-large", text) : { ok: true, value };
}

/**
 * A whole count of people, notes or clicks, 0 to 10,000,000,000: "82k", "8.2万", "82,000".
 * A bucket such as "1千+" or "1万-5万" names a class, not a number, and is refused.
 */
export function parseCount(text: string): Parsed<number> {
  if (PLAIN_COUNT.test(text)) return inRange(Number(text), LARGEST, text);
  const decimal = readDecimal(tidy(text));
  if (typeof decimal === "string") return refuse(decimal, text);
  const power = UNIT_POWERS[decimal.rest.toLowerCase()];
  if (power === undefined) return refuse("unknown-unit", text);
  const value = shifted(decimal, power);
  if (value > LARGEST) return refuse("too-large", text);
  return Number.isInteger(value) ? { ok: true, value } : refuse("not-whole", text);
}

/**
 * A share as a fraction 0 to 1: "52%", "52.5％", "百分之52".
 *
 * Without a sign, a number above 1 is a percentage ("52" is 0.52) and one below 1 a fraction ("0.9" is 90%):
 * a person who types 0.9 for a share of an audience does not mean nine in a thousand. Exactly "1" could be
 * either and is refused. This holds for one typed value only: a column of a file decides its scale as a whole.
 */
export function parseShare(text: string): Parsed<number> {
  const plain = PLAIN_SHARE.exec(text);
  if (plain !== null) {
    const [, whole = "", decimals = ""] = plain;
    return inRange(Number(whole + decimals) / 10 ** (2 + decimals.length), 1, text);
  }
  const tidied = tidy(text).replace(/^百分之(.+)$/u, "$1%");
  const decimal = readDecimal(tidied);
  if (typeof decimal === "string") return refuse(decimal, text);
  if (decimal.rest === "%") return inRange(shifted(decimal, -2), 1, text);
  if (decimal.rest !== "") return refuse("unknown-unit", text);
  const bare = shifted(decimal, 0);
  if (bare === 1) return refuse("ambiguous-percent", text);
  return bare < 1 ? { ok: true, value: bare } : inRange(shifted(decimal, -2), 1, text);
}

const CURRENCY_SIGNS: readonly (readonly [RegExp, Currency])[] = [
  [/HK\$|HKD|港[币元]/iu, "HKD"],
  [/US\$|USD|(?<![A-Z])\$|美元|美金/iu, "USD"],
  [/EUR|€|欧元/iu, "EUR"],
  [/GBP|£|英镑/iu, "GBP"],
  [/JPY|日元|円/iu, "JPY"],
  [/CNY|RMB|人民币|元|块/iu, "CNY"],
];

/** Two numbers around a sign must not become one: a space is left between them, and the text is refused. */
function without(text: string, sign: RegExp | string): string {
  return text.replace(sign, (found: string, at: number) => {
    const [before = "", after = ""] = [text[at - 1], text[at + found.length]];
    return /[\d.,]/.test(before) && /[\d.,]/.test(after) ? " " : "";
  });
}

/** Takes one currency sign off the text; the yen and yuan share "¥", which means yen only where yen is expected. */
function takeCurrency(tidied: string, expected: Currency): { rest: string; currency: Currency } {
  for (const [sign, currency] of CURRENCY_SIGNS) {
    if (sign.test(tidied)) return { rest: without(without(tidied, sign), "¥"), currency };
  }
  const yuanOrYen = expected === "JPY" ? "JPY" : "CNY";
  return tidied.includes("¥")
    ? { rest: without(tidied, "¥"), currency: yuanOrYen }
    : { rest: tidied, currency: expected };
}

/**
 * A sum of money: "3000", "¥3,000", "3k", "0.3万元", "USD 500". `currency` is meant where the text names none.
 * More decimals than the currency has is "not-whole"; above 10,000,000,000 major units is "too-large".
 */
export function parseMoney(text: string, currency: Currency = "CNY"): Parsed<Money> {
  if (PLAIN_COUNT.test(text)) {
    const value = Number(text);
    if (value > LARGEST) return refuse("too-large", text);
    return { ok: true, value: { amount: value * 10 ** exponentOf(currency), currency } };
  }
  const named = takeCurrency(tidy(text), currency);
  const decimal = readDecimal(named.rest);
  if (typeof decimal === "string") return refuse(decimal, text);
  const power = UNIT_POWERS[decimal.rest.toLowerCase()];
  if (power === undefined) return refuse("unknown-unit", text);
  if (shifted(decimal, power) > LARGEST) return refuse("too-large", text);
  const amount = shifted(decimal, power + exponentOf(named.currency));
  return Number.isInteger(amount)
    ? { ok: true, value: { amount, currency: named.currency } }
    : refuse("not-whole", text);
}

/** A reviewer's rating from 1 to 5, decimals allowed. Below 1 it is not on the scale: "not-a-number". */
export function parseRating(text: string): Parsed<number> {
  const decimal = readDecimal(tidy(text));
  if (typeof decimal === "string") return refuse(decimal, text);
  if (decimal.rest !== "") return refuse("unknown-unit", text);
  const value = shifted(decimal, 0);
  return value < 1 ? refuse("not-a-number", text) : inRange(value, 5, text);
}

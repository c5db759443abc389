/** Reads one cell of a known column: counts, shares, prices, dates, as the vendors' exports write them. */

import type { Statistic } from "../domain/creator-facts.ts";
import type { Money } from "../domain/money.ts";
import { type NumberProblem, type Parsed, parseCount, parseMoney, parseShare } from "../domain/numbers.ts";

/** Whether the bare numbers of a column of shares are percentages or fractions of 1. */
export type ShareScale = "percent" | "fraction" | "unclear";

const ABSENT = /^(?:-+|—+|null|none|nan%?|n\/a|无|暂无)?$/i;
/** `上海|17.4%`, `18-24: 45.2%` */
const NAMED_SHARE = /([^\s|:/,、;%]+)\s*[|:]\s*(\d+(?:\.\d+)?)\s*%/gu;
/** Most cells of a column of shares: nothing else stands in them. */
const ONE_SHARE = /^[-\d.]+%$/;
const BARE = /^[\d.,]+$/;
/** Nobody has more followers than the platform has monthly users: such a number is a slip of the unit. source: rules J4 */
const MOST_FOLLOWERS = 300_000_000;

/** How a text begins that says that there is no value; others need no closer look. */
const ABSENT_STARTS = new Set("-—nN无暂".split("").map((sign) => sign.charCodeAt(0)));
const LAST_BLANK_OF_ASCII = 0x20;
const LAST_OF_ASCII = 0x7e;
/** Chinese characters; what stands between them and ASCII may be some blank. */
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

/** Certainly no blank. */
function isSign(code: number): boolean {
  return code > LAST_BLANK_OF_ASCII && (code <= LAST_OF_ASCII || (code >= FIRST_HAN && code <= LAST_HAN));
}

/** The text of a cell without the blanks around it; "" where the row ends before it. */
export function cellAt(cells: readonly string[], index: number): string {
  const text = cells[index];
  if (text === undefined || text === "") return "";
  return isSign(text.charCodeAt(0)) && isSign(text.charCodeAt(text.length - 1)) ? text : text.trim();
}

/** `-`, `--`, `null`, `NaN%` and the like say that there is no value. */
export function isAbsent(text: string): boolean {
  if (text === "") return true;
  const first = text.charCodeAt(0);
  if (isSign(first) && !ABSENT_STARTS.has(first)) return false;
  return ABSENT.test(text.trim());
}

const ZERO = 0x30;
/** So many digits are below every limit of a count or a price. */
const MOST_PLAIN_DIGITS = 8;
const FEN_PER_YUAN = 100;

/** The value of a few bare digits, which most cells are; undefined for whatever wants a closer look. */
function plainCount(text: string): number | undefined {
  if (text.length === 0 || text.length > MOST_PLAIN_DIGITS) return undefined;
  let value = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

/**
 * A count of people, notes or clicks. `tenThousands` is what the header says; a cell with a unit of its own keeps it.
 * A mean or median may have decimals.
 */
export function readCount(
  text: string,
  { tenThousands, statistic }: { tenThousands: boolean; statistic: Statistic | undefined },
): Parsed<number> {
  const plain = tenThousands ? undefined : plainCount(text);
  if (plain !== undefined) return { ok: true, value: plain };
  if (isTwoNumbers(text)) return refused("not-a-number", text);
  const parsed = parseCount(withUnit(text, tenThousands));
  if (parsed.ok || parsed.problem !== "not-whole") return parsed;
  const decimal = text.trim().replaceAll(",", "");
  const averaged = statistic === "mean" || statistic === "median";
  return averaged && !tenThousands && BARE.test(decimal) ? { ok: true, value: Number(decimal) } : parsed;
}

export function readFollowers(text: string, tenThousands: boolean): Parsed<number> {
  const parsed = readCount(text, { tenThousands, statistic: undefined });
  return parsed.ok && parsed.value > MOST_FOLLOWERS ? refused("too-large", text) : parsed;
}

/** A price in yuan unless it says otherwise. Nobody quotes 0: vendors write it where a creator offers no such note. */
export function readPrice(text: string, tenThousands: boolean): Parsed<Money> {
  const plain = tenThousands ? undefined : plainCount(text);
  if (plain !== undefined && plain > 0)
    return { ok: true, value: { amount: plain * FEN_PER_YUAN, currency: "CNY" } };
  if (isTwoNumbers(text)) return refused("not-a-number", text);
  const parsed = parseMoney(withUnit(text, tenThousands));
  return parsed.ok && parsed.value.amount === 0 ? refused("empty", text) : parsed;
}

/**
 * A share as a fraction of 1. The cell may hold more: `42.64% | 192745` is a share and a count, `13.6% | 86.4%` two
 * shares of which `second` picks the latter. Bare numbers follow the scale of their column.
 */
export function readShare(text: string, scale: ShareScale, second = false): Parsed<number> {
  if (!second && ONE_SHARE.test(text)) return parseShare(text);
  const part = second ? text.split(/[|/:：｜]/)[1] : sharePart(text);
  if (part === undefined) return isAbsent(text) ? refused("empty", text) : refused("not-a-number", text);
  const bare = part.trim();
  if (isTwoNumbers(bare)) return refused("not-a-number", text);
  if (!BARE.test(bare)) return parseShare(bare);
  if (Number(bare) === 0) return { ok: true, value: 0 };
  if (scale === "unclear") return refused("ambiguous-percent", text);
  if (scale === "percent") return parseShare(`${bare}%`);
  const value = Number(bare);
  if (!Number.isFinite(value)) return refused("not-a-number", text);
  return value <= 1 ? { ok: true, value } : refused("too-large", text);
}

/**
 * Named shares in one cell, `上海|17.4% 北京|15.2%` or `护肤:12%/美食:8%`, as fractions by name. Nothing may be left over,
 * and together they cannot be more than the whole; a percent of room is for rounding.
 */
export function readShares(text: string): Parsed<Record<string, number>> {
  const plain = text.normalize("NFKC").trim();
  if (isAbsent(plain)) return refused("empty", text);
  const named = new Map<string, number>();
  for (const [, name = "", digits = ""] of plain.matchAll(NAMED_SHARE)) {
    const parsed = parseShare(`${digits}%`);
    if (!parsed.ok) return refused(parsed.problem, text);
    if (named.has(name)) return refused("bad-split", text);
    named.set(name, parsed.value);
  }
  const rest = plain.replace(NAMED_SHARE, "").replace(/[\s/,、;|]/gu, "");
  if (named.size === 0 || rest !== "") return refused("not-a-number", text);
  const sum = [...named.values()].reduce((a, b) => a + b, 0);
  return sum > 1.01 ? refused("bad-split", text) : { ok: true, value: Object.fromEntries(named) };
}

/** 是 or 否, also as people write them in sheets of their own; undefined for anything else. */
export function readYesNo(text: string): boolean | undefined {
  const plain = text.trim().toLowerCase();
  if (/^(?:是|有|y|yes|true)$/u.test(plain)) return true;
  return /^(?:否|不是|无|没有|n|no|false)$/u.test(plain) ? false : undefined;
}

/** A change as a fraction, which may be below zero or above 1: `-1.2%`, `152%`. */
export function readChange(text: string, scale: ShareScale): Parsed<number> {
  if (isAbsent(text)) return refused("empty", text);
  const [, sign, digits, percent] = /^([+-]?)(\d+(?:\.\d+)?)(%?)$/.exec(plainOf(text)) ?? [];
  if (digits === undefined) return refused("not-a-number", text);
  if (percent === "" && scale === "unclear" && Number(digits) !== 0)
    return refused("ambiguous-percent", text);
  const divided = percent === "%" || scale === "percent" ? Number(`${digits}e-2`) : Number(digits);
  return { ok: true, value: sign === "-" && divided !== 0 ? -divided : divided };
}

/** The bare number in a cell of shares, by which the column's scale is decided; undefined where a sign settles it. */
export function bareShare(text: string): number | undefined {
  const part = (sharePart(text) ?? "").trim().replace(/^[+-]/, "");
  const value = BARE.test(part) ? Number(part) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** The ISO date at the start of `2026/08/06 10:00`, `2026-8-6` or `2026年8月6日`. */
export function readDate(text: string): string | undefined {
  const [, year, month = "", day = ""] = /^\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  // 31 February is no day, however leniently it may be read
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return at.toISOString().startsWith(date) ? date : undefined;
}

/** `3000 4500`, also on two lines of a cell, is two prices and never one of eight digits. */
function isTwoNumbers(text: string): boolean {
  return /[\d.,]\s+[\d.,]/u.test(text.normalize("NFKC").trim());
}

function withUnit(text: string, tenThousands: boolean): string {
  if (!tenThousands) return text;
  const plain = text.normalize("NFKC").trim();
  return /^[¥$]?[\d.,]+$/.test(plain) ? `${plain}万` : plain;
}

/** Full-width signs become plain ones; a text that has none is not looked through. */
function plainOf(text: string): string {
  return /^[ -~]*$/.test(text) ? text.trim() : text.normalize("NFKC").trim();
}

/** Of `42.64% | 192745` the part with the sign. */
function sharePart(text: string): string | undefined {
  const parts = text.split(/[|｜]/);
  return parts.find((part) => /[%％]/.test(part)) ?? parts[0];
}

function refused(problem: NumberProblem, text: string): { ok: false; problem: NumberProblem; text: string } {
  return { ok: false, problem, text: text.trim() };
}

/** A reader's language and zone: the words and the ways to write numbers, money and time for one person or chat. */
import { Temporal } from "temporal-polyfill";
import type { Currency, Money } from "../domain/money.ts";
import { majorOf } from "../domain/money.ts";
import type { Span } from "./card.ts";
import type { Messages } from "./messages.ts";
import type { Language } from "./people.ts";

export interface Reading {
  readonly language: Language;
  /** IANA zone */
  readonly zone: string;
  readonly m: Messages;
  /** a line that people may type, with its command as it is typed where they read this */
  typed(line: string): string;
  /** 82,000 or 8.2万: whole numbers as this reader writes them */
  count(value: number): string;
  /** a plain number with at most `digits` decimals */
  number(value: number, digits?: number): string;
  /** a fraction 0..1 as a percentage with at most `digits` decimals */
  share(value: number, digits?: number): string;
  money(value: Money): string;
  /** what one of many costs, in major units: with more decimals where it is less than a tenth */
  cost(value: number, currency: Currency): string;
  moneySpan(value: Money): Span;
  /** a calendar date `YYYY-MM-DD` with its weekday */
  date(date: string): string;
  /** an instant (ISO 8601) as date and time in this reader's zone */
  time(at: string): string;
  timeSpan(at: string): Span;
  /** an instant in a named zone, with the city: for the other side's time */
  timeIn(at: string, zone: string): string;
}

const LOCALE: Record<Language, string> = { en: "en-GB", "zh-CN": "zh-CN" };
const SYMBOL: Partial<Record<Currency, string>> = { CNY: "¥", USD: "US$", EUR: "€", GBP: "£", HKD: "HK$" };

/** Making one takes longer than writing a hundred numbers with it. */
const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${digits}`;
  const known = numberFormats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
  numberFormats.set(key, made);
  return made;
}

/**
 * @param messages the words of `language`
 * @param zone IANA zone such as "Europe/Berlin"
 * @param typed for where commands have other names; lines stay as they are when left out
 */
export function createReading(
  language: Language,
  zone: string,
  messages: Messages,
  typed: Reading["typed"] = (line) => line,
): Reading {
  const locale = LOCALE[language];
  const dateFormat = new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  const timeFormat = (timeZone: string) =>
    new Intl.DateTimeFormat(locale, {
      timeZone,
      weekday: "short",
      day: "numeric",
      month: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
  const number = (value: number, digits = 2) => numberFormat(locale, digits).format(value);
  const signOf = (currency: Currency) => SYMBOL[currency] ?? `${currency} `;
  const money = (value: Money) => `${signOf(value.currency)}${number(majorOf(value))}`;
  const timeIn = (at: string, timeZone: string) =>
    timeFormat(timeZone).format(Temporal.Instant.from(at).epochMilliseconds);
  return {
    language,
    zone,
    m: messages,
    typed,
    number,
    // 8.2万 is how it is said, 4.9997万 is not: an exact number stays in digits
    count: (value) =>
      language === "zh-CN" && value >= 10_000 && value % 100 === 0
        ? `${number(value / 10_000)}万`
        : number(value, 0),
    share: (value, digits = 1) => `${number(value * 100, digits)}%`,
    money,
    cost: (value, currency) => `${signOf(currency)}${number(value, value < 0.1 ? 3 : 2)}`,
    moneySpan: (value) => ({ kind: "money", money: value, text: money(value) }),
    // English sets a comma behind the weekday, which reads badly where dates stand in a list
    date: (date) =>
      dateFormat.format(Temporal.Instant.from(`${date}T00:00:00Z`).epochMilliseconds).replaceAll(",", ""),
    time: (at) => timeIn(at, zone),
    timeSpan: (at) => ({ kind: "time", at, text: timeIn(at, zone) }),
    timeIn: (at, timeZone) => `${timeIn(at, timeZone)} ${cityOf(timeZone, messages)}`,
  };
}

function cityOf(zone: string, messages: Messages): string {
  return messages.common.cities[zone] ?? (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

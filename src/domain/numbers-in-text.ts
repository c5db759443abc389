/** Finds every number of an English or Chinese text in one common form, so that two language versions can be compared. */

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_NAME =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
// a run of digits is taken whole or not at all: otherwise a long one is tried from each of its digits
const NUM = "(?<!\\d)(\\d{1,3}(?:,\\d{3}){1,6}(?!\\d)|\\d+(?!\\d))((?:\\.\\d+)?)";
// 千 before a unit of measure belongs to it (千克 is a kilogram), and a lone letter must not start a word (3kg, 15ml)
const UNIT =
  "(?:\\s*(百万|千万|十万|[万萬亿億]|千(?![克米瓦卡]))|([kwmb])(?![a-z])|\\s+(thousand|million|billion))";
const TO = "(?:-|–|—|~|至|到|\\s+to\\s+)";

const POWERS: Readonly<Record<string, number>> = {
  k: 3,
  千: 3,
  thousand: 3,
  w: 4,
  万: 4,
  萬: 4,
  十万: 5,
  m: 6,
  百万: 6,
  million: 6,
  千万: 7,
  亿: 8,
  億: 8,
  b: 9,
  billion: 9,
};

/** One form of a number: what it looks like and what it is worth. A list of groups goes in, numbers come out. */
interface Form {
  pattern: RegExp;
  read: (groups: readonly (string | undefined)[]) => number[];
}

function whole(text: string | undefined): number {
  return Number(text ?? "");
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;
}

/** 2026-12-01 is 20261201; without a year 1201, without a day 202612. */
function dateNumber(year: number, month: number, day: number): number {
  if (day === 0) return year * 100 + month;
  return year * 10_000 + month * 100 + day;
}

/** 20:30 is 20.5. Half a day is added for pm, 下午, 晚上 as long as the hour is below noon. */
function timeNumber(hour: number, minute: number, afternoon: boolean): number {
  return (afternoon && hour < 12 ? hour + 12 : hour) + minute / 60;
}

function scaled(integer: string | undefined, decimals: string | undefined, power: number): number {
  return Number(`${(integer ?? "0").replaceAll(",", "")}${decimals ?? ""}e${power}`);
}

function powerOf(...units: readonly (string | undefined)[]): number {
  return POWERS[units.find((unit) => unit)?.toLowerCase() ?? ""] ?? 0;
}

/** From the most to the least particular: what one form has taken, the next ones no longer see. */
const FORMS: readonly Form[] = [
  {
    pattern: /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})(?!\d)\s*[日号]?/gu,
    read: ([y, m, d]) => [dateNumber(whole(y), whole(m), whole(d))],
  },
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH_NAME},?\\s+(\\d{4})\\b`, "giu"),
    read: ([d, m, y]) => [dateNumber(whole(y), monthOf(m), whole(d))],
  },
  {
    pattern: new RegExp(`\\b${MONTH_NAME}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, "giu"),
    read: ([m, d, y]) => [dateNumber(whole(y), monthOf(m), whole(d))],
  },
  { pattern: /(\d{4})\s*年\s*(\d{1,2})\s*月/gu, read: ([y, m]) => [dateNumber(whole(y), whole(m), 0)] },
  {
    pattern: new RegExp(`\\b${MONTH_NAME},?\\s+(\\d{4})\\b`, "giu"),
    read: ([m, y]) => [dateNumber(whole(y), monthOf(m), 0)],
  },
  {
    pattern: /(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?/gu,
    read: ([m, d]) => [dateNumber(0, whole(m), whole(d))],
  },
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH_NAME}(?![a-z])`, "giu"),
    read: ([d, m]) => [dateNumber(0, monthOf(m), whole(d))],
  },
  {
    pattern: new RegExp(`\\b${MONTH_NAME}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?![\\d,.:%a-z])`, "giu"),
    read: ([m, d]) => [dateNumber(0, monthOf(m), whole(d))],
  },
  {
    pattern: /(上午|早上|中午|下午|晚上|傍晚)?\s*(\d{1,2}):(\d{2})(?!\d)\s*(am|pm)?/giu,
    read: ([part, h, m, half]) => [timeNumber(whole(h), whole(m), isAfternoon(part, half))],
  },
  {
    pattern: /(上午|早上|中午|下午|晚上|傍晚)?\s*(\d{1,2})\s*点(?:(半)|(\d{1,2})\s*分)?/gu,
    read: ([part, h, half, m]) => [timeNumber(whole(h), half ? 30 : whole(m), isAfternoon(part, undefined))],
  },
  {
    pattern: /\b(\d{1,2})\s?(am|pm)\b/giu,
    read: ([h, half]) => [timeNumber(whole(h), 0, isAfternoon(undefined, half))],
  },
  {
    pattern: new RegExp(`${NUM}\\s*${TO}\\s*${NUM}\\s*(?:%|percent)`, "giu"),
    read: ([a, aDecimals, b, bDecimals]) => [scaled(a, aDecimals, -2), scaled(b, bDecimals, -2)],
  },
  {
    pattern: new RegExp(`${NUM}\\s*${TO}\\s*${NUM}${UNIT}`, "giu"),
    read: ([a, aDecimals, b, bDecimals, ...units]) => [
      scaled(a, aDecimals, powerOf(...units)),
      scaled(b, bDecimals, powerOf(...units)),
    ],
  },
  {
    pattern: new RegExp(`百分之\\s*${NUM}|${NUM}\\s*(?:%|percent|per cent)`, "giu"),
    read: ([a, aDecimals, b, bDecimals]) => [scaled(a ?? b, aDecimals ?? bDecimals, -2)],
  },
  {
    pattern: new RegExp(`${NUM}${UNIT}`, "giu"),
    read: ([n, decimals, ...units]) => [scaled(n, decimals, powerOf(...units))],
  },
  { pattern: new RegExp(NUM, "gu"), read: ([n, decimals]) => [scaled(n, decimals, 0)] },
];

function isAfternoon(part: string | undefined, half: string | undefined): boolean {
  return half?.toLowerCase() === "pm" || part === "下午" || part === "晚上" || part === "傍晚";
}

/**
 * All numbers of a text, ascending, with repeats. Units, thousands commas and percent are applied (82K and 8.2万
 * are both 82000, 50% and 百分之50 both 0.5) and dates become one number each (2026年12月1日 and 1 Dec 2026 are both
 * 20261201). Numbers written as words (two, 两) are not read, nor are digits inside web addresses.
 */
export function numbersIn(text: string): number[] {
  let left = text.normalize("NFKC").replace(/https?:\/\/[!-~]+|\s+/gu, " ");
  const found: number[] = [];
  for (const form of FORMS) {
    left = left.replace(form.pattern, (...match: unknown[]) => {
      const groups = match.slice(
        1,
        match.findIndex((part) => typeof part === "number"),
      );
      found.push(...form.read(groups as (string | undefined)[]));
      return " ";
    });
  }
  return found.sort((a, b) => a - b);
}

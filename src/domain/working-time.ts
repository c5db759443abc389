/** Working days in mainland China, from the statutory calendar with its make-up workdays, and local time as instants. */
import year2024 from "holiday-calendar/data/CN/2024.json" with { type: "json" };
import year2025 from "holiday-calendar/data/CN/2025.json" with { type: "json" };
import year2026 from "holiday-calendar/data/CN/2026.json" with { type: "json" };
import { Temporal } from "temporal-polyfill";
import { AppError } from "./errors.ts";

/** Countries whose statutory calendar is known. */
type Country = "CN";

/** "weekends-only" says that the official calendar of a year is not loaded: holidays are unknown, not absent. */
export type Calendar = "official" | "weekends-only";

interface CalendarYear {
  year: number;
  region: string;
  dates: readonly { date: string; type: string }[];
}

/** ISO dates that differ from an ordinary week. */
interface SpecialDays {
  years: ReadonlySet<number>;
  off: ReadonlySet<string>;
  makeUp: ReadonlySet<string>;
}

const SATURDAY = 6;
/** Ten years of working days: beyond that a plan is a slip. */
const LONGEST_STEP = 2_500;

function specialDays(country: Country, loaded: readonly CalendarYear[]): SpecialDays {
  const years = loaded.filter(({ region }) => region === country);
  const ofType = (type: string) =>
    new Set(years.flatMap(({ dates }) => dates.filter((day) => day.type === type).map((day) => day.date)));
  return {
    years: new Set(years.map(({ year }) => year)),
    off: ofType("public_holiday"),
    makeUp: ofType("transfer_workday"),
  };
}

const CHINA = specialDays("CN", [year2024, year2025, year2026]);

/** Whether offices in mainland China work on a date, and whether the official calendar says so. */
export function isWorkingDay(date: Temporal.PlainDate): { working: boolean; calendar: Calendar } {
  const weekday = date.dayOfWeek < SATURDAY;
  if (!CHINA.years.has(date.year)) return { working: weekday, calendar: "weekends-only" };
  const day = date.toString();
  return { working: CHINA.makeUp.has(day) || (weekday && !CHINA.off.has(day)), calendar: "official" };
}

/**
 * The n-th working day after a date, or before it for a negative n; 0 is the date itself, working or not.
 * The answer is "weekends-only" as soon as one day on the way, or the date itself, lies in a year that is not loaded.
 *
 * @param n whole days, -2,500 to 2,500
 * @throws AppError "bad-input" outside that
 */
export function addWorkingDays(
  date: Temporal.PlainDate,
  n: number,
): { date: Temporal.PlainDate; calendar: Calendar } {
  if (!Number.isInteger(n) || Math.abs(n) > LONGEST_STEP) throw new AppError("bad-input", { days: n });
  let day = date;
  let { calendar } = isWorkingDay(date);
  for (let left = Math.abs(n); left > 0; ) {
    day = day.add({ days: Math.sign(n) });
    const answer = isWorkingDay(day);
    if (answer.calendar === "weekends-only") calendar = "weekends-only";
    if (answer.working) left -= 1;
  }
  return { date: day, calendar };
}

/**
 * The instant at which a zone's clocks show a time. A time that a change to summer time skips moves later by the
 * gap; one that occurs twice means the first.
 *
 * @param date ISO date, e.g. "2026-12-01"
 * @param time "HH:MM"
 * @param zone IANA name, e.g. "Asia/Shanghai"
 * @throws AppError "bad-input" when one of them is not that
 */
export function instantAt(date: string, time: string, zone: string): Temporal.Instant {
  try {
    const day = Temporal.PlainDate.from(date);
    return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).toInstant();
  } catch (cause) {
    throw new AppError("bad-input", { date, time, zone }, { cause });
  }
}

/** Calendar days as people at one place count them. */
import { Temporal } from "temporal-polyfill";
import { isWorkingDay } from "../domain/working-time.ts";

/** @param zone IANA zone */
export function todayIn(now: Temporal.Instant, zone: string): Temporal.PlainDate {
  return now.toZonedDateTimeISO(zone).toPlainDate();
}

/** Days from today to a date; below 0 when it lies behind. @param date `YYYY-MM-DD` */
export function daysUntil(today: Temporal.PlainDate, date: string): number {
  return today.until(Temporal.PlainDate.from(date), { largestUnit: "days" }).days;
}

/** Years among these dates whose official calendar is not known: their holidays are unknown, not absent. */
export function unknownYears(dates: readonly Temporal.PlainDate[]): number[] {
  const unknown = dates.filter((date) => isWorkingDay(date).calendar === "weekends-only");
  return [...new Set(unknown.map(({ year }) => year))].sort((a, b) => a - b);
}

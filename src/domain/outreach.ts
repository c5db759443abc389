/** Asking creators for prices and holding their time: when a hold ends, and which of several quotes is the cheapest. */
import type { Temporal } from "temporal-polyfill";
import type { Money } from "./money.ts";
import { addWorkingDays, instantAt } from "./working-time.ts";

/** [A] A hold lasts to the end of the working day of the campaign's zone. source: rules P4 */
const HOLD_ENDS_AT = "18:00";
/** Working days before the end on which its holder is reminded. source: rules P4 */
const REMINDED_BEFORE = 1;

/** @param date the last day of the hold, YYYY-MM-DD */
export function holdEnd(date: string, zone: string): Temporal.Instant {
  return instantAt(date, HOLD_ENDS_AT, zone);
}

/**
 * When the holder is reminded: one working day before, in their own zone.
 * @param at local time HH:MM
 */
export function holdReminder(
  end: Temporal.Instant,
  zones: { campaign: string; reader: string },
  at: string,
): Temporal.Instant {
  const day = end.toZonedDateTimeISO(zones.campaign).toPlainDate();
  return instantAt(addWorkingDays(day, -REMINDED_BEFORE).date.toString(), at, zones.reader);
}

interface Quoted {
  creatorId: string;
  format: string;
  price: Money | null;
}

/**
 * The cheapest of several quotes for the same creator and format; nobody where only one side has quoted, where two
 * quote the same, or in two currencies.
 */
export function cheapestOf<T extends Quoted>(quotes: readonly T[]): T[] {
  return quotes.filter((quote) => {
    const rivals = quotes.filter(
      (other) =>
        other !== quote &&
        other.price !== null &&
        other.creatorId === quote.creatorId &&
        other.format === quote.format,
    );
    const { price } = quote;
    return (
      price !== null &&
      rivals.length > 0 &&
      rivals.every((other) => other.price?.currency === price.currency && other.price.amount > price.amount)
    );
  });
}

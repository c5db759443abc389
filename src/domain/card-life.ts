/** How long a card on a platform lives, and when a fresh one takes its place. */
import type { Temporal } from "temporal-polyfill";
import { instantAt, isWorkingDay } from "./working-time.ts";

/** [A] Local time at which cards are renewed: people are at work and the day's own messages are out. */
const RENEW_AT = "10:30";

/**
 * When a card gets a fresh copy: two days before it dies, on a working day of mainland China if the day after or the
 * day before is one.
 *
 * @param days how long cards live, 3 and up
 * @param zone IANA name of its readers' zone
 */
export function renewalOf(sentAt: Temporal.Instant, days: number, zone: string): Temporal.Instant {
  const sentOn = sentAt.toZonedDateTimeISO(zone).toPlainDate();
  const usual = sentOn.add({ days: days - 2 });
  const candidates = [usual, usual.add({ days: 1 }), usual.subtract({ days: 1 })];
  const day = candidates.find((date) => isWorkingDay(date).working) ?? usual;
  return instantAt(day.toString(), RENEW_AT, zone);
}

/** Whether a card is so old that its platform takes no change of it. */
export function isDead(sentAt: Temporal.Instant, days: number, now: Temporal.Instant): boolean {
  return now.since(sentAt).total("hours") >= days * 24;
}

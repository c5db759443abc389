/** When cards are renewed: before they die, by day, on a working day where one is near. */
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { isDead, renewalOf } from "../../src/domain/card-life.ts";

const SHANGHAI = "Asia/Shanghai";

test.each([
  ["on the twelfth day", "2026-03-03T02:00:00Z", "2026-03-15", "2026-03-16T10:30"],
  ["the day after a Sunday", "2026-05-05T02:00:00Z", "2026-05-17", "2026-05-18T10:30"],
  ["the day before a Saturday", "2026-05-04T02:00:00Z", "2026-05-16", "2026-05-15T10:30"],
  ["on a Saturday that is worked", "2026-02-16T02:00:00Z", "2026-02-28", "2026-02-28T10:30"],
  [
    "within a long holiday when nothing else is near",
    "2026-02-06T02:00:00Z",
    "2026-02-18",
    "2026-02-18T10:30",
  ],
])("%s", (_, sentAt, usual, renewed) => {
  const sent = Temporal.Instant.from(sentAt);
  expect(sent.toZonedDateTimeISO(SHANGHAI).toPlainDate().add({ days: 12 }).toString()).toBe(usual);
  const at = renewalOf(sent, 14, SHANGHAI).toZonedDateTimeISO(SHANGHAI);
  expect(at.toPlainDateTime().toString({ smallestUnit: "minute" })).toBe(renewed);
});

test("always at least half a day before the card dies, and never in its first ten days", () => {
  const zones = fc.constantFrom(SHANGHAI, "Europe/Berlin", "America/Los_Angeles", "Pacific/Kiritimati");
  const instants = fc.date({
    min: new Date("2026-01-01T00:00:00Z"),
    max: new Date("2027-12-31T00:00:00Z"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(zones, instants, (zone, date) => {
      const sentAt = Temporal.Instant.fromEpochMilliseconds(date.getTime());
      const hours = renewalOf(sentAt, 14, zone).since(sentAt).total("hours");
      expect(hours).toBeGreaterThan(10 * 24);
      expect(hours).toBeLessThan(13.5 * 24);
      expect(isDead(sentAt, 14, renewalOf(sentAt, 14, zone))).toBe(false);
    }),
  );
});

test("dead from the end of the fourteenth day on", () => {
  const sentAt = Temporal.Instant.from("2026-03-03T02:00:00Z");
  expect(isDead(sentAt, 14, sentAt.add({ hours: 14 * 24 - 1 }))).toBe(false);
  expect(isDead(sentAt, 14, sentAt.add({ hours: 14 * 24 }))).toBe(true);
});

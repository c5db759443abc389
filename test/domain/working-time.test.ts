/** Working days of mainland China, and local times as instants. */
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { AppError } from "../../src/domain/errors.ts";
import { addWorkingDays, instantAt, isWorkingDay } from "../../src/domain/working-time.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

describe("isWorkingDay", () => {
  it.each(["2026-02-14", "2026-02-28", "2026-10-10", "2026-09-20", "2026-01-04", "2026-05-09"])(
    "%s is a weekend day on which people work",
    (date) => {
      expect(day(date).dayOfWeek).toBeGreaterThanOrEqual(6);
      expect(isWorkingDay(day(date))).toEqual({ working: true, calendar: "official" });
    },
  );

  it("has nine days off at the Spring Festival of 2026", () => {
    for (let date = day("2026-02-15"); !date.equals(day("2026-02-24")); date = date.add({ days: 1 })) {
      expect(isWorkingDay(date)).toEqual({ working: false, calendar: "official" });
    }
    expect(isWorkingDay(day("2026-02-24")).working).toBe(true);
  });

  it.each(["2026-03-08", "2026-06-01", "2026-08-01"])("treats %s as the weekday it is", (date) => {
    expect(isWorkingDay(day(date)).working).toBe(day(date).dayOfWeek < 6);
  });

  it.each([
    ["2027-01-01", true],
    ["2027-02-08", true],
    ["2027-01-02", false],
    ["2023-10-02", true],
  ])("knows weekends only on %s, whose year is not loaded", (date, working) => {
    expect(isWorkingDay(day(date))).toEqual({ working, calendar: "weekends-only" });
  });
});

describe("addWorkingDays", () => {
  it.each<[string, number, string]>([
    ["2026-03-02", 1, "2026-03-03"],
    ["2026-02-13", 1, "2026-02-14"],
    ["2026-02-14", 1, "2026-02-24"],
    ["2026-02-24", -1, "2026-02-14"],
    ["2026-02-27", 1, "2026-02-28"],
    ["2026-09-30", 1, "2026-10-08"],
    ["2026-10-12", -1, "2026-10-10"],
    ["2026-02-17", 0, "2026-02-17"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2024-03-01", -1, "2024-02-29"],
    ["2025-12-31", 1, "2026-01-04"],
  ])("%s and %d is %s", (from, n, to) => {
    const { date, calendar } = addWorkingDays(day(from), n);
    expect(date.toString()).toBe(to);
    expect(calendar).toBe("official");
  });

  it("says that it only knows weekends once it leaves the loaded years", () => {
    expect(addWorkingDays(day("2026-12-31"), 1)).toEqual({
      date: day("2027-01-01"),
      calendar: "weekends-only",
    });
    expect(addWorkingDays(day("2027-01-04"), -3).calendar).toBe("weekends-only");
    expect(addWorkingDays(day("2027-05-05"), 0).calendar).toBe("weekends-only");
  });

  it.each([0.5, Number.NaN, 2_501, -2_501])("refuses %d days", (n) => {
    expect(() => addWorkingDays(day("2026-03-02"), n)).toThrow(AppError);
  });

  it("lands on a working day, goes the right way and comes back from one", () => {
    const start = fc.integer({ min: 0, max: 1_000 }).map((days) => day("2024-01-01").add({ days }));
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 30 }), (from, n) => {
        const later = addWorkingDays(from, n).date;
        expect(isWorkingDay(later).working).toBe(true);
        expect(Temporal.PlainDate.compare(later, from)).toBe(1);
        if (isWorkingDay(from).working) expect(addWorkingDays(later, -n).date.equals(from)).toBe(true);
      }),
    );
  });
});

describe("instantAt", () => {
  it.each([
    ["2026-12-01", "20:00", "Asia/Shanghai", "2026-12-01T12:00:00Z"],
    ["2026-03-28", "13:00", "Europe/Berlin", "2026-03-28T12:00:00Z"],
    ["2026-03-29", "13:00", "Europe/Berlin", "2026-03-29T11:00:00Z"],
    ["2026-10-25", "13:00", "Europe/Berlin", "2026-10-25T12:00:00Z"],
    // skipped by summer time: an hour later; shown twice: the first
    ["2026-03-29", "02:30", "Europe/Berlin", "2026-03-29T01:30:00Z"],
    ["2026-10-25", "02:30", "Europe/Berlin", "2026-10-25T00:30:00Z"],
    ["2026-12-31", "23:59", "Asia/Shanghai", "2026-12-31T15:59:00Z"],
    ["2028-02-29", "00:00", "Asia/Shanghai", "2028-02-28T16:00:00Z"],
  ])("%s %s in %s is %s", (date, time, zone, instant) => {
    expect(instantAt(date, time, zone).toString()).toBe(instant);
  });

  it.each([
    ["2026-02-30", "20:00", "Asia/Shanghai"],
    ["2026-02-28", "25:00", "Asia/Shanghai"],
    ["2026-02-28", "20:00", "Asia/Shangri-La"],
  ])("refuses %s %s in %s", (date, time, zone) => {
    expect(() => instantAt(date, time, zone)).toThrow(AppError);
  });
});

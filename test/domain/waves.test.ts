/** Waves, reminders and brief deadlines around a launch. */
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  briefDeadlines,
  planWarnings,
  REMINDER_STEPS,
  reminderDates,
  waveOf,
} from "../../src/domain/waves.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const LAUNCH = day("2026-12-08");

describe("waveOf", () => {
  it.each([
    [-15, "outside"],
    [-14, "seeding"],
    [-7, "seeding"],
    [-2, "seeding"],
    [-1, "burst"],
    [0, "burst"],
    [1, "burst"],
    [2, "sustain"],
    [28, "sustain"],
    [29, "outside"],
    [400, "outside"],
  ])("%d days from the launch is %s", (days, wave) => {
    expect(waveOf(LAUNCH, LAUNCH.add({ days }))).toBe(wave);
  });

  it("depends on the distance only, over leap days and years' ends", () => {
    const launch = fc.integer({ min: 0, max: 4_000 }).map((days) => day("2024-01-01").add({ days }));
    fc.assert(
      fc.property(launch, fc.integer({ min: -40, max: 40 }), (date, days) => {
        expect(waveOf(date, date.add({ days }))).toBe(waveOf(LAUNCH, LAUNCH.add({ days })));
      }),
    );
  });
});

describe("reminderDates", () => {
  it("counts working days, and keeps the posting day itself", () => {
    // Sunday in the Spring Festival: work stops on Saturday the 14th and starts on Tuesday the 24th
    expect(reminderDates(day("2026-02-22")).map(({ step, on }) => [step, on.toString()])).toEqual([
      [-7, "2026-02-06"],
      [-3, "2026-02-12"],
      [-1, "2026-02-14"],
      [0, "2026-02-22"],
      [1, "2026-02-24"],
    ]);
  });

  it("says where the calendar is not official", () => {
    const calendars = reminderDates(day("2026-12-31")).map(({ calendar }) => calendar);
    expect(calendars).toEqual(["official", "official", "official", "official", "weekends-only"]);
  });

  it("is in order and one date a step", () => {
    const posting = fc.integer({ min: 0, max: 900 }).map((days) => day("2024-03-01").add({ days }));
    fc.assert(
      fc.property(posting, (date) => {
        const days = reminderDates(date).map(({ on }) => on.toString());
        expect(days).toHaveLength(REMINDER_STEPS.length);
        expect([...new Set(days)].sort()).toEqual(days);
      }),
    );
  });
});

describe("briefDeadlines", () => {
  it("is safe 35 days before and possible 21 days before", () => {
    expect(briefDeadlines(day("2026-12-08"))).toEqual({
      safeUntil: day("2026-11-03"),
      possibleUntil: day("2026-11-17"),
    });
  });
});

describe("planWarnings", () => {
  const post = (postOn: string, briefOn?: string) => ({
    postOn: day(postOn),
    ...(briefOn !== undefined && { briefOn: day(briefOn) }),
  });

  it("has nothing against a staggered plan with a KPI and early briefs", () => {
    const posts = [post("2026-12-07", "2026-11-02"), post("2026-12-08", "2026-11-03")];
    expect(planWarnings({ posts, hasKpi: true })).toEqual([]);
  });

  it("warns of one day for all posts, but not of a single post", () => {
    expect(planWarnings({ posts: [post("2026-12-08"), post("2026-12-08")], hasKpi: true })).toEqual([
      { rule: "X3", severity: "warning", posts: 2 },
    ]);
    expect(planWarnings({ posts: [post("2026-12-08")], hasKpi: true })).toEqual([]);
  });

  it("warns of a missing KPI", () => {
    expect(planWarnings({ posts: [], hasKpi: false })).toEqual([
      { rule: "X4", severity: "warning", posts: 0 },
    ]);
  });

  it("warns past the safe date and objects past the possible one", () => {
    const posts = [
      post("2026-12-08", "2026-11-04"),
      post("2026-12-08", "2026-11-17"),
      post("2026-12-09", "2026-11-19"),
    ];
    expect(planWarnings({ posts, hasKpi: true })).toEqual([
      { rule: "X8", severity: "error", posts: 1 },
      { rule: "X8", severity: "warning", posts: 2 },
    ]);
  });
});

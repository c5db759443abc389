/** Exclusivities in the way, postings on time, and what changed between two vettings: dates and edges. */
import { Temporal } from "temporal-polyfill";
import { describe, expect, it, test } from "vitest";
import { changedFacts } from "../../src/domain/compare-vettings.ts";
import { deliveredOn, deliveryRecord } from "../../src/domain/delivery.ts";
import { conflictingExclusivity, exclusivityState } from "../../src/domain/exclusivity.ts";
import { money } from "../../src/domain/money.ts";

const PLAN = { brand: "Acme", category: "beauty", launchOn: "2026-12-20" };
const TODAY = "2026-11-23";
const term = (from: string, until: string, brand = "Rival", category = "护肤") => ({
  brand,
  category,
  from,
  until,
});

describe("an exclusivity is in the way", () => {
  it.each([
    ["today is its last day", term("2026-01-01", "2026-11-23"), true],
    ["it ended yesterday", term("2026-01-01", "2026-11-22"), false],
    ["it begins on the last day of the campaign", term("2027-01-17", "2027-02-01"), true],
    ["it begins the day after", term("2027-01-18", "2027-02-01"), false],
    ["it lies between today and the campaign", term("2026-11-24", "2026-12-05"), false],
    ["it ends on the first day of the campaign", term("2026-11-24", "2026-12-06"), true],
    ["it is the campaign's own, spelt in another way", term("2026-01-01", "2027-12-31", "ＡＣＭＥ"), false],
    ["it is about another category", term("2026-01-01", "2027-12-31", "Rival", "food"), false],
  ])("%s", (_name, one, expected) => {
    expect(conflictingExclusivity([one], PLAN, TODAY) !== undefined).toBe(expected);
  });

  it("the one that ends last is named", () => {
    const terms = [term("2026-11-01", "2026-12-31"), term("2026-11-01", "2027-03-31", "Third")];
    expect(conflictingExclusivity(terms, PLAN, TODAY)?.brand).toBe("Third");
  });

  it("knows what is ahead, running and over", () => {
    const one = term("2026-11-23", "2026-11-24");
    expect(
      ["2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25"].map((day) => exclusivityState(one, day)),
    ).toEqual(["ahead", "running", "running", "over"]);
  });
});

test("a posting is on time until the end of the day after, in its own zone", () => {
  const slot = (postedAt: string | null) => ({
    postOn: "2026-12-08",
    zone: "Asia/Shanghai",
    postedAt: postedAt === null ? null : Temporal.Instant.from(postedAt),
  });
  const now = Temporal.Instant.from("2026-12-20T00:00:00Z");
  expect(deliveredOn(slot("2026-12-09T15:59:59Z"), now)).toBe("on-time");
  expect(deliveredOn(slot("2026-12-09T16:00:00Z"), now)).toBe("late");
  expect(deliveredOn(slot(null), now)).toBe("late");
  expect(deliveredOn(slot(null), Temporal.Instant.from("2026-12-09T15:59:59Z"))).toBe("open");
  expect(deliveryRecord([], now).share).toBeUndefined();
  expect(deliveryRecord([slot("2026-12-08T00:00:00Z"), slot(null)], now)).toEqual({
    onTime: 1,
    late: 1,
    open: 0,
    share: 0.5,
  });
});

test("a fact has changed when its value has, not when only its source has", () => {
  const typed = <T>(value: T) => ({ value, source: "typed" as const });
  expect(
    changedFacts(
      { followers: typed(1), reads: typed(5), quoteImage: typed(money(3_000, "CNY")), fit: typed(4) },
      {
        followers: { value: 1, source: "pugongying" },
        quoteImage: typed(money(3_000, "USD")),
        fit: typed(4),
        category: typed("beauty"),
      },
    ),
  ).toEqual([
    { fact: "category", before: null, after: "beauty" },
    { fact: "quoteImage", before: money(3_000, "CNY"), after: money(3_000, "USD") },
    { fact: "reads", before: 5, after: null },
  ]);
});

test("a category typed in the other language is the same one", () => {
  const category = (value: string) => ({ category: { value, source: "typed" as const } });
  expect(changedFacts(category("beauty"), category("美妆"))).toEqual([]);
  expect(changedFacts(category("beauty/food"), category("美食、护肤"))).toEqual([]);
  expect(changedFacts(category("beauty"), category("beauty/food"))).toHaveLength(1);
});

/** Splits, payments and when they are asked for. */
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { type Money, money } from "../../src/domain/money.ts";
import {
  type MilestoneState,
  markPaid,
  nudgeDates,
  parseSplit,
  splitPlan,
} from "../../src/domain/payments.ts";
import { isWorkingDay } from "../../src/domain/working-time.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

describe("parseSplit", () => {
  it.each([
    ["50/50", [50, 50]],
    ["30-70", [30, 70]],
    ["100", [100]],
    ["30% / 30% / 40%", [30, 30, 40]],
    ["３０／７０", [30, 70]],
    ["33.33/33.33/33.34", [33.33, 33.33, 33.34]],
  ])("reads %s", (text, value) => {
    expect(parseSplit(text)).toEqual({ ok: true, value });
  });

  it.each([
    ["", "empty"],
    ["50/", "not-a-number"],
    ["half/half", "not-a-number"],
    ["50/40", "bad-split"],
    ["60/60", "bad-split"],
    ["0/100", "bad-split"],
    ["33.3/33.3/33.3", "bad-split"],
  ])("refuses %j as %s", (text, problem) => {
    expect(parseSplit(text)).toEqual({ ok: false, problem, text });
  });
});

describe("splitPlan", () => {
  it("halves 3,000.01 yuan with the odd fen at the end", () => {
    expect(splitPlan(money(3000.01, "CNY"), [50, 50])).toEqual([money(1500, "CNY"), money(1500.01, "CNY")]);
  });

  it("adds up for every split that can be typed", () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), cuts, (amount, places) => {
        const ends = [...places.sort((a, b) => a - b), 100];
        const text = ends.map((end, index) => end - (ends[index - 1] ?? 0)).join("/");
        const shares = parseSplit(text);
        if (!shares.ok) throw new Error(`${text} was refused`);
        const parts = splitPlan({ amount, currency: "CNY" }, shares.value);
        expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(amount);
      }),
    );
  });
});

describe("markPaid", () => {
  const due = (state: MilestoneState, amount: Money = money(1500, "CNY")) => ({ id: "m1", state, amount });

  it.each(["planned", "due"] as const)("pays a %s milestone, with or without naming the amount", (state) => {
    expect(markPaid(due(state))).toEqual({ ...due(state), state: "paid" });
    expect(markPaid(due(state), money(1500, "CNY"))).toEqual({ ...due(state), state: "paid" });
  });

  it("refuses a second payment, a held one and a cancelled one", () => {
    expect(() => markPaid(due("paid"))).toThrow(expect.objectContaining({ code: "already-paid" }));
    for (const state of ["held", "cancelled"] as const) {
      expect(() => markPaid(due(state))).toThrow(
        expect.objectContaining({ code: "not-payable", details: { state } }),
      );
    }
  });

  it.each([money(1499.99, "CNY"), money(1500.01, "CNY"), money(1500, "USD")])("refuses %j", (amount) => {
    expect(() => markPaid(due("due"), amount)).toThrow(
      expect.objectContaining({
        code: "amount-mismatch",
        details: {
          expected: 1500,
          currency: "CNY",
          given: amount.amount / 100,
          givenCurrency: amount.currency,
        },
      }),
    );
  });
});

describe("nudgeDates", () => {
  it("asks three working days before, on the day and two after", () => {
    expect(nudgeDates(day("2026-12-09")).map(({ step, on }) => [step, on.toString()])).toEqual([
      [-3, "2026-12-04"],
      [0, "2026-12-09"],
      [2, "2026-12-11"],
    ]);
  });

  it("asks before a holiday when that is the due date", () => {
    expect(nudgeDates(day("2026-02-17")).map(({ on }) => on.toString())).toEqual([
      "2026-02-12",
      "2026-02-14",
      "2026-02-25",
    ]);
  });

  it("always asks on working days, in order", () => {
    const date = fc.integer({ min: 10, max: 1_050 }).map((days) => day("2024-01-01").add({ days }));
    fc.assert(
      fc.property(date, (dueOn) => {
        const days = nudgeDates(dueOn).map(({ on }) => on);
        expect(days.every((on) => isWorkingDay(on).working)).toBe(true);
        expect([...days].sort((a, b) => Temporal.PlainDate.compare(a, b))).toEqual(days);
      }),
    );
  });
});

/** Sums of money stay whole, exact and in one currency. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "../../src/domain/errors.ts";
import {
  addMoney,
  allocate,
  compareMoney,
  type Money,
  majorOf,
  money,
  shareOf,
  subtractMoney,
} from "../../src/domain/money.ts";

const cny = (amount: number): Money => ({ amount, currency: "CNY" });

describe("money", () => {
  it.each([
    [29.9, "CNY", 2_990],
    [0.29, "CNY", 29],
    [1.005e3, "CNY", 100_500],
    [500, "JPY", 500],
    [0, "USD", 0],
  ] as const)("makes minor units of %d %s", (major, currency, amount) => {
    expect(money(major, currency)).toEqual({ amount, currency });
    expect(majorOf({ amount, currency })).toBe(major);
  });

  it.each([0.001, Number.NaN, Number.POSITIVE_INFINITY, 1e300])("refuses %d yuan", (major) => {
    expect(() => money(major, "CNY")).toThrow(AppError);
  });

  it("adds, subtracts and compares within a currency only", () => {
    expect(addMoney(cny(1), cny(2))).toEqual(cny(3));
    expect(subtractMoney(cny(1), cny(1))).toEqual(cny(0));
    expect(compareMoney(cny(1), cny(2))).toBe(-1);
    expect(compareMoney(cny(2), cny(2))).toBe(0);
    const usd: Money = { amount: 1, currency: "USD" };
    for (const act of [addMoney, subtractMoney, compareMoney]) {
      expect(() => act(cny(1), usd)).toThrow(
        expect.objectContaining({ code: "bad-input", details: { currency: "CNY", otherCurrency: "USD" } }),
      );
    }
  });

  it("refuses sums beyond what a number holds exactly", () => {
    expect(() => addMoney(cny(Number.MAX_SAFE_INTEGER), cny(1))).toThrow(AppError);
  });

  it("rounds a share to the nearest minor unit", () => {
    expect(shareOf(cny(5_000), 0.1)).toEqual(cny(500));
    expect(shareOf(cny(1_005), 0.1)).toEqual(cny(101));
    expect(shareOf(cny(1_004), 0.1)).toEqual(cny(100));
    expect(shareOf(cny(0), 0.2)).toEqual(cny(0));
  });
});

describe("allocate", () => {
  it("gives the remainder to the last part", () => {
    expect(allocate(cny(100), [1, 1, 1])).toEqual([cny(33), cny(33), cny(34)]);
    expect(allocate(cny(101), [50, 50])).toEqual([cny(50), cny(51)]);
  });

  it("gives nothing to a part without a ratio, not even the remainder", () => {
    expect(allocate(cny(100), [1, 1, 1, 0])).toEqual([cny(33), cny(33), cny(34), cny(0)]);
  });

  it.each([[[]], [[0, 0]], [[1, -1]], [[Number.NaN]]])("refuses the ratios %j", (ratios) => {
    expect(() => allocate(cny(100), ratios)).toThrow(expect.objectContaining({ code: "bad-split" }));
  });

  it("always adds up exactly, and no part is negative", () => {
    const ratio = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e13 }),
        fc.array(ratio, { minLength: 1, maxLength: 12 }).filter((all) => all.some((one) => one >= 0.000_001)),
        (total, ratios) => {
          const parts = allocate(cny(total), ratios).map((part) => part.amount);
          expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
          expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

/** Places among those compared, and who costs least for each interaction. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cheapestPerEngaged, commonFormat, comparedCost, percentiles } from "../../src/domain/compare.ts";
import type { Fact } from "../../src/domain/creator-facts.ts";
import { type Currency, money } from "../../src/domain/money.ts";

const typed = <T>(value: T): Fact<T> => ({ value, source: "typed" });
const cost = (perInteraction: number | null, currency: Currency = "CNY") => ({
  quote: money(100, currency),
  allIn: money(110, currency),
  perRead: null,
  perInteraction,
});

describe("percentiles", () => {
  it.each([
    [
      [10, 20, 30],
      [0, 50, 100],
    ],
    [
      [10, null, 30],
      [0, null, 100],
    ],
    [
      [20, 20, 10],
      [75, 75, 0],
    ],
    [
      [10, null],
      [null, null],
    ],
    [[], []],
  ])("%j is %j", (values, expected) => {
    expect(percentiles(values)).toEqual(expected);
  });

  it("average 50, whatever is compared", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 6 }), (values) => {
        const places = percentiles(values).map((place) => place ?? 0);
        const average = places.reduce((a, b) => a + b, 0) / places.length;
        expect(Math.abs(average - 50)).toBeLessThanOrEqual(0.5);
      }),
    );
  });
});

describe("who costs least for an interaction", () => {
  it("names one, both of a tie, and those who are unknown", () => {
    expect(cheapestPerEngaged([cost(2), cost(1), cost(null)])).toEqual({ cheapest: [1], unknown: [2] });
    expect(cheapestPerEngaged([cost(1.001), cost(1)])).toEqual({ cheapest: [0, 1], unknown: [] });
  });

  it("names nobody among fewer than two known, or across currencies", () => {
    expect(cheapestPerEngaged([cost(2), cost(null)])).toBe("too-few");
    expect(cheapestPerEngaged([cost(2), cost(1, "USD")])).toBe("currencies");
  });
});

describe("costs side by side", () => {
  const image = { quoteImage: typed(money(50, "CNY")), reads: typed(248), interactions: typed(2) };
  const video = { quoteVideo: typed(money(90, "CNY")) };

  it("are of the format that most were quoted for", () => {
    expect(commonFormat([image, video, {}])).toBe("image");
    expect(commonFormat([image, video, video])).toBe("video");
  });

  it("hold the platform's fee; another format's quote is unknown", () => {
    expect(comparedCost(image, "image")).toMatchObject({ allIn: money(55, "CNY"), perInteraction: 27.5 });
    expect(comparedCost(image, "image").perRead).toBeCloseTo(0.2218, 4);
    expect(comparedCost(video, "image")).toEqual({
      quote: null,
      allIn: null,
      perRead: null,
      perInteraction: null,
    });
  });
});

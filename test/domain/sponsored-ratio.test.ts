/** Sponsored against everyday notes from two files: combined where one source counted both alike, else said why not. */
import { describe, expect, it } from "vitest";
import type { Fact } from "../../src/domain/creator-facts.ts";
import { combinedRatio, withCombinedRatio } from "../../src/domain/sponsored-ratio.ts";

const median = (value: number, more: Partial<Fact<number>> = {}): Fact<number> => ({
  value,
  source: "pugongying",
  statistic: "median",
  windowDays: 90,
  asOf: "2026-11-01",
  ...more,
});
const everyday = median(1_000);

describe("the ratio of two files", () => {
  it("is made of two medians of one source, and as old as the older one", () => {
    const paid = median(600, { asOf: "2026-11-20" });
    expect(combinedRatio({ sponsoredInteractions: paid, interactions: everyday })).toEqual({
      value: 0.6,
      source: "pugongying",
      windowDays: 90,
      asOf: "2026-11-01",
    });
  });

  it.each([
    ["source", median(600, { source: "qiangua" })],
    ["statistic", median(600, { statistic: "mean" })],
    ["window", median(600, { windowDays: 30 })],
    ["dates", median(600, { asOf: "2026-09-20" })],
    ["dates", median(600, { asOf: "some day" })],
  ])("is not made where they differ: %s", (because, paid) => {
    expect(combinedRatio({ sponsoredInteractions: paid, interactions: everyday })).toBe(because);
  });

  it("is not made of a total, of nothing, or of one alone", () => {
    const paid = median(600);
    expect(
      combinedRatio({ sponsoredInteractions: paid, interactions: median(9_000, { statistic: "total" }) }),
    ).toBeUndefined();
    expect(combinedRatio({ sponsoredInteractions: paid, interactions: median(0) })).toBeUndefined();
    expect(combinedRatio({ sponsoredInteractions: paid })).toBeUndefined();
  });

  it("gives way to what a source says later, and takes the place of what is older or only typed", () => {
    const both = { sponsoredInteractions: median(600), interactions: everyday };
    const said = (more: Partial<Fact<number>>) =>
      withCombinedRatio({ ...both, sponsoredRatio: median(0.9, more) });
    expect(said({ asOf: "2026-11-10" }).sponsoredRatio?.value).toBe(0.9);
    expect(said({ asOf: "2026-10-10" }).sponsoredRatio?.value).toBe(0.6);
    expect(said({ source: "typed", asOf: "2026-11-10" }).sponsoredRatio?.value).toBe(0.6);
    expect(withCombinedRatio({ interactions: everyday })).toEqual({ interactions: everyday });
  });
});

/** One account under four schemes, at and around every bound. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "../../src/domain/errors.ts";
import { TIER_SCHEMES, type TierId, type TierScheme, tierOf } from "../../src/domain/tiers.ts";

const SMALLEST_FIRST: Readonly<Record<TierScheme, readonly TierId[]>> = {
  T1: ["base", "micro", "macro", "mega"],
  T3x: ["below-nano", "nano", "micro", "mid", "mega"],
  T4: ["base", "micro", "mid", "top"],
  T5: ["nano", "micro", "macro", "mega"],
};

describe("tierOf", () => {
  it.each<[number, TierId, TierId, TierId, TierId]>([
    [900, "base", "below-nano", "base", "nano"],
    [80_000, "micro", "micro", "mid", "micro"],
    [300_000, "micro", "mid", "top", "micro"],
    [800_000, "macro", "mid", "top", "macro"],
    [2_000_000, "macro", "mega", "top", "mega"],
    [0, "base", "below-nano", "base", "nano"],
    [999, "base", "below-nano", "base", "nano"],
    [1_000, "base", "nano", "micro", "nano"],
    [9_999, "base", "nano", "micro", "nano"],
    [10_000, "base", "micro", "mid", "micro"],
    [49_999, "base", "micro", "mid", "micro"],
    [50_000, "micro", "micro", "mid", "micro"],
    [99_999, "micro", "micro", "mid", "micro"],
    [100_000, "micro", "mid", "top", "micro"],
    [499_999, "micro", "mid", "top", "micro"],
    [500_000, "macro", "mid", "top", "macro"],
    [999_999, "macro", "mid", "top", "macro"],
    [1_000_000, "macro", "mega", "top", "macro"],
    [1_000_001, "macro", "mega", "top", "mega"],
    [5_000_000, "mega", "mega", "top", "mega"],
  ])("places %d followers", (followers, t1, t3x, t4, t5) => {
    expect(TIER_SCHEMES.map((scheme) => tierOf(scheme, followers))).toEqual([t1, t3x, t4, t5]);
  });

  it("never places a larger account in a smaller class", () => {
    const count = fc.integer({ min: 0, max: 20_000_000 });
    fc.assert(
      fc.property(fc.constantFrom(...TIER_SCHEMES), count, count, (scheme, a, b) => {
        const rank = (followers: number) => SMALLEST_FIRST[scheme].indexOf(tierOf(scheme, followers));
        expect(rank(Math.min(a, b))).toBeGreaterThanOrEqual(0);
        expect(rank(Math.min(a, b))).toBeLessThanOrEqual(rank(Math.max(a, b)));
      }),
    );
  });

  it.each([-1, Number.NaN])("refuses %d followers", (followers) => {
    expect(() => tierOf("T4", followers)).toThrow(AppError);
  });
});

/** Size classes of creators under the four published schemes, which disagree and are never merged. */
import { AppError } from "./errors.ts";

/** The schemes a campaign can choose from; the ids are the rules' own (source: rules T1, T3x, T4, T5). */
export const TIER_SCHEMES = ["T1", "T3x", "T4", "T5"] as const;

export type TierScheme = (typeof TIER_SCHEMES)[number];

export type TierId = "mega" | "macro" | "mid" | "top" | "micro" | "nano" | "base" | "below-nano";

/** A class and the smallest follower count in it. */
interface TierFloor {
  tier: TierId;
  from: number;
}

/** Largest class first; the last one starts at 0, so that every count has a class. */
export const TIER_FLOORS: Readonly<Record<TierScheme, readonly TierFloor[]>> = {
  T1: [
    { tier: "mega", from: 5_000_000 },
    { tier: "macro", from: 500_000 },
    { tier: "micro", from: 50_000 },
    { tier: "base", from: 0 },
  ],
  T3x: [
    { tier: "mega", from: 1_000_000 },
    { tier: "mid", from: 100_000 },
    { tier: "micro", from: 10_000 },
    { tier: "nano", from: 1_000 },
    { tier: "below-nano", from: 0 },
  ],
  T4: [
    { tier: "top", from: 100_000 },
    { tier: "mid", from: 10_000 },
    { tier: "micro", from: 1_000 },
    { tier: "base", from: 0 },
  ],
  T5: [
    // the source says "over" a million, so the million itself is still macro
    { tier: "mega", from: 1_000_001 },
    { tier: "macro", from: 500_000 },
    { tier: "micro", from: 10_000 },
    { tier: "nano", from: 0 },
  ],
};

/**
 * The class of an account under one scheme. An endpoint that two classes of a source share belongs to the upper
 * one: 500,000 followers are macro under T1, not micro. `base` is the lowest class of T1 and T4: it says how large
 * an account is, never that the person is an everyday buyer. source: rules T1, T3x, T4, T5, C5
 *
 * @param followers a whole number, 0 and up
 * @throws AppError "bad-input" for a negative or unreadable count
 */
export function tierOf(scheme: TierScheme, followers: number): TierId {
  const floor = TIER_FLOORS[scheme].find(({ from }) => followers >= from);
  if (floor === undefined) throw new AppError("bad-input", { followers });
  return floor.tier;
}

/** How every scheme reads an account, in the order of the schemes: they disagree, so all are shown. */
export function tiersOf(followers: number): { scheme: TierScheme; tier: TierId }[] {
  return TIER_SCHEMES.map((scheme) => ({ scheme, tier: tierOf(scheme, followers) }));
}

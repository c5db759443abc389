/** The numbers of the scoring table that are no straight line between two ends. */

/** Public sample of 101 accounts: likes and saves per note and follower, by size; larger accounts were too few. */
export const SIZE_BANDS = [
  { below: 1_000, median: 0.079 },
  { below: 5_000, median: 0.038 },
  { below: 10_000, median: 0.029 },
] as const;

/** Without peers: half the points at 1.5% (source: rules V3), all at 4% [A]. */
export const BENCHMARK = { half: 0.015, full: 0.04 } as const;

/** source: rules V14, V1x; the same category earns all, an adjacent one 3 of 5 [A] */
export const CATEGORY_POINTS = { same: 5, adjacent: 3, other: 0 } as const;

/** source: rules V4, F7; the limit of 45 days is ours [A] */
export const LONGEST_SILENCE_DAYS = 45;

/** 0 at `zeroAt`, 1 at `fullAt`, straight in between and level outside; the ends may be in either order. */
export function linear(value: number, zeroAt: number, fullAt: number): number {
  return Math.min(1, Math.max(0, (value - zeroAt) / (fullAt - zeroAt)));
}

export function earnedPerFollower(value: number, median: number | undefined): number {
  if (median !== undefined && median > 0) return linear(value, 0, 2 * median);
  return value <= BENCHMARK.half
    ? linear(value, 0, BENCHMARK.half) / 2
    : 0.5 + linear(value, BENCHMARK.half, BENCHMARK.full) / 2;
}

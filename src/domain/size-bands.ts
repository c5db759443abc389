/** Bands of follower counts within which quotes are compared: no published scheme parts two accounts of one band. */

/** Where a class of any of the four schemes begins. */
const FLOORS = [0, 1_000, 10_000, 50_000, 100_000, 500_000, 1_000_000, 5_000_000] as const;

/** The smallest follower count of the band: its name. source: rules P2 */
export type SizeBand = (typeof FLOORS)[number];

export const SIZE_BANDS: readonly SizeBand[] = FLOORS;

/** @param followers 0 and up */
export function sizeBandOf(followers: number): SizeBand {
  return FLOORS.findLast((floor) => followers >= floor) ?? 0;
}

/** Price bands found on public pages, in CNY for one image note; they disagree, so each keeps its source. */

/** Accounts with `from` up to, not including, `below` followers cost `low` to `high` yuan. */
interface PriceBand {
  from: number;
  below: number;
  low: number;
  high: number;
  source: string;
}

// [A] Pages that name classes without bounds are read with the bounds their publisher gives elsewhere: the guide
// with T3x, the finder with T5. Neither names a price for accounts the other pages leave out.
const GUIDE = "allxhs.com/guides/kol-marketing";
const FINDER = "allxhs.com/posts/finding-kols";
const JFOUND = "jfound.net";
const IJUNJUN = "ijunjun.com";

export const PRICE_BANDS: readonly PriceBand[] = [
  // [A] nobody pays where nobody follows: such a count is a new account or a slip
  { from: 1, below: 10_000, low: 200, high: 1_000, source: FINDER },
  { from: 10_000, below: 500_000, low: 800, high: 8_000, source: FINDER },
  { from: 500_000, below: 1_000_001, low: 8_000, high: 50_000, source: FINDER },
  { from: 10_000, below: 100_000, low: 500, high: 5_000, source: GUIDE },
  { from: 100_000, below: 1_000_000, low: 5_000, high: 50_000, source: GUIDE },
  { from: 1_000_000, below: Number.POSITIVE_INFINITY, low: 50_000, high: 500_000, source: GUIDE },
  { from: 10_000, below: 100_000, low: 1_500, high: 7_500, source: JFOUND },
  { from: 100_000, below: Number.POSITIVE_INFINITY, low: 7_500, high: 45_000, source: JFOUND },
  { from: 50_000, below: 500_000, low: 5_000, high: 30_000, source: IJUNJUN },
];

/** A video costs 30% to 60% more than images, says jfound.net: applied to the low and the high end. */
export const VIDEO_PREMIUM = [1.3, 1.6] as const;

/** [A] A quote this many times outside the range is a slip of the unit or too good to be true (source: rules F4). */
export const FAR_OFF_TIMES = 50;

/** The middle and the quarters of a set of values. */

/** Values from the least to the greatest. */
export interface Sorted {
  count: number;
  /** @param index from 0 to below `count` */
  at(index: number): number;
}

/** The value below which a share of the values lies, between two neighbours in a straight line. */
export function quantile({ count, at }: Sorted, share: number): number {
  if (count === 0) return 0;
  const place = (count - 1) * share;
  const below = at(Math.floor(place));
  const above = at(Math.ceil(place));
  return below + (above - below) * (place - Math.floor(place));
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return quantile({ count: sorted.length, at: (index) => sorted[index] ?? 0 }, 0.5);
}

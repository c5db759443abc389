/** One value of each of many creators, and what the others say where one of them is held against the rest. */
import type { Sorted } from "./quantile.ts";

/** Sorted once, so that each of 50,000 rows of a list can be held against all others. */
export interface OneEach {
  /** the least first */
  values: Float64Array;
  byCreator: ReadonlyMap<string, number>;
}

/** @param all each creator at most once */
export function oneEach(all: readonly { creatorId: string; value: number }[]): OneEach {
  const values = new Float64Array(all.length);
  const byCreator = new Map<string, number>();
  for (const [place, { creatorId, value }] of all.entries()) {
    values[place] = value;
    byCreator.set(creatorId, value);
  }
  return { values: values.sort(), byCreator };
}

/** The values of all but this creator: nobody is compared with themselves. */
export function othersThan({ values, byCreator }: OneEach, creatorId: string | undefined): Sorted {
  const all = values.length;
  const value = creatorId === undefined ? undefined : byCreator.get(creatorId);
  const own = value === undefined ? all : placeOf(value, values);
  return {
    count: own === all ? all : all - 1,
    at: (index) => values[index < own ? index : index + 1] ?? 0,
  };
}

/** Where a value stands that is among them: of several that are equal it does not matter which is left out. */
function placeOf(value: number, values: Float64Array): number {
  let [from, below] = [0, values.length];
  while (from < below) {
    const middle = (from + below) >> 1;
    if ((values[middle] ?? 0) < value) from = middle + 1;
    else below = middle;
  }
  return from;
}

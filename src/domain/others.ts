/** One value of each of many creators, and what the others say where one of them is held against the rest. */
import type { Sorted } from "./quantile.ts";

/** Sorted once, so that each of 50,000 rows of a list can be held against all others. */
export interface OneEach {
  /** the least first */
  values: Float64Array;
  placeOf: ReadonlyMap<string, number>;
}

/** @param all each creator at most once */
export function oneEach(all: readonly { creatorId: string; value: number }[]): OneEach {
  const sorted = all.toSorted((a, b) => a.value - b.value);
  return {
    values: Float64Array.from(sorted, ({ value }) => value),
    placeOf: new Map(sorted.map(({ creatorId }, place) => [creatorId, place])),
  };
}

/** The values of all but this creator: nobody is compared with themselves. */
export function othersThan({ values, placeOf }: OneEach, creatorId: string | undefined): Sorted {
  const all = values.length;
  const own = (creatorId === undefined ? undefined : placeOf.get(creatorId)) ?? all;
  return {
    count: own === all ? all : all - 1,
    at: (index) => values[index < own ? index : index + 1] ?? 0,
  };
}

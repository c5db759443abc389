/** Lets a few pieces of work in at a time, the others wait in order: acknowledgements must not wait behind answers. */

export interface Gate {
  enter<T>(work: () => Promise<T>): Promise<T>;
}

/** @param places how many pieces of work may be inside at once, 1 and up */
export function createGate(places: number): Gate {
  let free = places;
  const waiting: (() => void)[] = [];
  return {
    async enter(work) {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next === undefined) free += 1;
        else next();
      }
    },
  };
}

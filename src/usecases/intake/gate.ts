/** Lets a few pieces of work in at a time, the others wait in order: acknowledgements must not wait behind answers. */

export interface Gate {
  enter<T>(work: () => Promise<T>): Promise<T>;
}

/** @param places how many pieces of work may be inside at the moment, 1 and up; asked whenever one comes or goes */
export function createGate(places: () => number): Gate {
  let inside = 0;
  const waiting: (() => void)[] = [];

  function letIn(): void {
    while (waiting.length > 0 && inside < places()) {
      inside += 1;
      waiting.shift()?.();
    }
  }

  return {
    async enter(work) {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        letIn();
      });
      try {
        return await work();
      } finally {
        inside -= 1;
        letIn();
      }
    },
  };
}

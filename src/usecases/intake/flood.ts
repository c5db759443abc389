/** Lets acknowledgements go first when much comes in at once: they must come within seconds, answers need not. */

export interface Flood {
  /** Says that an event comes in; the function that it answers says that it is acknowledged or nearly so. */
  enter(): () => void;
  /** Resolves when a piece of work may begin: at once as a rule, now and then in a flood. */
  ebb(): Promise<void>;
}

/** So many events that wait for their acknowledgement are a flood, and are still one this long after. */
const MANY = 8;
const STILL_MS = 100;
/** In a flood one piece of work begins this often: a vetting takes as much CPU as twenty acknowledgements. */
const TRICKLE_MS = 500;
/** How often work that is held back asks whether it may begin. */
const LOOK_MS = 100;
/** The work is held back no longer than this at a time, and then goes on for as long, flood or not. */
const PATIENCE_MS = 10_000;

/** @param now real time in ms */
export function createFlood(now: () => number = () => performance.now()): Flood {
  let within = 0;
  let manyAt = -STILL_MS;
  let heldSince: number | undefined;
  let freeUntil = 0;
  let trickledAt = 0;

  function mayBegin(): boolean {
    const time = now();
    if (time < freeUntil) return true;
    if (within < MANY && time - manyAt >= STILL_MS) {
      heldSince = undefined;
      return true;
    }
    heldSince ??= time;
    if (time - heldSince >= PATIENCE_MS) {
      heldSince = undefined;
      freeUntil = time + PATIENCE_MS;
      return true;
    }
    if (time - trickledAt < TRICKLE_MS) return false;
    trickledAt = time;
    return true;
  }

  return {
    enter() {
      within += 1;
      if (within >= MANY) manyAt = now();
      return () => {
        if (within >= MANY) manyAt = now();
        within -= 1;
      };
    },
    async ebb() {
      while (!mayBegin()) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    },
  };
}

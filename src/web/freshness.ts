/** When a signed request is too old, too early, or was here before. Real time: it is about the network. */

/** How far a request's time may be from ours, both ways, in ms. */
const WINDOW_MS = 5 * 60_000;

/** @param seconds since 1970, as the platforms write them in a header */
export function isFresh(seconds: string | undefined): boolean {
  if (seconds === undefined || !/^\d{1,12}$/u.test(seconds)) return false;
  return Math.abs(Date.now() - Number(seconds) * 1_000) <= WINDOW_MS;
}

/** The signatures of requests that were let in, for as long as they would be fresh. */
export interface SeenSignatures {
  /** Answers false when this one was here before. */
  enter(signature: string): boolean;
  /** The request was not taken after all: it may come again as it was. */
  forget(signature: string): void;
}

export function createSeenSignatures(): SeenSignatures {
  // in the order of their ends, since all live equally long
  const ends = new Map<string, number>();
  return {
    enter(signature) {
      const now = performance.now();
      for (const [old, end] of ends) {
        if (end > now) break;
        ends.delete(old);
      }
      if (ends.has(signature)) return false;
      // a request from the future stays fresh for two windows
      ends.set(signature, now + 2 * WINDOW_MS);
      return true;
    },
    forget: (signature) => void ends.delete(signature),
  };
}

/** Work on many things at once, in pieces of some milliseconds: a click in between is not kept waiting. */
import { setImmediate as nextTurn } from "node:timers/promises";

/** Few things are done without a pause, before anything else. */
const AT_ONCE = 1_000;

export async function inTurns<T>(all: readonly T[], work: (one: T) => void): Promise<void> {
  for (let at = 0; at < all.length; at += AT_ONCE) {
    if (at > 0) await nextTurn();
    for (const one of all.slice(at, at + AT_ONCE)) work(one);
  }
}

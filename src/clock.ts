/** The clock of business time: real time, plus how far the sandbox moved it. */
import { Temporal } from "temporal-polyfill";
import type { Clock } from "./chat/ports.ts";

export interface MovableClock extends Clock {
  /** Goes forward to `to`; an earlier time changes nothing. Answers the offset in ms. */
  moveTo(to: Temporal.Instant): number;
}

/** @param offsetMs how far ahead of real time the clock starts, 0 and up */
export function createClock(offsetMs: number): MovableClock {
  let offset = offsetMs;
  const now = () => Temporal.Instant.fromEpochMilliseconds(Date.now() + offset);
  return {
    now,
    moveTo(to) {
      offset += Math.max(0, to.epochMilliseconds - now().epochMilliseconds);
      return offset;
    },
  };
}

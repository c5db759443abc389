/** When events were received: later for each next one of a person, since the inbox is read in this order. */
import { Temporal } from "temporal-polyfill";
import type { Inbound } from "../../chat/inbound.ts";
import type { Clock } from "../../chat/ports.ts";

/** @returns a function that gives each event its time; the inbox keeps whole milliseconds */
export function createReceiptTimes(clock: Clock): (event: Inbound) => Temporal.Instant {
  const lastOf = new Map<string, number>();
  let forgottenAt = 0;

  return ({ platform, user }) => {
    const now = clock.now().epochMilliseconds;
    if (now > forgottenAt) {
      forgottenAt = now;
      for (const [person, last] of lastOf) if (last < now) lastOf.delete(person);
    }
    const person = `${platform}:${user}`;
    const at = Math.max(now, (lastOf.get(person) ?? 0) + 1);
    lastOf.set(person, at);
    return Temporal.Instant.fromEpochMilliseconds(at);
  };
}

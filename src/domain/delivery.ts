/** Whether creators posted when they had agreed to, from this team's own records. */
import { Temporal } from "temporal-polyfill";

export type Delivered = "on-time" | "late" | "open";

interface Agreed {
  /** YYYY-MM-DD in `zone` */
  postOn: string;
  zone: string;
  /** when somebody marked it as posted */
  postedAt: Temporal.Instant | null;
}

/**
 * [A] On time: marked as posted by the end of the day after the one agreed, since the bot only knows when somebody
 * marked it, and reminders ask until then. What is not marked by then is late. source: rules V12, own records
 */
export function deliveredOn({ postOn, zone, postedAt }: Agreed, now: Temporal.Instant): Delivered {
  const end = Temporal.PlainDate.from(postOn)
    .add({ days: 2 })
    .toZonedDateTime({ timeZone: zone })
    .toInstant();
  if (Temporal.Instant.compare(postedAt ?? now, end) >= 0) return "late";
  return postedAt === null ? "open" : "on-time";
}

/** Counts of what was agreed on. `share` is on time over finished, and undefined while nothing is finished. */
export function deliveryRecord(
  all: readonly Agreed[],
  now: Temporal.Instant,
): { onTime: number; late: number; open: number; share: number | undefined } {
  const states = all.map((agreed) => deliveredOn(agreed, now));
  const count = (state: Delivered) => states.filter((one) => one === state).length;
  const [onTime, late, open] = [count("on-time"), count("late"), count("open")];
  return { onTime, late, open, share: onTime + late === 0 ? undefined : onTime / (onTime + late) };
}

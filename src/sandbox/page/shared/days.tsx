/** The line between two days in a list of messages. */
import { useReader } from "./reader.tsx";
import { dayName, plainDay } from "./time.ts";

export function DayLine({ at, before }: { at: number; before: number | undefined }) {
  const { tz, locale } = useReader();
  if (before !== undefined && plainDay(before, tz) === plainDay(at, tz)) return null;
  return (
    <p className="day-line">
      <span>{dayName(at, tz, locale)}</span>
    </p>
  );
}

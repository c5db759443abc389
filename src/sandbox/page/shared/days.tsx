/** The lines between messages: a new day, and where what is new begins. */
import { useReader } from "./reader.tsx";
import { dayName, plainDay } from "./time.ts";
import { useNow } from "./use-now.ts";

export function DayLine({ at, before }: { at: number; before: number | undefined }) {
  const { tz } = useReader();
  if (before !== undefined && plainDay(before, tz) === plainDay(at, tz)) return null;
  return <Day at={at} />;
}

function Day({ at }: { at: number }) {
  const { tz, locale, words } = useReader();
  const now = useNow();
  const day = plainDay(at, tz);
  const name =
    day === plainDay(now, tz)
      ? words.today
      : day === plainDay(now - 86_400_000, tz)
        ? words.yesterday
        : dayName(at, tz, locale);
  return (
    <p className="day-line">
      <span>{name}</span>
    </p>
  );
}

export function NewLine() {
  const { words } = useReader();
  return (
    <p className="new-line">
      <span>{words.newMessages}</span>
    </p>
  );
}

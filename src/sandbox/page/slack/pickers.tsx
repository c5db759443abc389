/** Block Kit's date and time pickers: the browser's own, which the keyboard and every language know. */
import { useReader } from "../shared/reader.tsx";
import { clockTime, plainDay, withOffset } from "../shared/time.ts";
import type { Named } from "./element.tsx";
import { useChosen } from "./use-chosen.ts";

type PickerType = "date" | "time" | "datetime-local";

export function PickerElement({ element, blockId, label, type }: Named & { type: PickerType }) {
  const { tz } = useReader();
  const initial = {
    date: element.initial_date,
    time: element.initial_time,
    "datetime-local": element.initial_date_time,
  }[type];
  const [chosen, choose] = useChosen<string | number>(element, blockId, initial ?? "");
  return (
    <input
      className="field"
      type={type}
      aria-label={label}
      value={typeof chosen === "number" ? localOf(chosen, tz) : chosen}
      onChange={(event) =>
        choose(type === "datetime-local" ? secondsOf(event.target.value, tz) : event.target.value)
      }
    />
  );
}

/** Slack carries such a time as seconds since 1970. */
const localOf = (seconds: number, tz: string): string =>
  `${plainDay(seconds * 1000, tz)}T${clockTime(seconds * 1000, tz)}`;

function secondsOf(local: string, tz: string): string | number {
  const [day = "", time = ""] = local.split("T");
  return local === "" ? "" : Date.parse(withOffset(day, time, tz)) / 1000;
}

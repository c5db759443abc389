/** Picks a day and a time to move the clock to. */
import { type SyntheticEvent, useState } from "react";
import { cityIn, plainDay, withOffset } from "../shared/time.ts";
import type { Words } from "../words/words.ts";

export function GoTo(props: {
  from: number;
  zone: string;
  words: Words;
  locale: string;
  onGo: (to: string) => void;
}) {
  const { words, zone } = props;
  const [day, setDay] = useState(plainDay(props.from + 86_400_000, zone));
  const [time, setTime] = useState("09:00");
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (day !== "" && time !== "") props.onGo(withOffset(day, time, zone));
  };
  return (
    <form className="go-to" onSubmit={submit}>
      <label>
        {words.date}
        <input
          className="field"
          type="date"
          value={day}
          min={plainDay(props.from, zone)}
          onChange={(event) => setDay(event.target.value)}
        />
      </label>
      <label>
        {words.time} ({cityIn(zone, props.locale)})
        <input className="field" type="time" value={time} onChange={(event) => setTime(event.target.value)} />
      </label>
      <button type="submit" className="btn primary">
        {words.go}
      </button>
    </form>
  );
}

/** The sandbox's clock and the buttons that move it. */
import { type SyntheticEvent, useEffect, useState } from "react";
import { Menu } from "../shared/menu.tsx";
import { cityIn, clockTime, fullTime, plainDay, withOffset } from "../shared/time.ts";
import type { Words } from "../shared/words.ts";

export type ClockMove = { advance: string } | { to: string } | { next: true };

export function Clock(props: {
  /** sandbox time, ISO 8601, when the state was read */
  now: string;
  next: string | null;
  zones: readonly string[];
  words: Words;
  locale: string;
  moving: boolean;
  onMove: (move: ClockMove) => void;
}) {
  const { words, locale, moving, onMove } = props;
  const ms = useTicking(props.now);
  const [zone = "Asia/Shanghai", ...others] = props.zones;
  return (
    <section className="clock" aria-label={words.clock} aria-busy={moving}>
      <p className="clock-now">
        <strong>{fullTime(ms, zone, locale)}</strong> {cityIn(zone, locale)}
        {others.map((other) => (
          <span key={other}>
            {clockTime(ms, other)} {cityIn(other, locale)}
          </span>
        ))}
      </p>
      <div className="clock-buttons">
        <button type="button" disabled={moving} onClick={() => onMove({ advance: "PT1H" })}>
          {words.hour}
        </button>
        <button type="button" disabled={moving} onClick={() => onMove({ advance: "P1D" })}>
          {words.day}
        </button>
        <button
          type="button"
          disabled={moving || props.next === null}
          title={props.next === null ? words.nothingDue : fullTime(Date.parse(props.next), zone, locale)}
          onClick={() => onMove({ next: true })}
        >
          {words.nextDue}
        </button>
        <Menu label={words.goTo} name={words.goTo} className="right">
          {(close) => (
            <GoTo
              from={ms}
              zone={zone}
              words={words}
              locale={locale}
              onGo={(to) => {
                close();
                onMove({ to });
              }}
            />
          )}
        </Menu>
        {moving && <output className="clock-moving">{words.moving}</output>}
      </div>
    </section>
  );
}

function GoTo(props: {
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

/** The sandbox's time runs as real time does between two readings. */
function useTicking(now: string): number {
  const [ms, setMs] = useState(Date.parse(now));
  useEffect(() => {
    const lead = Date.parse(now) - performance.now();
    const tick = () => setMs(lead + performance.now());
    tick();
    const timer = window.setInterval(tick, 1_000);
    return () => window.clearInterval(timer);
  }, [now]);
  return ms;
}

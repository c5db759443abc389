/** The sandbox's clock, what is due next, and the buttons that move time. */
import { Icon } from "../shared/icons.tsx";
import { Menu } from "../shared/menu.tsx";
import { cityIn, clockTime, fromNow, fullTime, shortDay } from "../shared/time.ts";
import { useNow } from "../shared/use-now.ts";
import type { Words } from "../words/words.ts";
import { GoTo } from "./go-to.tsx";

export type ClockMove = { advance: string } | { to: string } | { next: true };

export function Clock(props: {
  next: string | null;
  /** for which of the bot's jobs */
  nextJob: string | null;
  zones: readonly string[];
  words: Words;
  locale: string;
  moving: boolean;
  onMove: (move: ClockMove) => void;
}) {
  const { words, locale, moving, onMove } = props;
  const now = useNow();
  const [zone = "Asia/Shanghai"] = props.zones;
  return (
    <section className="clock" aria-label={words.clock} aria-busy={moving}>
      <dl className="clock-now">
        {props.zones.map((one) => (
          <div key={one} title={fullTime(now, one, locale)}>
            <dt>{cityIn(one, locale)}</dt>
            <dd>
              <b>{clockTime(now, one)}</b> {shortDay(now, one, locale)}
            </dd>
          </div>
        ))}
      </dl>
      <div className="clock-buttons">
        <NextDue {...props} now={now} zone={zone} />
        <button
          type="button"
          className="top-button"
          disabled={moving}
          onClick={() => onMove({ advance: "PT1H" })}
        >
          {words.hour}
        </button>
        <button
          type="button"
          className="top-button"
          disabled={moving}
          onClick={() => onMove({ advance: "P1D" })}
        >
          {words.day}
        </button>
        <Menu label={words.goTo} className="right" buttonClass="top-button">
          {(close) => (
            <GoTo
              from={now}
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
        {moving && (
          <output className="clock-moving">
            <span className="spinner" aria-hidden="true" /> {words.moving}
          </output>
        )}
      </div>
    </section>
  );
}

function NextDue(props: {
  next: string | null;
  /** for which of the bot's jobs */
  nextJob: string | null;
  now: number;
  zone: string;
  words: Words;
  locale: string;
  moving: boolean;
  onMove: (move: ClockMove) => void;
}) {
  const { next, now, zone, words, locale } = props;
  const at = next === null ? undefined : Date.parse(next);
  const what = props.nextJob === null ? undefined : words.dueJobs[props.nextJob];
  const when = at === undefined ? undefined : fromNow(at - now, locale);
  return (
    <button
      type="button"
      className="top-button next-due"
      disabled={props.moving || at === undefined}
      title={at === undefined ? words.nothingDue : `${words.skipThere}: ${fullTime(at, zone, locale)}`}
      onClick={() => props.onMove({ next: true })}
    >
      <Icon name="next" size={15} />
      <span>
        <small>{what === undefined ? words.nextDue : `${words.nextDue}: ${what}`}</small>
        {at === undefined ? (
          words.nothingDue
        ) : (
          <>
            <b>{when}</b> · {shortDay(at, zone, locale)} {clockTime(at, zone)}
          </>
        )}
      </span>
    </button>
  );
}

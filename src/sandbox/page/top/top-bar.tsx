/** The bar on top: name, whether the bot is ready, clock, faults, the tour's switch, looks and language. */
import { Seedling } from "../shared/avatar.tsx";
import { Icon } from "../shared/icons.tsx";
import type { SandboxState } from "../shared/state.ts";
import { useLost } from "../shared/stream.ts";
import type { Words } from "../words/words.ts";
import { Clock, type ClockMove } from "./clock.tsx";
import { Faults } from "./faults.tsx";
import { ThemeButton } from "./theme.tsx";
import "./top.css";

export function TopBar(props: {
  state: SandboxState;
  zones: readonly string[];
  words: Words;
  locale: string;
  moving: boolean;
  tourOpen: boolean;
  onMove: (move: ClockMove) => void;
  onTour: () => void;
  onLanguage: () => void;
  run: (action: () => Promise<unknown>) => void;
}) {
  const { state, words } = props;
  const lost = useLost();
  const health = lost ? "lost" : state.bot.ready ? "ready" : "away";
  return (
    <header className="top">
      <h1 title={words.tagline}>
        <span className="logo">
          <Seedling />
        </span>
        <span>
          Seedbed <span lang="zh-CN">苗圃</span>
          <small className="bot-state" data-health={health} role="status">
            {health === "lost" ? words.lost : health === "ready" ? words.ready : words.notReady}
          </small>
        </span>
      </h1>
      <Clock
        next={state.next ?? null}
        nextJob={state.next_job ?? null}
        zones={props.zones}
        words={words}
        locale={props.locale}
        moving={props.moving}
        onMove={props.onMove}
      />
      <div className="top-tools">
        <Faults words={words} run={props.run} />
        <button type="button" className="top-button" aria-pressed={props.tourOpen} onClick={props.onTour}>
          <Icon name="flag" size={16} />
          {words.tour}
        </button>
        <ThemeButton words={words} />
        <button type="button" className="top-button" onClick={props.onLanguage}>
          {words.language}
        </button>
      </div>
    </header>
  );
}

/** The bar on top: name, whether the bot is ready, clock, faults, the guide's switch and the language. */
import { Seedling } from "../shared/avatar.tsx";
import type { SandboxState } from "../shared/state.ts";
import type { Words } from "../shared/words.ts";
import { Clock, type ClockMove } from "./clock.tsx";
import { Faults } from "./faults.tsx";
import "./top.css";

export function TopBar(props: {
  state: SandboxState;
  zones: readonly string[];
  words: Words;
  locale: string;
  moving: boolean;
  guideOpen: boolean;
  onMove: (move: ClockMove) => void;
  onGuide: () => void;
  onLanguage: () => void;
  run: (action: () => Promise<unknown>) => void;
}) {
  const { state, words } = props;
  return (
    <header className="top">
      <h1>
        <span className="logo">
          <Seedling />
        </span>
        Seedbed <span lang="zh-CN">苗圃</span>
      </h1>
      <p className="bot-state" data-ready={state.bot.ready}>
        {state.bot.ready ? words.ready : words.notReady}
      </p>
      <Clock
        now={state.now}
        next={state.next ?? null}
        zones={props.zones}
        words={words}
        locale={props.locale}
        moving={props.moving}
        onMove={props.onMove}
      />
      <Faults words={words} run={props.run} />
      <button type="button" aria-pressed={props.guideOpen} onClick={props.onGuide}>
        {words.guide}
      </button>
      <button type="button" onClick={props.onLanguage}>
        {words.language}
      </button>
    </header>
  );
}

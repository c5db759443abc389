/** Orders trouble for the bot's next calls or events, shows what still waits and says when it happened. */
import { useState } from "react";
import { act, remove } from "../shared/api.ts";
import { Icon } from "../shared/icons.tsx";
import { useLive } from "../shared/live.ts";
import { Menu } from "../shared/menu.tsx";
import type { Words } from "../words/words.ts";
import { useUsedFault } from "./use-used-fault.ts";

const PLATFORMS = { slack: "Slack", lark: "Lark" } as const;
type Platform = keyof typeof PLATFORMS;
type Kind = keyof Words["faultKinds"];

export interface Fault {
  platform: Platform;
  kind: Kind;
  times: number;
}

const KINDS: readonly Kind[] = [
  "rate_limit",
  "server_error",
  "broken_answer",
  "lost_answer",
  "slow",
  "token_expired",
  "drop_socket",
  "duplicate",
  "late",
];

export function Faults({ words, run }: { words: Words; run: (action: () => Promise<unknown>) => void }) {
  const { data } = useLive<{ pending: Fault[] }>("/faults", (event) => event.platform === "faults");
  const pending = data?.pending ?? [];
  const waiting = pending.reduce((sum, fault) => sum + fault.times, 0);
  const used = useUsedFault();
  return (
    <>
      <Menu
        className="right"
        buttonClass="top-button"
        label={
          <>
            <Icon name="bolt" size={16} />
            {words.faults}
            {waiting > 0 && <span className="badge">{waiting}</span>}
          </>
        }
      >
        {() => <FaultPanel words={words} pending={pending} run={run} />}
      </Menu>
      {used !== undefined && (
        <output className="toast" data-kind="warning">
          {words.faultsUsed(`${words.faultKinds[used.kind]} · ${PLATFORMS[used.platform]}`)}
        </output>
      )}
    </>
  );
}

function FaultPanel(props: {
  words: Words;
  pending: readonly Fault[];
  run: (action: () => Promise<unknown>) => void;
}) {
  const { words, pending, run } = props;
  const [platform, setPlatform] = useState<Platform>("slack");
  const [times, setTimes] = useState(1);
  // a Slack bot's token does not expire
  const kinds = KINDS.filter((kind) => platform === "lark" || kind !== "token_expired");
  return (
    <div className="faults">
      <p className="quiet">{words.faultsHint}</p>
      <div className="row">
        <fieldset className="segments">
          <legend className="hidden">{words.platform}</legend>
          {(["slack", "lark"] as const).map((one) => (
            <button key={one} type="button" aria-pressed={platform === one} onClick={() => setPlatform(one)}>
              {PLATFORMS[one]}
            </button>
          ))}
        </fieldset>
        <fieldset className="segments">
          <legend className="hidden">{words.times}</legend>
          {[1, 3, 10].map((n) => (
            <button key={n} type="button" aria-pressed={times === n} onClick={() => setTimes(n)}>
              ×{n}
            </button>
          ))}
        </fieldset>
      </div>
      <div className="fault-kinds">
        {kinds.map((kind) => (
          <button
            key={kind}
            type="button"
            onClick={() => run(() => act("/faults", { platform, kind, times }))}
          >
            {words.faultKinds[kind]}
          </button>
        ))}
      </div>
      <div className="faults-pending" aria-live="polite">
        <p className="row">
          <b>{words.faultsPending}</b>
          {pending.length > 0 && (
            <button type="button" className="link" onClick={() => run(() => remove("/faults"))}>
              {words.clear}
            </button>
          )}
        </p>
        {pending.length === 0 && <p className="quiet">{words.faultsNone}</p>}
        {pending.map((fault, index) => (
          <p key={`${fault.platform}-${fault.kind}-${String(index)}`}>
            {words.faultKinds[fault.kind]} × {fault.times}{" "}
            <span className="quiet">{PLATFORMS[fault.platform]}</span>
          </p>
        ))}
      </div>
    </div>
  );
}

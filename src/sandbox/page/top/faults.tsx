/** Orders trouble for the bot's next calls or events on one platform. */
import { useState } from "react";
import { act } from "../shared/api.ts";
import { Menu } from "../shared/menu.tsx";
import type { Words } from "../shared/words.ts";

const PLATFORMS = { slack: "Slack", lark: "Lark" } as const;
type Platform = keyof typeof PLATFORMS;
type Kind = keyof Words["faultKinds"];

const KINDS: readonly Kind[] = [
  "rate_limit",
  "server_error",
  "lost_answer",
  "slow",
  "drop_socket",
  "duplicate",
];

export function Faults({ words, run }: { words: Words; run: (action: () => Promise<unknown>) => void }) {
  const [platform, setPlatform] = useState<Platform>("slack");
  const [times, setTimes] = useState(1);
  const [ordered, setOrdered] = useState("");
  const order = (kind: Kind) =>
    run(async () => {
      await act("/faults", { platform, kind, times });
      setOrdered(`✓ ${words.faultKinds[kind]} × ${times} → ${PLATFORMS[platform]}`);
    });
  return (
    <Menu label={words.faults} name={words.faults} className="right">
      {() => (
        <div className="faults">
          <p className="quiet">{words.faultsHint}</p>
          <div className="row">
            <select
              className="field"
              aria-label={words.platform}
              value={platform}
              onChange={(event) => setPlatform(event.target.value as Platform)}
            >
              {Object.entries(PLATFORMS).map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
            <select
              className="field"
              aria-label={words.times}
              value={times}
              onChange={(event) => setTimes(Number(event.target.value))}
            >
              {[1, 3, 10].map((n) => (
                <option key={n} value={n}>
                  × {n}
                </option>
              ))}
            </select>
          </div>
          {KINDS.map((kind) => (
            <button key={kind} type="button" onClick={() => order(kind)}>
              {words.faultKinds[kind]}
            </button>
          ))}
          <output>{ordered}</output>
        </div>
      )}
    </Menu>
  );
}

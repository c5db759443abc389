/** The page: the top bar, the guide, and the two clients side by side. */
import { useCallback, useEffect, useState } from "react";
import { LarkPane } from "./lark/pane.tsx";
import { act, upload } from "./shared/api.ts";
import type { Prefill } from "./shared/composer.tsx";
import { useLive } from "./shared/live.ts";
import { Notices } from "./shared/notices.tsx";
import type { Room, SandboxState } from "./shared/state.ts";
import { useStored } from "./shared/stored.ts";
import { nextAt, plainDay } from "./shared/time.ts";
import { useNotices } from "./shared/use-notices.ts";
import { type Pane, usePane } from "./shared/use-pane.ts";
import { wordsFor } from "./shared/words.ts";
import { SlackPane } from "./slack/pane.tsx";
import type { ClockMove } from "./top/clock.tsx";
import { Guide } from "./top/guide.tsx";
import type { StepAction } from "./top/guide-steps.ts";
import { TopBar } from "./top/top-bar.tsx";

const SLOT_DAYS = 16;
const DAY_MS = 86_400_000;

type Platform = "slack" | "lark";

export function App() {
  const { data, error } = useLive<SandboxState>("/state", (event) =>
    ["clock", "bot"].includes(event.platform),
  );
  if (data !== undefined) return <Sandbox state={data} />;
  return <p className="empty whole">{error ?? "Loading… 加载中…"}</p>;
}

function Sandbox({ state }: { state: SandboxState }) {
  const [locale, setLocale] = useStored("language", navigator.language.startsWith("zh") ? "zh-CN" : "en-GB");
  const [guide, setGuide] = useStored("guide", "open");
  const [shown, setShown] = useState<Platform>("slack");
  const [moving, setMoving] = useState(false);
  const [prefills, setPrefills] = useState<Partial<Record<Platform, Prefill>>>({});
  const { notices, dismiss, run } = useNotices();
  const slack = usePane("slack", state.slack.users, state.slack.channels, "marketer", "channel");
  const lark = usePane("lark", state.lark.users, state.lark.chats, "partner", "chat");
  const words = wordsFor(locale);
  const chinese = locale.startsWith("zh");
  const zones = [...new Set([lark.person?.tz ?? "Asia/Shanghai", slack.person?.tz ?? "Europe/Berlin"])];
  const zone = zones[0] ?? "Asia/Shanghai";
  const now = Date.parse(state.now);

  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const move = useCallback(
    (to: ClockMove) =>
      run(async () => {
        setMoving(true);
        await act("/clock", to).finally(() => setMoving(false));
      }),
    [run],
  );
  const fill = (platform: Platform, text: string) => {
    const pane = platform === "slack" ? slack : lark;
    const room = groupOf(pane);
    if (room !== undefined) pane.openRoom(room.id);
    setShown(platform);
    const taken = () => setPrefills((old) => ({ ...old, [platform]: undefined }));
    setPrefills((old) => ({ ...old, [platform]: { text, taken } }));
  };
  const follow = (action: StepAction) => {
    switch (action.kind) {
      case "text":
        return fill(action.platform, action.text);
      case "sample":
        setShown("slack");
        return run(() => shareSample(slack, action.file));
      case "show":
        return fill(action.platform, "");
      case "clock":
        return move({ advance: action.advance });
      case "until":
        return move({ to: nextAt(now, action.time, zoneOf(state.slack.users, action.role) ?? zone) });
    }
  };

  return (
    <>
      <TopBar
        state={state}
        zones={zones}
        words={words}
        locale={locale}
        moving={moving}
        guideOpen={guide === "open"}
        onMove={move}
        onGuide={() => setGuide(guide === "open" ? "closed" : "open")}
        onLanguage={() => setLocale(chinese ? "en-GB" : "zh-CN")}
        run={run}
      />
      <Notices notices={notices} words={words} onDismiss={dismiss} />
      {guide === "open" && (
        <Guide
          chinese={chinese}
          slot={plainDay(now + SLOT_DAYS * DAY_MS, zone)}
          title={words.guide}
          onAction={follow}
        />
      )}
      <div className="pane-switch">
        {(["slack", "lark"] as const).map((platform) => (
          <button
            key={platform}
            type="button"
            aria-pressed={shown === platform}
            onClick={() => setShown(platform)}
          >
            {platform === "slack" ? "Slack" : "Lark"}
          </button>
        ))}
      </div>
      <main className="panes" data-shown={shown}>
        <SlackPane pane={slack} prefill={prefills.slack} />
        <LarkPane pane={lark} prefill={prefills.lark} />
      </main>
    </>
  );
}

/** The room the guide plays in: the first that is not a direct one. */
const groupOf = (pane: Pane): Room | undefined => pane.rooms.find((room) => room.kind !== "direct");

async function shareSample(pane: Pane, name: string): Promise<void> {
  const response = await fetch(`/sandbox/samples/${name}`);
  if (!response.ok) throw new Error(`${name} is not served here (${response.status}).`);
  const room = groupOf(pane) ?? pane.room;
  if (room === undefined || pane.person === undefined) return;
  pane.openRoom(room.id);
  await upload("slack", { user: pane.person.id, channel: room.id }, new File([await response.blob()], name));
}

function zoneOf(users: readonly { role: string; tz: string }[], role: string): string | undefined {
  return users.find((user) => user.role === role)?.tz;
}

/** The page: the top bar, the tour, and the two clients side by side. */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { LarkPane } from "./lark/pane.tsx";
import { act } from "./shared/api.ts";
import { Seedling } from "./shared/avatar.tsx";
import type { Prefill } from "./shared/composer.tsx";
import { useLive } from "./shared/live.ts";
import { Notices } from "./shared/notices.tsx";
import type { SandboxState } from "./shared/state.ts";
import { useStored } from "./shared/stored.ts";
import { plainDay } from "./shared/time.ts";
import { useNotices } from "./shared/use-notices.ts";
import { LeadContext } from "./shared/use-now.ts";
import { usePane } from "./shared/use-pane.ts";
import { useSlashKey } from "./shared/use-slash-key.ts";
import { SlackPane } from "./slack/pane.tsx";
import type { ClockMove } from "./top/clock.tsx";
import { TopBar } from "./top/top-bar.tsx";
import { doStep, enter } from "./tour/do-step.ts";
import { type Platform, type Step, tourSteps } from "./tour/steps.ts";
import { Tour } from "./tour/tour.tsx";
import { useTour } from "./tour/use-tour.ts";
import { wordsFor } from "./words/words.ts";

const SLOT_DAYS = 16;
const DAY_MS = 86_400_000;

export function App() {
  // what is said may plan something, and with it change what is due next
  const { data, error } = useLive<SandboxState>(
    "/state",
    (event) => ["clock", "bot"].includes(event.platform) || event.type.startsWith("message"),
  );
  if (data !== undefined) return <Sandbox state={data} />;
  return (
    <p className="whole" role="status">
      <span className="logo">
        <Seedling />
      </span>
      {error ?? "Loading… 加载中…"}
    </p>
  );
}

function Sandbox({ state }: { state: SandboxState }) {
  const [locale, setLocale] = useStored("language", navigator.language.startsWith("zh") ? "zh-CN" : "en-GB");
  const [tourShown, setTourShown] = useStored("tour", "open");
  const [shown, setShown] = useState<Platform>("slack");
  const [moving, setMoving] = useState(false);
  const [prefills, setPrefills] = useState<Partial<Record<Platform, Prefill>>>({});
  const { notices, dismiss, run } = useNotices();
  const slack = usePane("slack", state.slack.users, state.slack.channels, "marketer", "channel");
  const lark = usePane("lark", state.lark.users, state.lark.chats, "partner", "chat");
  const words = wordsFor(locale);
  const chinese = locale.startsWith("zh");
  const zones = [...new Set([lark.person?.tz ?? "Asia/Shanghai", slack.person?.tz ?? "Europe/Berlin"])];
  const lead = useMemo(() => Date.parse(state.now) - performance.now(), [state.now]);
  const slot = plainDay(Date.parse(state.now) + SLOT_DAYS * DAY_MS, "Asia/Shanghai");
  const steps = useMemo(() => tourSteps(slot), [slot]);
  const tour = useTour(state, steps);
  useSlashKey();

  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const moveClock = useCallback(async (to: ClockMove) => {
    setMoving(true);
    await act("/clock", to).finally(() => setMoving(false));
  }, []);
  const paneOf = (platform: Platform) => (platform === "slack" ? slack : lark);
  const say = (platform: Platform, text: string) => {
    let isTaken = false;
    const take = () => {
      if (isTaken) return false;
      isTaken = true;
      setPrefills((old) => ({ ...old, [platform]: undefined }));
      return true;
    };
    setPrefills((old) => ({ ...old, [platform]: { text, take } }));
  };
  const follow = (step: Step) => {
    setShown(step.on);
    const pane = paneOf(step.on);
    const action = doStep(step, { state, pane, say: (text) => say(step.on, text), moveClock });
    tour.begin(action);
    run(() => action);
  };
  // what a step led to may stand on the other side
  const doneAt = tour.progress === "done" ? tour.at : undefined;
  const arrive = useRef<() => void>(undefined);
  arrive.current = () => {
    const { step } = tour;
    if (step === undefined) return;
    setShown(step.done.on);
    enter({ ...step, ...step.done }, state, paneOf(step.done.on));
  };
  useEffect(() => {
    if (doneAt !== undefined) arrive.current?.();
  }, [doneAt]);

  return (
    <LeadContext value={lead}>
      <TopBar
        state={state}
        zones={zones}
        words={words}
        locale={locale}
        moving={moving}
        tourOpen={tourShown === "open"}
        onMove={(to) => run(() => moveClock(to))}
        onTour={() => setTourShown(tourShown === "open" ? "closed" : "open")}
        onLanguage={() => setLocale(chinese ? "en-GB" : "zh-CN")}
        run={run}
      />
      <Notices notices={notices} words={words} onDismiss={dismiss} />
      {tourShown === "open" && (
        <Tour
          tour={tour}
          steps={steps}
          chinese={chinese}
          words={words}
          onDo={follow}
          onClose={() => setTourShown("closed")}
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
    </LeadContext>
  );
}

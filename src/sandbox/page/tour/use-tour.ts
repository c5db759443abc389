/** Where the tour stands: which step, and whether the messages show that it is done. */
import { useEffect, useState } from "react";
import { useLive } from "../shared/live.ts";
import type { SandboxState } from "../shared/state.ts";
import { useStored } from "../shared/stored.ts";
import type { Step } from "./steps.ts";

/** After this long without the expected message the way on is offered all the same. */
const PATIENCE_MS = 12_000;

export type Progress = "todo" | "working" | "done";

export interface Tour {
  /** -1 before the first step, the number of steps after the last */
  at: number;
  step: Step | undefined;
  progress: Progress;
  /** says that the step's action began, and when it is over */
  begin: (action: Promise<unknown>) => void;
  goTo: (at: number) => void;
}

interface Seen {
  ts?: string;
  message_id?: string;
  edited?: string;
  update_time?: string;
}

export function useTour(state: SandboxState, steps: readonly Step[]): Tour {
  const [stored, store] = useStored("tour:step", "-1");
  const at = Math.max(-1, Math.min(steps.length, Number(stored)));
  const step = steps[at];
  const signature = useSignature(state, step);
  // what was there when the step began
  const [before, setBefore] = useState<{ at: number; signature: string }>();
  const [begun, setBegun] = useState<{ at: number; acting: boolean; over: boolean }>();

  useEffect(() => {
    if (signature !== undefined) setBefore((old) => (old?.at === at ? old : { at, signature }));
  }, [at, signature]);
  const here = begun?.at === at ? begun : undefined;
  const working = here !== undefined && !here.over;
  const waiting = working && !here.acting;
  useEffect(() => {
    if (!waiting) return;
    const timer = window.setTimeout(() => setBegun({ at, acting: false, over: true }), PATIENCE_MS);
    return () => window.clearTimeout(timer);
  }, [waiting, at]);

  const changed = before?.at === at && signature !== undefined && signature !== before.signature;
  const acting = here?.acting === true;
  return {
    at,
    step,
    progress: !acting && (changed || here?.over === true) ? "done" : working ? "working" : "todo",
    begin: (action) => {
      setBegun({ at, acting: true, over: false });
      const ended = () => setBegun((old) => (old?.at === at ? { ...old, acting: false } : old));
      action.then(ended, () => setBegun((old) => (old?.at === at ? undefined : old)));
    },
    goTo: (next) => {
      setBegun(undefined);
      setBefore(undefined);
      store(String(next));
    },
  };
}

/** Which messages show that the step is done, and in which version. */
function useSignature(state: SandboxState, step: Step | undefined): string | undefined {
  const { data } = useLive<{ messages: Seen[] }>(
    step && pathOf(state, step),
    (event) => event.platform === step?.done.on,
  );
  if (step === undefined || data === undefined) return undefined;
  return data.messages
    .filter((message) => step.done.text.test(JSON.stringify(message)))
    .map(({ ts, message_id, edited, update_time }) => [ts, message_id, edited, update_time].join())
    .join(";");
}

/** The same address as the pane's own, so that both share one reading. */
function pathOf(state: SandboxState, { done }: Step): string | undefined {
  const { users } = state[done.on];
  const rooms = done.on === "slack" ? state.slack.channels : state.lark.chats;
  const person = users.find((one) => one.name === done.as);
  const room = rooms.find(
    (one) => (one.kind === "direct") === (done.place === "direct") && one.members.includes(person?.id ?? ""),
  );
  if (person === undefined || room === undefined) return undefined;
  const key = done.on === "slack" ? "channel" : "chat";
  return `/${done.on}/messages?${key}=${encodeURIComponent(room.id)}&user=${encodeURIComponent(person.id)}`;
}

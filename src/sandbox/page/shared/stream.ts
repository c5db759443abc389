/** The one stream of what changes in the sandbox, and whether it can be heard at the moment. */
import { useSyncExternalStore } from "react";

/** One line of the sandbox's stream. */
export interface StreamEvent {
  platform: "slack" | "lark" | "clock" | "calls" | "faults" | "bot" | "page";
  type: string;
  [detail: string]: unknown;
}

const RETRY_MS = 1_000;

const listeners = new Set<(event: StreamEvent) => void>();
const watchers = new Set<() => void>();
let opened = false;
let lost = false;

/** Hears every event of the one shared stream until the answer is called. */
export function listen(listener: (event: StreamEvent) => void): () => void {
  listeners.add(listener);
  if (!opened) openStream();
  opened = true;
  return () => {
    listeners.delete(listener);
  };
}

/** True while the sandbox cannot be reached. */
export const useLost = (): boolean =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => lost,
  );

function openStream(): void {
  const stream = new EventSource("/sandbox/api/stream");
  stream.onmessage = (message) => tell(JSON.parse(String(message.data)) as StreamEvent);
  stream.onerror = () => {
    setLost(true);
    // the browser's own pause is long and it gives up on some answers
    stream.close();
    window.setTimeout(openStream, RETRY_MS);
  };
  stream.onopen = () => {
    const wasLost = lost;
    setLost(false);
    // what happened during the gap is unknown, so every list is read again
    if (wasLost) tell({ platform: "page", type: "reconnected" });
  };
}

function tell(event: StreamEvent): void {
  for (const listener of listeners) listener(event);
}

function setLost(next: boolean): void {
  if (lost === next) return;
  lost = next;
  for (const watcher of watchers) watcher();
}

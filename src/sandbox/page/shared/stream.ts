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
let lost = false;
let told = 0;
let onTried = () => {};

/** When the stream is open, or could not be opened the first time: what is read from then on misses nothing. */
export const tried = new Promise<void>((resolve) => {
  onTried = resolve;
});

/** How many events the stream has told so far. */
export const heard = (): number => told;

/** Hears every event of the one shared stream until the answer is called. */
export function listen(listener: (event: StreamEvent) => void): () => void {
  listeners.add(listener);
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

/** Opens the stream and keeps it open; called once. */
export function openStream(): void {
  const stream = new EventSource("/sandbox/api/stream");
  stream.onmessage = (message) => tell(JSON.parse(String(message.data)) as StreamEvent);
  stream.onerror = () => {
    setLost(true);
    onTried();
    // the browser's own pause is long and it gives up on some answers
    stream.close();
    window.setTimeout(openStream, RETRY_MS);
  };
  stream.onopen = () => {
    setLost(false);
    // what happened before is unknown, so every list that was read by then is read again
    tell({ platform: "page", type: "connected" });
    onTried();
  };
}

function tell(event: StreamEvent): void {
  told += 1;
  for (const listener of listeners) listener(event);
}

function setLost(next: boolean): void {
  if (lost === next) return;
  lost = next;
  for (const watcher of watchers) watcher();
}

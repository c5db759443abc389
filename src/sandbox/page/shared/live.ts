/** Lists that stay current: each is read again only when the stream names it. */
import { useEffect, useRef, useState } from "react";
import { read } from "./api.ts";

/** One line of the sandbox's stream. */
export interface StreamEvent {
  platform: "slack" | "lark" | "clock" | "calls" | "faults" | "bot" | "page";
  type: string;
  [detail: string]: unknown;
}

const SETTLE_MS = 40;

type Listener = (event: StreamEvent) => void;

const listeners = new Set<Listener>();
let source: EventSource | undefined;

/** Hears every event of the one shared stream until the answer is called. */
export function listen(listener: Listener): () => void {
  listeners.add(listener);
  if (source === undefined) source = openStream();
  return () => {
    listeners.delete(listener);
  };
}

function openStream(): EventSource {
  const stream = new EventSource("/sandbox/api/stream");
  let lost = false;
  const tell = (event: StreamEvent) => {
    for (const listener of listeners) listener(event);
  };
  stream.onmessage = (message) => tell(JSON.parse(String(message.data)) as StreamEvent);
  stream.onerror = () => {
    lost = true;
  };
  // what happened during a gap is unknown, so every list is read again
  stream.onopen = () => {
    if (lost) tell({ platform: "page", type: "reconnected" });
    lost = false;
  };
  return stream;
}

interface Live<T> {
  data: T | undefined;
  error: string | undefined;
}

/**
 * Reads `path` and keeps it current.
 * @param path below `/sandbox/api`; undefined reads nothing
 * @param concerns tells whether an event changes this list
 */
export function useLive<T>(path: string | undefined, concerns: (event: StreamEvent) => boolean): Live<T> {
  const [answer, setAnswer] = useState<{ path: string | undefined; data?: T; error?: string }>({ path });
  const ask = useRef(concerns);
  useEffect(() => {
    ask.current = concerns;
  });

  useEffect(() => {
    if (path === undefined) return;
    let control = new AbortController();
    let timer: number | undefined;
    const load = () => {
      control.abort();
      control = new AbortController();
      const { signal } = control;
      read<T>(path, signal).then(
        (data) => setAnswer({ path, data }),
        (error: Error) => {
          if (signal.aborted) return;
          setAnswer((old) => ({ ...(old.path === path ? old : { path }), error: error.message }));
        },
      );
    };
    const stop = listen((event) => {
      if (event.platform !== "page" && !ask.current(event)) return;
      // several events in a row cost one read
      window.clearTimeout(timer);
      timer = window.setTimeout(load, SETTLE_MS);
    });
    load();
    return () => {
      stop();
      window.clearTimeout(timer);
      control.abort();
    };
  }, [path]);

  const current = answer.path === path ? answer : undefined;
  return { data: current?.data, error: current?.error };
}

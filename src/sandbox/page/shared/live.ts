/** Lists that stay current: each is read again as soon as the stream names it, once for all who show it. */
import { useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import { read } from "./api.ts";
import { reuse } from "./reuse.ts";
import { heard, listen, type StreamEvent, tried } from "./stream.ts";

interface Live<T> {
  data: T | undefined;
  error: string | undefined;
}

/** The first event of a burst is shown at once, those that follow at most this often. */
const PAUSE_MS = 30;
const RETRY_MS = 1_000;
/** index.html has asked for it, so it is read at once, and again when the stream is open. */
const PRELOADED = "/state";
const NOTHING: Live<never> = { data: undefined, error: undefined };

/** One list of the control API and everyone who shows it. */
class Resource {
  readonly #path: string;
  readonly #watchers = new Set<() => void>();
  #state: "idle" | "asked" | "reading" | "reading, asked again" = "idle";
  /** how much the stream had told when the last reading began */
  #asOf: number | undefined;
  now: Live<unknown> = NOTHING;

  constructor(path: string) {
    this.#path = path;
    // on its way while the page is drawn for the first time
    this.refresh();
  }

  watch(watcher: () => void): () => void {
    // nobody kept it current while nobody looked
    const isCurrent = this.#state === "asked" || this.#asOf === heard();
    if (this.#watchers.size === 0 && !isCurrent) this.refresh();
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
    };
  }

  refresh(): void {
    if (this.#state === "reading") this.#state = "reading, asked again";
    if (this.#state !== "idle") return;
    this.#state = "asked";
    if (this.#path === PRELOADED) queueMicrotask(() => this.#read());
    // everyone who hears the same event asks before the reading begins
    else void tried.then(() => this.#read());
  }

  #read(): void {
    this.#state = "reading";
    this.#asOf = heard();
    read(this.#path)
      .then(
        (data) => this.#tell({ data: reuse(this.now.data, data), error: undefined }),
        (error: Error) => this.#failed(error),
      )
      .finally(() => {
        const again = this.#state === "reading, asked again";
        this.#state = again ? "asked" : "idle";
        if (again) window.setTimeout(() => this.#read(), PAUSE_MS);
      });
  }

  #failed(error: Error): void {
    this.#asOf = undefined;
    // a server that cannot be reached is no answer: what is known stays, and it is asked again
    if (!(error instanceof TypeError)) this.#tell({ ...this.now, error: error.message });
    else if (this.#watchers.size > 0) window.setTimeout(() => this.refresh(), RETRY_MS);
  }

  #tell(next: Live<unknown>): void {
    if (next.data === this.now.data && next.error === this.now.error) return;
    this.now = next;
    for (const watcher of this.#watchers) watcher();
  }
}

const resources = new Map<string, Resource>();

function resourceAt(path: string): Resource {
  const known = resources.get(path) ?? new Resource(path);
  resources.set(path, known);
  return known;
}

/**
 * Reads `path` and keeps it current.
 * @param path below `/sandbox/api`; undefined reads nothing
 * @param concerns tells whether an event changes this list
 */
export function useLive<T>(path: string | undefined, concerns: (event: StreamEvent) => boolean): Live<T> {
  const ask = useRef(concerns);
  useEffect(() => {
    ask.current = concerns;
  });
  const subscribe = useCallback(
    (watcher: () => void) => {
      if (path === undefined) return () => undefined;
      const resource = resourceAt(path);
      const stopWatching = resource.watch(watcher);
      const stopListening = listen((event) => {
        if (event.platform === "page" || ask.current(event)) resource.refresh();
      });
      return () => {
        stopWatching();
        stopListening();
      };
    },
    [path],
  );
  const now = useSyncExternalStore(subscribe, () => (path === undefined ? NOTHING : resourceAt(path).now));
  return now as Live<T>;
}

/** What both local platforms share: time, ids, faults, the log of calls, files and the stream the page listens to. */
import { EventEmitter } from "node:events";
import { type Fault, type FaultKind, Faults, HeldEvents } from "./faults.ts";
import { SavedState } from "./saved-state.ts";

export type Platform = "slack" | "lark";

/** One call the bot made to a local platform, as `GET /sandbox/api/calls` shows it. */
export interface RecordedCall {
  seq: number;
  at: string;
  platform: Platform;
  method: string;
  body: unknown;
  status: number;
  answer: unknown;
  /** Rules of the platform that the call broke; empty for a correct bot. */
  violations: string[];
}

/** A file anyone shared on either platform. */
export interface SharedFile {
  id: string;
  platform: Platform;
  name: string;
  mime: string;
  size: number;
  /** base64 of the bytes */
  content: string;
}

/** What goes out on `GET /sandbox/api/stream`: which list changed, so that the page reads it again. */
export interface StreamEvent {
  platform: Platform | "clock" | "calls" | "faults" | "bot";
  type: string;
  [detail: string]: unknown;
}

/** What the bot lends to the outside world; see "Time" in docs/sandbox.md. Instants are ISO 8601 strings. */
export interface BotHooks {
  /** Moves the bot's clock forward, never back; answers the bot's time afterwards. */
  setClock(to: string): Promise<string>;
  /** Lets everything that is due happen now; answers when the next thing is due, and for which of the bot's jobs. */
  runDue(): Promise<{ next: string | null; job?: string | null }>;
  /** Resolves when no unfinished event, due message, sweep or job is left. */
  whenIdle(): Promise<void>;
}

interface Saved {
  offsetMs: number;
  seq: number;
  parts: Record<string, unknown>;
  /** without their content, which stands beside the state; older states have it in them */
  files: (Omit<SharedFile, "content"> & { content?: string })[];
}

const CALLS_KEPT = 5_000;

/**
 * The shared ground of the local Slack and the local Lark.
 * Its state is kept, so that a restarted sandbox shows what was there.
 */
export class World {
  readonly calls: RecordedCall[] = [];
  readonly files = new Map<string, SharedFile>();
  readonly stream = new EventEmitter().setMaxListeners(0);
  hooks: BotHooks | undefined;
  /** platforms that refuse what their older clients do not know: tables, charts, folds and the like */
  readonly older = new Set<Platform>();
  readonly faults = new Faults(({ platform: on, kind }) =>
    this.emit({ platform: "faults", type: "used", on, kind }),
  );
  /** events that arrive late */
  readonly held = new HeldEvents(() => this.now());
  readonly #parts = new Map<string, () => unknown>();
  readonly #state: SavedState<Saved> | undefined;
  #offsetMs = 0;
  #seq = 0;

  /**
   * @param folder where the state is kept; without one it lives in memory only
   * @throws Error of one line when another sandbox has the folder, or the state in it cannot be read
   */
  constructor(folder?: string, log: (line: string) => void = () => undefined) {
    if (folder === undefined) return;
    this.#state = new SavedState(folder, () => this.#all(), log);
    const saved = this.#state.found;
    this.#offsetMs = saved?.offsetMs ?? 0;
    // a kill may lose the last numbers given out: leave a gap rather than give one twice
    this.#seq = saved === undefined ? 0 : saved.seq + 10_000;
    for (const file of saved?.files ?? []) {
      const content = file.content ?? this.#state.keptFile(file.id)?.toString("base64");
      if (content !== undefined) this.files.set(file.id, { ...file, content });
    }
  }

  /** The sandbox's time in ms since 1970: real time plus what a person moved it. */
  now(): number {
    return Date.now() + this.#offsetMs;
  }

  /** Moves the sandbox's time to `ms`; earlier times are ignored, time only goes forward. */
  moveTo(ms: number): void {
    if (ms <= this.now()) return;
    this.#offsetMs = ms - Date.now();
    this.emit({ platform: "clock", type: "moved", now: new Date(this.now()).toISOString() });
    this.changed();
  }

  /** A number that never repeats, also not after a restart. */
  nextSeq(): number {
    this.#seq += 1;
    return this.#seq;
  }

  /** An id in the platforms' manner, such as `U000000A1`. */
  newId(prefix: string, width = 8): string {
    return prefix + this.nextSeq().toString(36).toUpperCase().padStart(width, "0");
  }

  record(call: Omit<RecordedCall, "seq" | "at">): void {
    this.calls.push({ seq: this.nextSeq(), at: new Date(this.now()).toISOString(), ...call });
    if (this.calls.length > CALLS_KEPT) this.calls.splice(0, this.calls.length - CALLS_KEPT);
    this.emit({ platform: "calls", type: call.platform, method: call.method, violations: call.violations });
  }

  /** @param seconds how long the fault lasts, where that makes a difference; the kind's own when left out */
  addFault(platform: Platform, kind: FaultKind, times: number, seconds?: number): void {
    this.faults.add(platform, kind, times, seconds);
    this.emit({ platform: "faults", type: "added", on: platform, kind, times });
  }

  /** Uses up one ordered fault of one of these kinds, if there is any. */
  takeFault(platform: Platform, kinds: readonly FaultKind[]): FaultKind | undefined {
    return this.faults.take(platform, kinds)?.kind;
  }

  clearFaults(): void {
    this.faults.clear();
    this.emit({ platform: "faults", type: "cleared" });
  }

  pendingFaults(): readonly Fault[] {
    return this.faults.pending();
  }

  addFile(file: Omit<SharedFile, "id"> & { id?: string }): SharedFile {
    const stored = { ...file, id: file.id ?? this.newId("F") };
    this.files.set(stored.id, stored);
    this.changed();
    return stored;
  }

  emit(event: StreamEvent): void {
    this.stream.emit("event", event);
  }

  /**
   * Registers a part of the state (one per platform) and answers what was saved of it by an earlier run.
   * @param read gives the part as plain JSON whenever the state is written
   */
  keep<T>(part: string, read: () => T): T | undefined {
    this.#parts.set(part, read);
    return this.#state?.found?.parts[part] as T | undefined;
  }

  /** Call after any change that a restart must not lose. */
  changed(): void {
    this.#state?.changed();
  }

  /** Notes where this sandbox can be found, for whoever starts another on the same folder. */
  tell(url: string): void {
    this.#state?.tell(url);
  }

  /** Writes the state now, and leaves its folder to the next sandbox. */
  close(): void {
    this.#state?.close();
  }

  #all(): Saved {
    const parts = Object.fromEntries([...this.#parts].map(([name, read]) => [name, read()]));
    const files = [...this.files.values()].map(({ content, ...file }) => {
      this.#state?.keepFile(file.id, content);
      return file;
    });
    return { offsetMs: this.#offsetMs, seq: this.#seq, parts, files };
  }
}

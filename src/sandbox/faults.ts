/** The trouble a person ordered for the next calls or events of one platform, in the order it was ordered. */
import { setTimeout as pause } from "node:timers/promises";

/** What an ordered fault may be. The first seven hit calls of the bot, the others events that go to it. */
export const FAULT_KINDS = [
  "rate_limit",
  "server_error",
  "broken_answer",
  "lost_answer",
  "slow",
  "token_expired",
  "drop_socket",
  "duplicate",
  "late",
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** Kinds that hit a call; a call takes one of them at most. */
export const CALL_FAULTS: readonly FaultKind[] = [
  "rate_limit",
  "server_error",
  "broken_answer",
  "lost_answer",
  "slow",
];

/** Real seconds to wait, real seconds an answer takes, sandbox seconds an event is late; where nothing else was ordered. */
const USUAL_SECONDS: Partial<Record<FaultKind, number>> = { rate_limit: 1, slow: 5, late: 6 * 3_600 };

export interface Fault {
  platform: "slack" | "lark";
  kind: FaultKind;
  /** how many calls or events it still hits */
  times: number;
  seconds: number;
}

export class Faults {
  readonly #ordered: Fault[] = [];
  readonly #onUsed: (fault: Fault) => void;
  #rateLimits = 0;

  constructor(onUsed: (fault: Fault) => void) {
    this.#onUsed = onUsed;
  }

  add(platform: Fault["platform"], kind: FaultKind, times: number, seconds?: number): void {
    this.#ordered.push({ platform, kind, times, seconds: seconds ?? USUAL_SECONDS[kind] ?? 0 });
  }

  /** Uses up one ordered fault of one of these kinds, if there is any. */
  take(platform: Fault["platform"], kinds: readonly FaultKind[]): Fault | undefined {
    const index = this.#ordered.findIndex(
      (fault) => fault.platform === platform && kinds.includes(fault.kind),
    );
    const fault = this.#ordered[index];
    if (fault === undefined) return undefined;
    fault.times -= 1;
    if (fault.times <= 0) this.#ordered.splice(index, 1);
    this.#onUsed(fault);
    return fault;
  }

  pending(): readonly Fault[] {
    return this.#ordered;
  }

  clear(): void {
    this.#ordered.length = 0;
  }

  /** Lark says "too many" in two forms: turn by turn, so that both are met. */
  nextRateLimit(): number {
    this.#rateLimits += 1;
    return this.#rateLimits;
  }
}

interface Held {
  /** ms of sandbox time */
  at: number;
  deliver: () => Promise<unknown>;
}

/** Events on their way for longer than usual: they arrive when the sandbox's time has come, moved or not. */
export class HeldEvents {
  readonly #now: () => number;
  readonly #held = new Set<Held>();

  constructor(now: () => number) {
    this.#now = now;
  }

  hold(seconds: number, deliver: () => Promise<unknown>): void {
    const held = { at: this.#now() + seconds * 1_000, deliver };
    this.#held.add(held);
    void pause(seconds * 1_000, undefined, { ref: false }).then(() => this.#bring(held));
  }

  nextAt(): number | undefined {
    const times = [...this.#held].map(({ at }) => at);
    return times.length === 0 ? undefined : Math.min(...times);
  }

  /** Brings everything whose time has come, in its order. */
  async bringDue(): Promise<void> {
    const due = [...this.#held].filter(({ at }) => at <= this.#now()).sort((one, other) => one.at - other.at);
    for (const held of due) await this.#bring(held);
  }

  async #bring(held: Held): Promise<void> {
    if (this.#held.delete(held)) await held.deliver();
  }
}

/** Moves the sandbox's and the bot's time, stopping at everything that is due on the way. */
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { WrongCall } from "./control-call.ts";
import type { BotHooks, World } from "./world.ts";

export const ClockCall = z.union([
  z.strictObject({ advance: z.string() }),
  z.strictObject({ to: z.string() }),
  z.strictObject({ next: z.literal(true) }),
]);
export type ClockCall = z.infer<typeof ClockCall>;

/** How long a known next due time stays good enough to show. */
const FRESH_MS = 1_000;

export class SandboxClock {
  readonly #world: World;
  #turn: Promise<unknown> = Promise.resolve();
  #next: string | null = null;
  #job: string | null = null;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #moving = false;

  constructor(world: World) {
    this.#world = world;
  }

  /**
   * Carries out a clock call; calls wait for each other.
   * @returns the sandbox's time and the next due time, ISO 8601
   * @throws WrongCall for a text that is no duration or time, or a time that is past
   */
  async move(hooks: BotHooks, call: ClockCall): Promise<{ now: string; next: string | null }> {
    const turn = this.#turn.then(async () => {
      this.#moving = true;
      try {
        return await this.#moveNow(hooks, call);
      } finally {
        this.#moving = false;
      }
    });
    this.#turn = turn.catch(() => undefined);
    return await turn;
  }

  /** When the next thing is due; null when nothing is or no bot is attached. */
  async next(): Promise<string | null> {
    const { hooks } = this.#world;
    if (hooks === undefined || this.#moving || performance.now() - this.#lookedAt < FRESH_MS)
      return this.#next;
    return await this.#runDue(hooks);
  }

  /** For which of the bot's jobs the next thing is due, as last seen. */
  get nextJob(): string | null {
    return this.#job;
  }

  async #moveNow(hooks: BotHooks, call: ClockCall): Promise<{ now: string; next: string | null }> {
    let next = await this.#runDue(hooks);
    const target = "next" in call ? instantOf(next) : this.#target(call);
    if (target !== undefined) {
      let last = Number.NEGATIVE_INFINITY;
      let due = this.#stop(next);
      // a due time that does not move on is waiting for something else than time: go past it
      while (due !== undefined && due <= target && due > last) {
        last = due;
        await this.#step(hooks, due);
        due = this.#stop(await this.#runDue(hooks));
      }
      await this.#step(hooks, target);
      next = await this.#runDue(hooks);
    }
    await hooks.whenIdle();
    return { now: this.#nowText(), next };
  }

  /** The next moment at which something happens: a thing of the bot's, or an event that arrives late. */
  #stop(next: string | null): number | undefined {
    const times = [instantOf(next), this.#world.held.nextAt()].filter((time) => time !== undefined);
    return times.length === 0 ? undefined : Math.min(...times);
  }

  #target(call: { advance: string } | { to: string }): number {
    const now = this.#world.now();
    const target = "advance" in call ? later(now, call.advance) : parsed(call.to);
    if (target < now) throw new WrongCall(`The clock only goes forward: it is ${this.#nowText()}.`);
    return target;
  }

  /** Messages of one moment carry its time, so everything must be out before the next step. */
  async #step(hooks: BotHooks, ms: number): Promise<void> {
    this.#world.moveTo(ms);
    await hooks.setClock(new Date(Math.max(ms, this.#world.now())).toISOString());
    await this.#world.held.bringDue();
    await hooks.runDue();
    await hooks.whenIdle();
  }

  async #runDue(hooks: BotHooks): Promise<string | null> {
    const { next, job = null } = await hooks.runDue();
    this.#next = next;
    this.#job = job;
    this.#lookedAt = performance.now();
    return this.#next;
  }

  #nowText(): string {
    return new Date(this.#world.now()).toISOString();
  }
}

function later(now: number, duration: string): number {
  try {
    const start = Temporal.Instant.fromEpochMilliseconds(Math.floor(now)).toZonedDateTimeISO("UTC");
    return start.add(Temporal.Duration.from(duration)).epochMilliseconds;
  } catch {
    throw new WrongCall(`${duration} is no duration: write PT24H, P1D or PT90M.`);
  }
}

function parsed(text: string): number {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    throw new WrongCall(`${text} is no time: write 2027-01-05T09:00+08:00.`);
  }
}

function instantOf(text: string | null): number | undefined {
  return text === null ? undefined : Temporal.Instant.from(text).epochMilliseconds;
}

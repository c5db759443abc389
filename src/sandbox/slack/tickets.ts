/** Short-lived rights the app gets with an interaction: to open a modal once, to answer a few times without a channel. */
import { randomBytes } from "node:crypto";
import type { World } from "../world.ts";
import { LIMITS } from "./limits.ts";

/** Where an answer to a response_url goes. */
export interface ResponseTarget {
  user: string;
  channel: string;
  thread_ts?: string;
  /** the message that was clicked, for replace_original */
  original?: string;
}

export type Redeemed<T> = { ok: true; value: T } | { ok: false; error: string };

export class Tickets {
  readonly #world: World;
  readonly #triggers = new Map<string, { user: string; givenAt: number; used: boolean }>();
  readonly #responses = new Map<string, { target: ResponseTarget; uses: number; until: number }>();

  constructor(world: World) {
    this.#world = world;
  }

  /** A trigger_id for one person, good for one modal within 3 s of real time. */
  newTrigger(user: string): string {
    const id = `${this.#world.nextSeq()}.${this.#world.nextSeq()}.${randomBytes(12).toString("hex")}`;
    // real time, because the person waits in front of the screen whatever the sandbox's clock does
    this.#triggers.set(id, { user, givenAt: performance.now(), used: false });
    return id;
  }

  /** Uses a trigger_id up; the value is the user id it was given for. */
  redeemTrigger(id: string): Redeemed<string> {
    const trigger = this.#triggers.get(id);
    if (trigger === undefined) return { ok: false, error: "invalid_trigger_id" };
    if (trigger.used) return { ok: false, error: "exchanged_trigger_id" };
    if (performance.now() - trigger.givenAt > LIMITS.trigger.ms)
      return { ok: false, error: "expired_trigger_id" };
    trigger.used = true;
    return { ok: true, value: trigger.user };
  }

  /** The id of a new response_url, good for 5 answers within 30 min of the sandbox's time. */
  newResponse(target: ResponseTarget): string {
    const id = randomBytes(18).toString("base64url");
    this.#responses.set(id, { target, uses: 0, until: this.#world.now() + LIMITS.responseUrl.ms });
    return id;
  }

  /** Uses one answer of a response_url up. */
  redeemResponse(id: string): Redeemed<ResponseTarget> {
    const response = this.#responses.get(id);
    if (response === undefined || this.#world.now() > response.until)
      return { ok: false, error: "expired_url" };
    if (response.uses >= LIMITS.responseUrl.uses) return { ok: false, error: "used_url" };
    response.uses += 1;
    return { ok: true, value: response.target };
  }
}

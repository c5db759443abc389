/** Brings what happens in the local Slack to the app, again when it was not acknowledged, twice when that was ordered. */
import { setTimeout as pause } from "node:timers/promises";
import type { World } from "../world.ts";
import type { Ack, Envelope } from "./socket.ts";

/** A way to the app: Socket Mode or signed HTTP requests. */
export interface Transport {
  send(envelope: Envelope, retry: { attempt: number; reason: string }): Promise<Ack>;
  /** resolves as soon as the app can be reached */
  connected(): Promise<void>;
}

const NO_RETRY = { attempt: 0, reason: "" };

export class Delivery {
  readonly #world: World;
  readonly #transport: Transport;
  readonly #retriesMs: readonly number[];
  readonly #log: (line: string) => void;
  readonly #stop = new AbortController();

  /** @param retriesMs real time in ms before each further attempt at an event */
  constructor(world: World, transport: Transport, retriesMs: readonly number[], log: (line: string) => void) {
    this.#world = world;
    this.#transport = transport;
    this.#retriesMs = retriesMs;
    this.#log = log;
  }

  /**
   * Brings what a person did to the app; answers how the first attempt went.
   * Events that were not acknowledged come again later; commands and interactions do not.
   */
  async deliver(envelope: Envelope): Promise<Ack> {
    const late = this.#world.faults.take("slack", ["late"]);
    if (late !== undefined) {
      this.#world.held.hold(late.seconds, () => this.#attempt(envelope));
      return { ok: false, error: "timeout" };
    }
    const twice = this.#world.takeFault("slack", ["duplicate"]) !== undefined;
    const first = this.#attempt(envelope);
    if (twice) void this.#attempt(envelope);
    return await first;
  }

  /** Brings the echo of the app's own doing, which no ordered fault should hit. */
  echo(envelope: Envelope): void {
    void this.#attempt(envelope);
  }

  close(): void {
    this.#stop.abort();
  }

  async #attempt(envelope: Envelope): Promise<Ack> {
    const ack = await this.#transport.send(envelope, NO_RETRY);
    if (!ack.ok && envelope.type === "events_api") void this.#retry(envelope, ack.error);
    return ack;
  }

  async #retry(envelope: Envelope, firstError: string): Promise<void> {
    let reason = firstError;
    for (const [index, delay] of this.#retriesMs.entries()) {
      try {
        await pause(delay, undefined, { signal: this.#stop.signal, ref: false });
      } catch {
        return; // the sandbox is closing
      }
      await this.#transport.connected();
      const ack = await this.#transport.send(envelope, { attempt: index + 1, reason: retryReason(reason) });
      if (ack.ok) return;
      reason = ack.error;
    }
    this.#log(`Slack gave up on an event after ${this.#retriesMs.length} retries: ${reason}.`);
  }
}

function retryReason(error: string): string {
  return ["timeout", "http_timeout", "http_error"].includes(error) ? error : "connection_failed";
}

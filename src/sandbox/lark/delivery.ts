/** Brings events to the app: at least once, again after 15 s, 5 min, 1 h and 6 h while nobody acknowledges them. */
import type { LarkEvent } from "./events.ts";
import { LIMITS } from "./limits.ts";
import type { Ack } from "./long-connection.ts";
import type { PendingEvent, Tenant } from "./tenant.ts";

/** A way to the app: the long connection or webhook requests. */
export interface Transport {
  send(payload: unknown, traceId: string): Promise<Ack>;
  /** breaks the way to the app once, as a network fault would */
  drop(): void;
}

export class Delivery {
  readonly #tenant: Tenant;
  readonly #transport: Transport;
  readonly #retriesMs: readonly number[];
  readonly #log: (line: string) => void;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  #closed = false;

  /** @param retriesMs real time in ms between the deliveries of an event nobody acknowledged */
  constructor(
    tenant: Tenant,
    transport: Transport,
    retriesMs: readonly number[],
    log: (line: string) => void,
  ) {
    this.#tenant = tenant;
    this.#transport = transport;
    this.#retriesMs = retriesMs;
    this.#log = log;
    for (const pending of tenant.pending.values()) this.#schedule(pending);
  }

  /** Brings one event; an unacknowledged one comes again later, also after a restart. */
  async event(event: LarkEvent): Promise<Ack> {
    return this.#held(() => this.#bring(event)) ?? this.#bring(event);
  }

  /** Brings a click; the person waits for the answer, so it never comes again. */
  async callback(event: LarkEvent): Promise<Ack> {
    return this.#held(() => this.#send(event)) ?? this.#send(event);
  }

  /** An ordered `late` keeps an event back, and the person gets no answer in time. */
  #held(bring: () => Promise<Ack>): Ack | undefined {
    const { faults, held } = this.#tenant.world;
    const late = faults.take("lark", ["late"]);
    if (late === undefined) return undefined;
    held.hold(late.seconds, bring);
    return { ok: false, error: "It is late on its way to the bot." };
  }

  async #bring(event: LarkEvent): Promise<Ack> {
    const pending: PendingEvent = { payload: event, retries: 0, nextAt: Date.now() + LIMITS.ack };
    this.#tenant.pending.set(event.header.event_id, pending);
    this.#tenant.world.changed();
    const ack = await this.#send(event);
    this.#after(pending, ack);
    return ack;
  }

  /** Stops bringing events; what is not acknowledged stays saved for the next start. */
  close(): void {
    this.#closed = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  async #send(event: PendingEvent["payload"]): Promise<Ack> {
    const { event_id: eventId } = event.header;
    const { world } = this.#tenant;
    if (world.takeFault("lark", ["drop_socket"]) !== undefined) this.#transport.drop();
    if (world.takeFault("lark", ["duplicate"]) !== undefined) void this.#transport.send(event, eventId);
    return this.#transport.send(event, eventId);
  }

  #after(pending: PendingEvent, ack: Ack): void {
    if (this.#closed) return;
    const { event_id: eventId, event_type: type } = pending.payload.header;
    const delay = this.#retriesMs[pending.retries];
    if (ack.ok || delay === undefined) {
      this.#tenant.pending.delete(eventId);
      if (!ack.ok) this.#log(`Lark gave up on ${type} after ${pending.retries} retries: ${ack.error}`);
    } else {
      pending.nextAt = Date.now() + delay;
      this.#schedule(pending);
    }
    this.#tenant.world.changed();
  }

  #schedule(pending: PendingEvent): void {
    const { event_id: eventId } = pending.payload.header;
    const again = async () => {
      this.#timers.delete(eventId);
      pending.retries += 1;
      this.#after(pending, await this.#send(pending.payload));
    };
    const timer = setTimeout(() => void again(), Math.max(pending.nextAt - Date.now(), 0));
    timer.unref();
    this.#timers.set(eventId, timer);
  }
}

/** What a platform that calls the bot by HTTP is to the server: a function from a request to its answer. */
import { timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

export interface WebhookRequest {
  headers: IncomingHttpHeaders;
  /** exactly the bytes that were sent: signatures are over these */
  body: Buffer;
}

/** Answers once, an object as JSON. Resolves when the answer has left, or its connection is gone. */
export type Reply = (status: number, body?: string | object) => Promise<void>;

/** Replies once; a `Refusal` it throws is answered and logged by the server, anything else becomes a 500. */
export type Webhook = (request: WebhookRequest, reply: Reply) => Promise<void>;

/** A request that is not let in. The reason goes to the log and never to the sender. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: 400 | 401 | 405 | 413 | 415;

  constructor(status: Refusal["status"], reason: string) {
    super(reason);
    this.status = status;
  }
}

/** A webhook that lets requests in only while it is open, so that the server can listen before the bot is ready. */
export interface Entrance {
  webhook: Webhook;
  open(answer: Webhook): void;
  /** Lets nobody in any more; resolves when everybody inside has been answered. */
  close(): Promise<void>;
  isOpen(): boolean;
}

export function createEntrance(): Entrance {
  const inside = new Set<Promise<void>>();
  let current: Webhook | undefined;
  return {
    async webhook(request, reply) {
      // the platform sends an event again that was answered like this
      if (current === undefined) return await reply(503);
      const visit = current(request, reply);
      inside.add(visit);
      try {
        await visit;
      } finally {
        inside.delete(visit);
      }
    },
    open(answer) {
      current = answer;
    },
    async close() {
      current = undefined;
      await Promise.allSettled(inside);
    },
    isOpen: () => current !== undefined,
  };
}

/** Compares what was sent with a secret in a time that does not tell how much of it was right. */
export function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

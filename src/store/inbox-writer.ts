/** Stores events that come close together in one statement: a commit is dear, and each event waits for one. */
import type { Temporal } from "temporal-polyfill";
import type { Inbound } from "../chat/inbound.ts";
import type { Db } from "./database.ts";
import { type Received, storeInbound } from "./inbox.ts";

export interface InboxWriter {
  /** Resolves when the event is stored: false when it was known already, so that this delivery is a duplicate. */
  store(event: Inbound, receivedAt: Temporal.Instant): Promise<boolean>;
}

interface Waiting extends Received {
  resolve(fresh: boolean): void;
  reject(error: unknown): void;
}

/** Statements under way at once. While they are, further events gather; a slow one must not hold up all. */
const STATEMENTS = 3;
/** Most events in a statement. */
const MOST = 200;

export function createInboxWriter(db: Db): InboxWriter {
  const waiting: Waiting[] = [];
  let underWay = 0;
  let planned = false;

  /** After this turn of the event loop, so that all that it brings goes together. */
  function plan(): void {
    if (planned || underWay === STATEMENTS || waiting.length === 0) return;
    planned = true;
    setImmediate(() => {
      planned = false;
      void write(waiting.splice(0, MOST));
      plan();
    });
  }

  async function write(batch: readonly Waiting[]): Promise<void> {
    underWay += 1;
    try {
      tell(batch, await storeInbound(db, batch));
    } catch (error) {
      if (batch.length > 1 && isAboutData(error)) await writeOneByOne(batch);
      else for (const one of batch) one.reject(error);
    } finally {
      underWay -= 1;
      plan();
    }
  }

  /** One event that PostgreSQL cannot hold must not take the others with it. */
  async function writeOneByOne(batch: readonly Waiting[]): Promise<void> {
    for (const one of batch) {
      try {
        tell([one], await storeInbound(db, [one]));
      } catch (error) {
        one.reject(error);
      }
    }
  }

  return {
    store: (event, receivedAt) =>
      new Promise((resolve, reject) => {
        waiting.push({ event, receivedAt, resolve, reject });
        plan();
      }),
  };
}

/** Of two deliveries in one statement the first is the fresh one. */
function tell(batch: readonly Waiting[], stored: Set<string>): void {
  for (const { event, resolve } of batch) resolve(stored.delete(event.eventKey));
}

/** PostgreSQL's class 22: the value itself is refused, such as a zero byte in a text. */
function isAboutData(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("22");
}

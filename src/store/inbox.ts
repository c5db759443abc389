/** Inbound events under their keys: stored before they are acknowledged, done exactly once. */
import { and, asc, eq, isNull, lt } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Inbound } from "../chat/inbound.ts";
import type { Db, Transaction } from "./database.ts";
import { inbox } from "./schema.ts";

/** @returns false when the event is known already: this delivery is a duplicate */
export async function storeInbound(db: Db, event: Inbound, now: Temporal.Instant): Promise<boolean> {
  const rows = await db
    .insert(inbox)
    .values({ key: event.eventKey, event, receivedAt: now })
    .onConflictDoNothing()
    .returning({ key: inbox.key });
  return rows.length > 0;
}

/**
 * Marks an event as done in the caller's transaction; the row stays locked until that ends, so that a second process
 * waits and then finds it done. A rollback makes it unfinished again.
 * @returns false when it was done before
 */
export async function takeInbox(tx: Transaction, key: string, now: Temporal.Instant): Promise<boolean> {
  const rows = await tx
    .update(inbox)
    .set({ doneAt: now })
    .where(and(eq(inbox.key, key), isNull(inbox.doneAt)))
    .returning({ key: inbox.key });
  return rows.length > 0;
}

/** For what is done without a transaction of its own: a form that was opened. */
export async function finishInbox(db: Db, key: string, now: Temporal.Instant): Promise<void> {
  await db.update(inbox).set({ doneAt: now }).where(eq(inbox.key, key));
}

/** Notes under which id the error is in the log. */
export async function noteInboxError(db: Db, key: string, errorId: string): Promise<void> {
  await db.update(inbox).set({ errorId }).where(eq(inbox.key, key));
}

/** Events that were acknowledged and not finished, oldest first; only those received before `before`, where given. */
export async function unfinishedInbox(db: Db, before?: Temporal.Instant) {
  return db
    .select({ key: inbox.key, event: inbox.event, receivedAt: inbox.receivedAt })
    .from(inbox)
    .where(and(isNull(inbox.doneAt), before === undefined ? undefined : lt(inbox.receivedAt, before)))
    .orderBy(asc(inbox.receivedAt));
}

/** Inbound events under their keys: stored before they are acknowledged, done exactly once. */
import { and, asc, eq, isNull, lt } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Inbound } from "../chat/inbound.ts";
import type { Db, Querier, Transaction } from "./database.ts";
import { inbox } from "./schema.ts";

/** @returns false when the event is known already: this delivery is a duplicate */
export async function storeInbound(
  db: Db,
  event: Inbound,
  now: Temporal.Instant,
  done: boolean,
): Promise<boolean> {
  const rows = await db
    .insert(inbox)
    .values({ key: event.eventKey, event, receivedAt: now, doneAt: done ? now : null })
    .onConflictDoNothing()
    .returning({ key: inbox.key });
  return rows.length > 0;
}

/** Locks an unfinished event until the transaction ends; false when it is finished. */
export async function lockInbox(tx: Transaction, key: string): Promise<boolean> {
  const rows = await tx
    .select({ key: inbox.key })
    .from(inbox)
    .where(and(eq(inbox.key, key), isNull(inbox.doneAt)))
    .for("update");
  return rows.length > 0;
}

export async function finishInbox(
  tx: Querier,
  key: string,
  now: Temporal.Instant,
  errorId?: string,
): Promise<void> {
  await tx
    .update(inbox)
    .set({ doneAt: now, errorId: errorId ?? null })
    .where(eq(inbox.key, key));
}

/** Events that were acknowledged and not finished, oldest first; only those received before `before`, where given. */
export async function unfinishedInbox(db: Db, before?: Temporal.Instant) {
  return db
    .select({ key: inbox.key, event: inbox.event, receivedAt: inbox.receivedAt })
    .from(inbox)
    .where(and(isNull(inbox.doneAt), before === undefined ? undefined : lt(inbox.receivedAt, before)))
    .orderBy(asc(inbox.receivedAt));
}

/** What falls due and when: the truth that sweeps and jobs ask. */
import { and, asc, eq, gt, isNull, like, lte, type SQL } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Db, Querier, Transaction } from "./database.ts";
import { dues } from "./schema.ts";

export type Due = typeof dues.$inferSelect;

const open = and(isNull(dues.doneAt), isNull(dues.cancelledAt));

/** Plans a thing, or moves it when its key is planned already; a moved thing is open again. */
export async function planDue(
  tx: Transaction,
  due: { key: string; job: string; payload: Record<string, unknown>; at: Temporal.Instant },
): Promise<void> {
  const row = { key: due.key, job: due.job, payload: due.payload, dueAt: due.at };
  await tx
    .insert(dues)
    .values(row)
    .onConflictDoUpdate({
      target: dues.key,
      set: { job: due.job, payload: due.payload, dueAt: due.at, doneAt: null, cancelledAt: null },
    });
}

/** Cancels every open thing whose key begins with `keyPrefix`. */
export async function cancelDue(tx: Transaction, keyPrefix: string, now: Temporal.Instant): Promise<void> {
  await tx
    .update(dues)
    .set({ cancelledAt: now })
    .where(and(open, beginsWith(keyPrefix)));
}

/** Everything that was ever planned under keys that begin so, done and cancelled ones included. */
export async function duesUnder(db: Querier, keyPrefix: string): Promise<Due[]> {
  return db.select().from(dues).where(beginsWith(keyPrefix)).orderBy(asc(dues.dueAt), asc(dues.key));
}

export async function dueByKey(db: Querier, key: string): Promise<Due | undefined> {
  const rows = await db.select().from(dues).where(eq(dues.key, key));
  return rows[0];
}

function beginsWith(keyPrefix: string): SQL {
  return like(dues.key, `${keyPrefix.replace(/[\\%_]/gu, "\\$&")}%`);
}

/**
 * Marks a thing as done in the caller's transaction, if it is still open and due; the row stays locked until that ends.
 * @returns false when it was done, cancelled or moved to later
 */
export async function takeDue(tx: Transaction, key: string, now: Temporal.Instant): Promise<boolean> {
  const rows = await tx
    .update(dues)
    .set({ doneAt: now })
    .where(and(eq(dues.key, key), open, lte(dues.dueAt, now)))
    .returning({ key: dues.key });
  return rows.length > 0;
}

/** Open things that are due at `now`, oldest first. */
export async function openDues(db: Db, now: Temporal.Instant, limit: number) {
  return db
    .select({ key: dues.key, job: dues.job, payload: dues.payload, dueAt: dues.dueAt })
    .from(dues)
    .where(and(open, lte(dues.dueAt, now)))
    .orderBy(asc(dues.dueAt))
    .limit(limit);
}

/** When the next open thing after `now` falls due, and for which job; undefined when nothing is planned. */
export async function nextDue(
  db: Db,
  now: Temporal.Instant,
): Promise<{ at: Temporal.Instant; job: string } | undefined> {
  const rows = await db
    .select({ at: dues.dueAt, job: dues.job })
    .from(dues)
    .where(and(open, gt(dues.dueAt, now)))
    .orderBy(asc(dues.dueAt))
    .limit(1);
  return rows[0];
}

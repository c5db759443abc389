/** Inbound events under their keys: stored before they are acknowledged, done exactly once. */
import { and, asc, eq, isNull, lt, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Inbound } from "../chat/inbound.ts";
import type { PlatformName } from "../chat/ports.ts";
import { type Db, prepared, type Transaction } from "./database.ts";
import { versionOfAccount } from "./people.ts";
import { inbox } from "./schema.ts";

/** An event as it is stored. */
export interface Received {
  event: Inbound;
  receivedAt: Temporal.Instant;
}

const STORE = {
  name: "store-inbound",
  text: `insert into "seedbed"."inbox" ("key", "event", "received_at")
    select event ->> 'eventKey', event, at from jsonb_to_recordset($1) as received(event jsonb, at timestamptz)
    on conflict do nothing returning "key"`,
};

/**
 * Stores events in one statement.
 * @returns the keys of those that were not known; the others are duplicates
 */
export async function storeInbound(db: Db, received: readonly Received[]): Promise<Set<string>> {
  const rows = received.map(({ event, receivedAt }) => ({
    event,
    at: new Date(receivedAt.epochMilliseconds).toISOString(),
  }));
  const stored = await db.$client.query<{ key: string }>(STORE, [JSON.stringify(rows)]);
  return new Set(stored.rows.map(({ key }) => key));
}

/**
 * Marks an event as done in the caller's transaction; the row stays locked until that ends, so that a second process
 * waits and then finds it done. A rollback makes it unfinished again.
 * @param account whose member's version is wanted
 * @returns undefined when it was done before
 */
export async function takeInbox(
  tx: Transaction,
  key: string,
  now: Temporal.Instant,
  account?: { platform: PlatformName; userId: string },
): Promise<{ personVersion: string | null } | undefined> {
  const query = prepared(tx, "take-inbox", (name) =>
    tx
      .update(inbox)
      .set({ doneAt: sql`${sql.placeholder("now")}` })
      .where(and(eq(inbox.key, sql.placeholder("key")), isNull(inbox.doneAt)))
      .returning({ personVersion: versionOfAccount(tx) })
      .prepare(name),
  );
  const { platform = "", userId = "" } = account ?? {};
  const rows = await query.execute({ key, now: now.toString(), platform, userId });
  return rows[0];
}

/** Forgets what a person wrote, once it was worked on: the row stays, so that a second delivery is still known. */
export async function eraseInboxText(tx: Transaction, key: string): Promise<void> {
  const event = sql`case when ${inbox.event} -> 'body' ? 'values'
    then jsonb_set(${inbox.event}, '{body,values}', '{}')
    else jsonb_set(${inbox.event}, '{body,text}', '""', false) end`;
  await tx.update(inbox).set({ event }).where(eq(inbox.key, key));
}

/** For what is done without a transaction of its own: a form that was opened. */
export async function finishInbox(db: Db, key: string, now: Temporal.Instant): Promise<void> {
  await db.update(inbox).set({ doneAt: now }).where(eq(inbox.key, key));
}

/** Notes under which id the error is in the log. */
export async function noteInboxError(db: Db, key: string, errorId: string): Promise<void> {
  await db.update(inbox).set({ errorId }).where(eq(inbox.key, key));
}

/** The oldest events that were acknowledged and not finished; only those received before `before`, where given. */
export async function unfinishedInbox(
  db: Db,
  { limit, before }: { limit: number; before?: Temporal.Instant | undefined },
) {
  return db
    .select({ key: inbox.key, event: inbox.event, receivedAt: inbox.receivedAt })
    .from(inbox)
    .where(and(isNull(inbox.doneAt), before === undefined ? undefined : lt(inbox.receivedAt, before)))
    .orderBy(asc(inbox.receivedAt), asc(inbox.key))
    .limit(limit);
}

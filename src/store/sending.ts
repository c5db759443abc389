/** Taking messages out of the outbox: which is next, that it is being sent, and what came of it. */
import { and, asc, desc, eq, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { MessageRef } from "../chat/ports.ts";
import type { Db, Querier } from "./database.ts";
import type { OutboxRow } from "./outbox.ts";
import { outbox } from "./schema.ts";

/** The next message of a lane: updates of sent cards first, unless the card was replaced, then the oldest. */
export async function nextInLane(db: Db, lane: string): Promise<OutboxRow | undefined> {
  const rows = await db
    .select()
    .from(outbox)
    .where(and(eq(outbox.lane, lane), eq(outbox.state, "queued")))
    .orderBy(
      desc(sql`${outbox.kind} = 'update' and exists (
      select 1 from seedbed.outbox sent where sent.id = ${outbox.target} and sent.state <> 'queued'
        and sent.replaced_by is null)`),
      asc(outbox.seq),
    )
    .limit(1);
  return rows[0];
}

/** The chat that the newest message of a lane went to; undefined before the first. */
export async function lastChatOf(db: Db, lane: string): Promise<string | undefined> {
  const rows = await db
    .select({ message: outbox.message })
    .from(outbox)
    .where(and(eq(outbox.lane, lane), eq(outbox.state, "sent"), isNotNull(outbox.message)))
    .orderBy(desc(outbox.seq))
    .limit(1);
  return rows[0]?.message?.chat;
}

/** Notes that a send begins, so that after a crash it is looked up and not repeated. */
export async function beginSend(db: Db, id: string): Promise<boolean> {
  const rows = await db
    .update(outbox)
    .set({ unanswered: true, attempts: sql`${outbox.attempts} + 1` })
    .where(and(eq(outbox.id, id), eq(outbox.state, "queued")))
    .returning({ id: outbox.id });
  return rows.length > 0;
}

/** Keeps what the platform gave at the first of several steps, so that after a crash the rest can be looked up. */
export async function recordHandle(db: Db, id: string, handle: string): Promise<void> {
  await db.update(outbox).set({ handle }).where(eq(outbox.id, id));
}

export async function recordSent(
  db: Querier,
  id: string,
  message: MessageRef | undefined,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .update(outbox)
    .set({ state: "sent", unanswered: false, message: message ?? null, sentAt: now, error: null })
    .where(eq(outbox.id, id));
}

export async function recordRetry(
  db: Db,
  id: string,
  retry: { notBefore: Temporal.Instant; unanswered: boolean; error: string },
): Promise<void> {
  await db.update(outbox).set(retry).where(eq(outbox.id, id));
}

export async function recordFailed(db: Db, id: string, error: string): Promise<void> {
  await db.update(outbox).set({ state: "failed", unanswered: false, error }).where(eq(outbox.id, id));
}

/** Lanes with something waiting, whether it may leave yet or not. */
export async function waitingLanes(db: Db): Promise<string[]> {
  const rows = await db.selectDistinct({ lane: outbox.lane }).from(outbox).where(eq(outbox.state, "queued"));
  return rows.map((row) => row.lane);
}

/** Messages that no platform would take, newest first. */
export async function failedMessages(db: Db, limit: number) {
  return db
    .select({
      id: outbox.id,
      lane: outbox.lane,
      template: outbox.template,
      error: outbox.error,
      createdAt: outbox.createdAt,
    })
    .from(outbox)
    .where(eq(outbox.state, "failed"))
    .orderBy(desc(outbox.seq))
    .limit(limit);
}

/** Whether a message could leave at this moment; `real` is real time, by which back-offs are counted. */
export async function hasDueMessages(db: Db, real: Temporal.Instant): Promise<boolean> {
  const rows = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.state, "queued"), or(isNull(outbox.notBefore), lte(outbox.notBefore, real))))
    .limit(1);
  return rows.length > 0;
}

/** Sent cards as copies that can grow old: which one a person clicked, which one counts now, and a fresh one for an old one. */
import { and, desc, eq, gt, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { MessageRef, PlatformName } from "../chat/ports.ts";
import type { Db, Querier, Transaction } from "./database.ts";
import { type OutboxRow, replaceUpdates } from "./outbox.ts";
import { outbox } from "./schema.ts";

/** Copies that people see and that count. */
const current = and(eq(outbox.kind, "post"), eq(outbox.state, "sent"), isNull(outbox.replacedBy));

/** The copy that stands under a message; undefined for a message that is no card of the outbox. */
export async function copyAt(
  db: Db,
  platform: PlatformName,
  { id }: MessageRef,
): Promise<Pick<OutboxRow, "cardKey" | "replacedBy"> | undefined> {
  const rows = await db
    .select({ cardKey: outbox.cardKey, replacedBy: outbox.replacedBy })
    .from(outbox)
    .where(
      and(sql`(${outbox.message} ->> 'id') = ${id}`, eq(outbox.platform, platform), eq(outbox.kind, "post")),
    )
    .limit(1);
  return rows[0];
}

/** Where the newest copy of a card stands in the first of these lanes that has one. */
export async function currentCopy(
  db: Db,
  cardKey: string,
  lanes: readonly string[],
): Promise<MessageRef | undefined> {
  const rows = await db
    .select({ lane: outbox.lane, message: outbox.message })
    .from(outbox)
    .where(
      and(eq(outbox.cardKey, cardKey), current, isNotNull(outbox.message), inArray(outbox.lane, [...lanes])),
    )
    .orderBy(desc(outbox.seq));
  return (
    lanes.map((lane) => rows.find((row) => row.lane === lane)).find((row) => row !== undefined)?.message ??
    undefined
  );
}

/** What a card shows, or is about to: its newest data, whether it went out with the card or in a change of it. */
export async function shownOf(
  db: Querier,
  cardKey: string,
): Promise<Pick<OutboxRow, "template" | "data"> | undefined> {
  const copies = db.select({ id: outbox.id }).from(outbox).where(eq(outbox.cardKey, cardKey));
  const rows = await db
    .select({ template: outbox.template, data: outbox.data })
    .from(outbox)
    .where(or(eq(outbox.cardKey, cardKey), inArray(outbox.target, copies)))
    .orderBy(desc(outbox.seq))
    .limit(1);
  return rows[0];
}

/** Locks a sent copy that nothing has replaced, until the transaction ends. */
export async function lockCopy(tx: Transaction, id: string): Promise<OutboxRow | undefined> {
  const rows = await tx
    .select()
    .from(outbox)
    .where(and(eq(outbox.id, id), current))
    .for("update");
  return rows[0];
}

/** A copy of the same card further down in the same chat. */
async function laterCopy(db: Querier, copy: OutboxRow): Promise<string | undefined> {
  if (copy.cardKey === null) return undefined;
  const rows = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.cardKey, copy.cardKey),
        eq(outbox.lane, copy.lane),
        eq(outbox.kind, "post"),
        inArray(outbox.state, ["queued", "sent"]),
        isNull(outbox.replacedBy),
        gt(outbox.seq, copy.seq),
      ),
    )
    .orderBy(desc(outbox.seq))
    .limit(1);
  return rows[0]?.id;
}

/**
 * Puts a fresh copy in an old one's place, in the same chat and for the same reader, or the later copy that is there
 * already; the old one says so, unless the platform changes it no more.
 */
export async function replaceCopy(
  tx: Transaction,
  copy: OutboxRow,
  by: {
    template: string;
    data: unknown;
    canChange: boolean;
    newId(prefix: string): string;
    now: Temporal.Instant;
  },
): Promise<void> {
  const { template, data, newId, now } = by;
  const later = await laterCopy(tx, copy);
  const id = later ?? newId("msg");
  if (later === undefined) {
    await tx.insert(outbox).values({
      id,
      key: `reissue:${copy.id}`,
      kind: "post",
      platform: copy.platform,
      // a response URL is good for half an hour
      destination: { ...copy.destination, responseUrl: undefined },
      lane: copy.lane,
      template,
      data,
      readerId: copy.readerId,
      cardKey: copy.cardKey,
      state: "queued",
      attempts: 0,
      createdAt: now,
    });
  }
  await tx.update(outbox).set({ replacedBy: id }).where(eq(outbox.id, copy.id));
  if (by.canChange) await replaceUpdates(tx, copy, { id: newId("msg"), template, data, now });
  else await tx.update(outbox).set({ state: "superseded" }).where(waitingUpdates(copy.id));
}

function waitingUpdates(target: string) {
  return and(eq(outbox.target, target), eq(outbox.kind, "update"), eq(outbox.state, "queued"));
}

/** A change that came too late for its message: it is left out, and `error` says why. */
export async function dropUpdate(tx: Querier, id: string, error: string): Promise<void> {
  await tx.update(outbox).set({ state: "superseded", unanswered: false, error }).where(eq(outbox.id, id));
}

/** The copies of one card are the copies of another from now on, and are drawn anew with it. */
export async function renameCard(tx: Transaction, from: string, to: string): Promise<void> {
  await tx.update(outbox).set({ cardKey: to }).where(eq(outbox.cardKey, from));
}

/** Messages on their way out, and every card that was ever sent: put there, and kept up to date. */
import { and, asc, eq, inArray, like, or, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Destination, PlatformName } from "../chat/ports.ts";
import { type Db, prepared, type Querier, type Transaction } from "./database.ts";
import { outbox } from "./schema.ts";

export type OutboxRow = typeof outbox.$inferSelect;

interface NewPost {
  id: string;
  key: string;
  kind: "post" | "file";
  platform: PlatformName;
  destination: Destination;
  readerId?: string | undefined;
  template?: string | undefined;
  data: unknown;
  fileId?: string | undefined;
  cardKey?: string | undefined;
  createdAt: Temporal.Instant;
}

/** Messages of one lane leave one at a time and in order: a lane is a chat, or a person's private chat. */
export function laneOf(platform: PlatformName, to: Destination): string {
  if (to.home !== undefined) return `${platform}:home:${to.home}`;
  return `${platform}:${to.chat ?? `@${to.user ?? ""}`}`;
}

/** A key that is there already is left alone: the message was queued by an earlier try. */
export async function insertPost(tx: Transaction, post: NewPost): Promise<void> {
  const query = prepared(tx, "insert-post", (name) =>
    tx
      .insert(outbox)
      .values({
        id: sql.placeholder("id"),
        key: sql.placeholder("key"),
        kind: sql.placeholder("kind"),
        platform: sql.placeholder("platform"),
        destination: sql.placeholder("destination"),
        lane: sql.placeholder("lane"),
        readerId: sql.placeholder("readerId"),
        template: sql.placeholder("template"),
        data: sql.placeholder("data"),
        fileId: sql.placeholder("fileId"),
        cardKey: sql.placeholder("cardKey"),
        state: "queued",
        attempts: 0,
        createdAt: sql.placeholder("createdAt"),
      })
      .onConflictDoNothing()
      .prepare(name),
  );
  await query.execute({ ...NOT_GIVEN, ...definedOf(post), lane: laneOf(post.platform, post.destination) });
}

/** What a message may do without. */
const NOT_GIVEN = { readerId: null, template: null, fileId: null, cardKey: null };

function definedOf(post: NewPost): Record<string, unknown> {
  return Object.fromEntries(Object.entries(post).filter(([, value]) => value !== undefined));
}

/**
 * Brings every copy of a card up to date: those not sent yet change in place, those sent get an update that replaces
 * older updates still waiting.
 * @returns the lanes that have something to send now
 */
export async function refreshCopies(
  tx: Transaction,
  change: {
    cardKey: string;
    template: string;
    data: unknown;
    newId(prefix: string): string;
    now: Temporal.Instant;
  },
): Promise<string[]> {
  const { cardKey, template, data, newId, now } = change;
  const copies = await lockCopies(tx, cardKey);
  for (const copy of copies) {
    const untouched = copy.state === "queued" && !copy.unanswered;
    if (untouched) await tx.update(outbox).set({ template, data }).where(eq(outbox.id, copy.id));
    else await replaceUpdates(tx, copy, { id: newId("msg"), template, data, now });
  }
  return copies.map((copy) => copy.lane);
}

/**
 * Lets the copies of these cards in one chat be what they are: no later change reaches them.
 * @param prefixes what the card keys begin with
 */
export async function detachCopies(
  tx: Transaction,
  lane: string,
  prefixes: readonly string[],
): Promise<void> {
  await tx
    .update(outbox)
    .set({ cardKey: null })
    .where(and(eq(outbox.lane, lane), or(...prefixes.map((prefix) => like(outbox.cardKey, `${prefix}%`)))));
}

/** While this waits for the rows, one of them may be replaced: its fresh copy, which came too late to be seen, counts too. */
async function lockCopies(tx: Transaction, cardKey: string): Promise<OutboxRow[]> {
  const copies = () =>
    tx
      .select()
      .from(outbox)
      .where(
        and(eq(outbox.cardKey, cardKey), eq(outbox.kind, "post"), inArray(outbox.state, ["queued", "sent"])),
      )
      .orderBy(asc(outbox.seq))
      .for("update");
  const first = await copies();
  const seen = new Set(first.map(({ id }) => id));
  const isComplete = first.every(({ replacedBy }) => replacedBy === null || seen.has(replacedBy));
  const all = isComplete ? first : await copies();
  return all.filter(({ replacedBy }) => replacedBy === null);
}

/** Queues a change of a sent card in place of those that still wait; it leaves no sooner than they might have. */
export async function replaceUpdates(
  tx: Transaction,
  copy: OutboxRow,
  update: { id: string; template: string; data: unknown; now: Temporal.Instant },
): Promise<void> {
  const replaced = await tx
    .update(outbox)
    .set({ state: "superseded" })
    .where(and(eq(outbox.target, copy.id), eq(outbox.kind, "update"), eq(outbox.state, "queued")))
    .returning({ notBefore: outbox.notBefore });
  await tx.insert(outbox).values({
    id: update.id,
    key: `update:${copy.id}:${update.id}`,
    kind: "update",
    platform: copy.platform,
    destination: copy.destination,
    lane: copy.lane,
    readerId: copy.readerId,
    template: update.template,
    data: update.data,
    target: copy.id,
    state: "queued",
    attempts: 0,
    notBefore: replaced.find(({ notBefore }) => notBefore !== null)?.notBefore ?? null,
    createdAt: update.now,
  });
}

export async function outboxRow(db: Querier, id: string): Promise<OutboxRow | undefined> {
  const rows = await db.select().from(outbox).where(eq(outbox.id, id));
  return rows[0];
}

/** Whether something was ever to be sent under this key. */
export async function isKnownKey(db: Db, key: string): Promise<boolean> {
  const rows = await db.select({ id: outbox.id }).from(outbox).where(eq(outbox.key, key));
  return rows.length > 0;
}

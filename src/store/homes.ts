/** Homes that people have opened: one row of the outbox each, which is queued again whenever its home may look different. */
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { PlatformName } from "../chat/ports.ts";
import type { Db, Transaction } from "./database.ts";
import { laneOf } from "./outbox.ts";
import { outbox } from "./schema.ts";

/** All homes share it, so that one look finds them. */
const CARD_KEY = "home";

/** What a home's row keeps: nothing of what it shows, which is read when it is published. */
export interface HomeRow {
  /** counts up with every change that may show: a publication of an older one does not settle the row */
  version: number;
  /** a hash of what was published last; null when it must be published whatever it shows */
  shown: string | null;
}

/** Queues the home of an account, for the first time or again. @returns its lane */
export async function queueHome(
  tx: Transaction,
  home: { id: string; platform: PlatformName; user: string; now: Temporal.Instant },
): Promise<string> {
  const { id, platform, user, now } = home;
  const destination = { home: user };
  const data: HomeRow = { version: 1, shown: null };
  const lane = laneOf(platform, destination);
  await tx
    .insert(outbox)
    .values({
      id,
      key: `home:${platform}:${user}`,
      kind: "home",
      platform,
      destination,
      lane,
      template: "home",
      data,
      cardKey: CARD_KEY,
      state: "queued",
      attempts: 0,
      createdAt: now,
    })
    .onConflictDoUpdate({
      target: outbox.key,
      set: { ...again, data: sql`${nextVersion} || '{"shown": null}'::jsonb` },
    });
  return lane;
}

/**
 * Queues every home but those that were given up, which wait to be opened again. To be called as the last thing of a
 * transaction; rows are locked in one order.
 * @returns their lanes
 */
export async function queueAllHomes(tx: Transaction): Promise<string[]> {
  const homes = await tx
    .select({ id: outbox.id, lane: outbox.lane })
    .from(outbox)
    .where(and(eq(outbox.cardKey, CARD_KEY), inArray(outbox.state, ["queued", "sent"])))
    .orderBy(asc(outbox.id))
    .for("update");
  const ids = homes.map(({ id }) => id);
  if (ids.length > 0)
    await tx
      .update(outbox)
      .set({ ...again, data: nextVersion })
      .where(inArray(outbox.id, ids));
  return homes.map(({ lane }) => lane);
}

/** Settles a publication, unless the home was queued again since. @param version what the row said before it was read */
export async function recordPublished(
  db: Db,
  id: string,
  { version, shown }: HomeRow,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .update(outbox)
    .set({
      state: sql`case when ${outbox.data} ->> 'version' = ${String(version)} then 'sent' else 'queued' end`,
      data: sql`${outbox.data} || jsonb_build_object('shown', ${shown}::text)`,
      unanswered: false,
      attempts: 0,
      sentAt: now,
      error: null,
    })
    .where(eq(outbox.id, id));
}

const nextVersion = sql`jsonb_set(${outbox.data}, '{version}', to_jsonb((${outbox.data} ->> 'version')::int + 1))`;

/** A home that waits for the platform's rest keeps waiting; one that was given up gets another chance. */
const again = {
  state: "queued" as const,
  attempts: sql`case when ${outbox.state} = 'queued' then ${outbox.attempts} else 0 end`,
  notBefore: sql`case when ${outbox.state} = 'queued' then ${outbox.notBefore} end`,
  error: null,
};

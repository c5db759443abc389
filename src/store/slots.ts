/** Posting slots: when each creator of a campaign posts, and what stands beside that. */
import { and, asc, eq, gte, isNull, lt, min, or } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { DraftState } from "../domain/drafts.ts";
import type { Querier, Transaction } from "./database.ts";
import { lockFor } from "./locks.ts";
import { briefs, campaigns, creators, drafts, slots } from "./schema.ts";

export type Slot = typeof slots.$inferSelect;

/** Changes of one campaign's slots and payments happen one after the other until the transaction ends. */
export async function lockSchedule(tx: Transaction, campaignId: string): Promise<void> {
  await lockFor(tx, "schedule", campaignId);
}

export async function slotOf(db: Querier, campaignId: string, creatorId: string): Promise<Slot | undefined> {
  const rows = await db
    .select()
    .from(slots)
    .where(and(eq(slots.campaignId, campaignId), eq(slots.creatorId, creatorId)));
  return rows[0];
}

export async function slotById(db: Querier, id: string): Promise<Slot | undefined> {
  const rows = await db.select().from(slots).where(eq(slots.id, id));
  return rows[0];
}

/** Stores a new slot, or the new state of one that is there. */
export async function saveSlot(tx: Transaction, slot: Slot): Promise<void> {
  const { postOn, postTime, zone, wave, revision, postedAt, link, setBy, setAt } = slot;
  const change = { postOn, postTime, zone, wave, revision, postedAt, link, setBy, setAt };
  await tx
    .insert(slots)
    .values(slot)
    .onConflictDoUpdate({ target: [slots.campaignId, slots.creatorId], set: change });
}

/** All slots of a campaign with the state of each draft, in the order of posting. */
export async function scheduleOf(db: Querier, campaignId: string) {
  return db
    .select({ slot: slots, creator: creators, draft: drafts.state })
    .from(slots)
    .innerJoin(creators, eq(creators.id, slots.creatorId))
    .leftJoin(drafts, and(eq(drafts.campaignId, slots.campaignId), eq(drafts.creatorId, slots.creatorId)))
    .where(eq(slots.campaignId, campaignId))
    .orderBy(asc(slots.postOn), asc(slots.postTime), asc(creators.name));
}

/**
 * Slots of open campaigns before a date that lie on `from` or later, or that are not finished: not marked as posted,
 * or posted without a link.
 * @param from first calendar date of the window, `YYYY-MM-DD`
 * @param to the calendar date after its last
 */
export async function slotsToWatch(db: Querier, from: string, to: string) {
  return db
    .select({ slot: slots, creator: creators, campaign: campaigns, draft: drafts.state })
    .from(slots)
    .innerJoin(creators, eq(creators.id, slots.creatorId))
    .innerJoin(campaigns, eq(campaigns.id, slots.campaignId))
    .leftJoin(drafts, and(eq(drafts.campaignId, slots.campaignId), eq(drafts.creatorId, slots.creatorId)))
    .where(
      and(
        isNull(campaigns.closedAt),
        lt(slots.postOn, to),
        or(gte(slots.postOn, from), isNull(slots.postedAt), isNull(slots.link)),
      ),
    )
    .orderBy(asc(slots.postOn), asc(slots.postTime), asc(creators.name));
}

export async function draftStateOf(
  db: Querier,
  campaignId: string,
  creatorId: string,
): Promise<DraftState | null> {
  const rows = await db
    .select({ state: drafts.state })
    .from(drafts)
    .where(and(eq(drafts.campaignId, campaignId), eq(drafts.creatorId, creatorId)));
  return rows[0]?.state ?? null;
}

/** When this creator's first brief was made; undefined when there is none. */
export async function firstBriefAt(
  db: Querier,
  campaignId: string,
  creatorId: string,
): Promise<Temporal.Instant | undefined> {
  const rows = await db
    .select({ at: min(briefs.createdAt) })
    .from(briefs)
    .where(and(eq(briefs.campaignId, campaignId), eq(briefs.creatorId, creatorId)));
  return rows[0]?.at ?? undefined;
}

/** What happened with creators: their vettings over time and what they delivered. */
import { and, asc, desc, eq, inArray, lt, ne, or } from "drizzle-orm";
import type { Creator } from "./creators.ts";
import { anyOf, prepared, type Querier } from "./database.ts";
import { campaigns, creators, drafts, slots, vettings } from "./schema.ts";
import type { Vetting } from "./vettings.ts";

export async function creatorsWithIds(db: Querier, ids: readonly string[]): Promise<Creator[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(creators)
    .where(inArray(creators.id, [...ids]))
    .orderBy(asc(creators.createdAt), asc(creators.id));
}

/** The newest vetting of each creator, by creator id. */
export async function latestVettings(
  db: Querier,
  creatorIds: readonly string[],
): Promise<Map<string, Vetting>> {
  if (creatorIds.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([vettings.creatorId])
    .from(vettings)
    .where(inArray(vettings.creatorId, [...creatorIds]))
    .orderBy(vettings.creatorId, desc(vettings.vettedAt), desc(vettings.id));
  return new Map(rows.map((row) => [row.creatorId, row]));
}

/** The newest vettings of a creator with their campaigns, newest first. */
export async function vettingsOf(db: Querier, creatorId: string, limit: number) {
  return db
    .select({ vetting: vettings, campaign: campaigns.name })
    .from(vettings)
    .leftJoin(campaigns, eq(campaigns.id, vettings.campaignId))
    .where(eq(vettings.creatorId, creatorId))
    .orderBy(desc(vettings.vettedAt), desc(vettings.id))
    .limit(limit);
}

/** The vetting of the same creator that came before this one. */
export async function vettingBefore(
  db: Querier,
  { id, creatorId, vettedAt }: Vetting,
): Promise<Vetting | undefined> {
  const rows = await db
    .select()
    .from(vettings)
    .where(
      and(
        eq(vettings.creatorId, creatorId),
        ne(vettings.id, id),
        or(lt(vettings.vettedAt, vettedAt), and(eq(vettings.vettedAt, vettedAt), lt(vettings.id, id))),
      ),
    )
    .orderBy(desc(vettings.vettedAt), desc(vettings.id))
    .limit(1);
  return rows[0];
}

/** The posting slots of these creators in all campaigns, the newest date first. */
export async function slotsOfCreators(db: Querier, creatorIds: readonly string[]) {
  if (creatorIds.length === 0) return [];
  const query = prepared(db, "slots-of-creators", (name) =>
    db
      .select({ slot: slots, campaign: { id: campaigns.id, name: campaigns.name }, round: drafts.round })
      .from(slots)
      .innerJoin(campaigns, eq(campaigns.id, slots.campaignId))
      .leftJoin(drafts, and(eq(drafts.campaignId, slots.campaignId), eq(drafts.creatorId, slots.creatorId)))
      .where(anyOf(slots.creatorId, "creatorIds"))
      .orderBy(desc(slots.postOn), asc(campaigns.name))
      .prepare(name),
  );
  return query.execute({ creatorIds });
}

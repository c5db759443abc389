/** Creators that may be one, and what happens to everything about them once a person says that they are. */
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Temporal } from "temporal-polyfill";
import { coreNameText } from "./core-name.ts";
import { type Creator, nameKeyOf, notMerged } from "./creators.ts";
import type { Querier, Transaction } from "./database.ts";
import type { MergeTrail } from "./schema/creators.ts";
import {
  briefs,
  creatorMerges,
  creators,
  drafts,
  exclusivities,
  listImportRows,
  paymentPlans,
  quotes,
  shortlistEntries,
  slots,
  submissionRows,
  vettings,
} from "./schema.ts";

/**
 * Creators whose names are these but for signs, emoji and words hung on; merged ones are left out.
 * @param except ids of those that are not looked for; a list of new names finds nobody in one round trip
 */
export async function creatorsNamedLike(
  tx: Transaction,
  names: readonly string[],
  except: readonly string[],
): Promise<{ of: string; creator: Creator }[]> {
  const keys = [...new Set(names.map(nameKeyOf))];
  const { rows } = await tx.$client.query<{ of: string; id: string }>({
    ...NAMED_LIKE,
    values: [keys, except],
  });
  if (rows.length === 0) return [];
  const found = await tx
    .select()
    .from(creators)
    .where(
      inArray(
        creators.id,
        rows.map(({ id }) => id),
      ),
    );
  const byId = new Map(found.map((creator) => [creator.id, creator]));
  return rows.flatMap(({ of, id }) => {
    const creator = byId.get(id);
    return creator === undefined ? [] : [{ of, creator }];
  });
}

const NAMED_LIKE = {
  name: "creators-named-like",
  // word by word through the index, see creator-lookup.ts
  text: `select wanted.key as of, c.id
    from (select key, ${coreNameText("key")} as core from unnest($1::text[]) key) wanted cross join lateral
      (select id, name_key, created_at from seedbed.creators
        where ${coreNameText("name_key")} = wanted.core offset 0) c
    where wanted.core <> '' and not c.id = any($2::text[])
      and not exists (select 1 from seedbed.creator_merges m where m.merged_id = c.id)
    order by c.created_at, c.id`,
};

/** Who was found to be this creator: their rows stand under other names. */
export async function mergedWith(db: Querier, keptId: string): Promise<Creator[]> {
  const rows = await db
    .select({ creator: creators })
    .from(creatorMerges)
    .innerJoin(creators, eq(creators.id, creatorMerges.mergedId))
    .where(eq(creatorMerges.keptId, keptId))
    .orderBy(creators.id);
  return rows.map(({ creator }) => creator);
}

export async function isMerged(db: Querier, creatorId: string): Promise<boolean> {
  const rows = await db
    .select({ id: creatorMerges.mergedId })
    .from(creatorMerges)
    .where(eq(creatorMerges.mergedId, creatorId));
  return rows.length > 0;
}

/** Where two rows would become one, and one would have to go: work under way, told apart by these columns. */
const WORK: readonly { table: PgTable; creatorId: PgColumn; oneBy: readonly PgColumn[] }[] = [
  { table: drafts, creatorId: drafts.creatorId, oneBy: [drafts.campaignId] },
  { table: slots, creatorId: slots.creatorId, oneBy: [slots.campaignId] },
  { table: paymentPlans, creatorId: paymentPlans.creatorId, oneBy: [paymentPlans.campaignId] },
  {
    table: quotes,
    creatorId: quotes.creatorId,
    oneBy: [quotes.campaignId, quotes.via, quotes.agency, quotes.format],
  },
  { table: submissionRows, creatorId: submissionRows.creatorId, oneBy: [submissionRows.submissionId] },
];

/** Locks both creators; undefined when one of them is not there or was merged already. */
export async function lockBoth(
  tx: Transaction,
  ids: readonly [string, string],
): Promise<Creator[] | undefined> {
  const rows = await tx
    .select()
    .from(creators)
    .where(and(inArray(creators.id, [...ids]), notMerged()))
    .orderBy(creators.id)
    .for("update");
  return rows.length === ids.length ? rows : undefined;
}

/** Whether both have work under way in one campaign: a draft, a slot, a payment plan, a quote, a row of a list that was submitted. */
export async function workTogether(db: Querier, kept: string, merged: string): Promise<boolean> {
  for (const { table, creatorId, oneBy } of WORK) {
    const rows = await db
      .select({ count: sql<number>`count(*)` })
      .from(table)
      .where(inArray(creatorId, [kept, merged]))
      .groupBy(...oneBy)
      .having(sql`count(distinct ${creatorId}) > 1`)
      .limit(1);
    if (rows.length > 0) return true;
  }
  return false;
}

/** What else stands under a creator, by the name under which the trail of a merge keeps the rows' keys. */
export const MOVED: Readonly<Record<string, { table: PgTable; creatorId: PgColumn; key: PgColumn }>> = {
  vettings: { table: vettings, creatorId: vettings.creatorId, key: vettings.id },
  shortlist: {
    table: shortlistEntries,
    creatorId: shortlistEntries.creatorId,
    key: shortlistEntries.campaignId,
  },
  exclusivities: { table: exclusivities, creatorId: exclusivities.creatorId, key: exclusivities.id },
  briefs: { table: briefs, creatorId: briefs.creatorId, key: briefs.id },
  drafts: { table: drafts, creatorId: drafts.creatorId, key: drafts.id },
  slots: { table: slots, creatorId: slots.creatorId, key: slots.id },
  paymentPlans: { table: paymentPlans, creatorId: paymentPlans.creatorId, key: paymentPlans.id },
  quotes: { table: quotes, creatorId: quotes.creatorId, key: quotes.id },
  submissionRows: {
    table: submissionRows,
    creatorId: submissionRows.creatorId,
    key: submissionRows.submissionId,
  },
};

/**
 * Moves everything about one creator to another and remembers that they are one, and what was moved. Nothing is lost
 * but a second entry in a shortlist that has both.
 */
export async function mergeRows(
  tx: Transaction,
  { kept, merged }: { kept: Creator; merged: Creator },
  by: { mergedBy: string; mergedAt: Temporal.Instant },
): Promise<MergeTrail> {
  const [keptId, mergedId] = [kept.id, merged.id];
  const twice = tx
    .select({ campaignId: shortlistEntries.campaignId })
    .from(shortlistEntries)
    .where(eq(shortlistEntries.creatorId, keptId));
  const dropped = await tx
    .delete(shortlistEntries)
    .where(and(eq(shortlistEntries.creatorId, mergedId), inArray(shortlistEntries.campaignId, twice)))
    .returning();
  const rows: MergeTrail["rows"] = {};
  for (const [name, { table, creatorId, key }] of Object.entries(MOVED)) {
    const moved = await tx
      .update(table)
      .set({ creatorId: keptId })
      .where(eq(creatorId, mergedId))
      .returning({ key: sql<string>`${key}` });
    if (moved.length > 0) rows[name] = moved.map((row) => row.key);
  }
  const importRows = await tx
    .update(listImportRows)
    .set({ creatorId: keptId })
    .where(eq(listImportRows.creatorId, mergedId))
    .returning({
      importId: listImportRows.importId,
      line: listImportRows.line,
      vettingId: listImportRows.vettingId,
      score: listImportRows.score,
      rawScore: listImportRows.rawScore,
    });
  const followers = await tx
    .update(creatorMerges)
    .set({ keptId })
    .where(eq(creatorMerges.keptId, mergedId))
    .returning({ id: creatorMerges.mergedId });
  const trail: MergeTrail = {
    rows,
    importRows,
    dropped: dropped.map(({ campaignId, vettingId, addedBy, addedAt }) => ({
      campaignId,
      vettingId,
      addedBy,
      addedAt: addedAt.toString(),
    })),
    filled: FILLABLE.filter((name) => kept[name] === null && merged[name] !== null),
    followers: followers.map(({ id }) => id),
  };
  await tx.insert(creatorMerges).values({ keptId, mergedId, ...by, moved: trail });
  return trail;
}

const FILLABLE = ["platformId", "link", "contactId", "inChargeId"] as const;

/** Fills what the kept one lacked from the merged one. A profile id is unique, so it moves. */
export async function completeKept(tx: Transaction, kept: Creator, merged: Creator): Promise<void> {
  if (kept.platformId === null && merged.platformId !== null)
    await tx.update(creators).set({ platformId: null }).where(eq(creators.id, merged.id));
  await tx
    .update(creators)
    .set({
      platformId: kept.platformId ?? merged.platformId,
      link: kept.link ?? merged.link,
      contactId: kept.contactId ?? merged.contactId,
      inChargeId: kept.inChargeId ?? merged.inChargeId,
    })
    .where(and(eq(creators.id, kept.id), ne(creators.id, merged.id)));
}

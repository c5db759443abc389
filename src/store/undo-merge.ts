/** What comes back when two creators that were said to be one are separated. */
import { and, desc, eq, inArray } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Creator } from "./creators.ts";
import type { Transaction } from "./database.ts";
import { MOVED } from "./merges.ts";
import type { MergeTrail } from "./schema/creators.ts";
import { creatorMerges, creators, listImportRows, shortlistEntries, vettings } from "./schema.ts";

type Merge = typeof creatorMerges.$inferSelect;

/** Locks a merge and both of its creators; undefined where this one stands for itself. */
export async function lockMerge(
  tx: Transaction,
  mergedId: string,
): Promise<{ merge: Merge; kept: Creator; merged: Creator } | undefined> {
  const [merge] = await tx
    .select()
    .from(creatorMerges)
    .where(eq(creatorMerges.mergedId, mergedId))
    .for("update");
  if (merge === undefined) return undefined;
  const both = await tx
    .select()
    .from(creators)
    .where(inArray(creators.id, [mergedId, merge.keptId]))
    .orderBy(creators.id)
    .for("update");
  const kept = both.find(({ id }) => id === merge.keptId);
  const merged = both.find(({ id }) => id === mergedId);
  return kept === undefined || merged === undefined ? undefined : { merge, kept, merged };
}

/** Gives back what was moved, as far as it still stands under the kept one. */
export async function undoMerge(
  tx: Transaction,
  { merge, kept, merged }: { merge: Merge; kept: Creator; merged: Creator },
): Promise<void> {
  const { rows, importRows, dropped, filled, followers } = merge.moved;
  for (const [name, keys] of Object.entries(rows)) {
    const { table, creatorId, key } = MOVED[name] ?? {};
    if (table === undefined || creatorId === undefined || key === undefined) continue;
    await tx
      .update(table)
      .set({ creatorId: merged.id })
      .where(and(eq(creatorId, kept.id), inArray(key, keys)));
  }
  for (const { importId, line, vettingId, score, rawScore } of importRows)
    await tx
      .update(listImportRows)
      .set({ creatorId: merged.id, vettingId, score, rawScore })
      .where(
        and(
          eq(listImportRows.importId, importId),
          eq(listImportRows.line, line),
          eq(listImportRows.creatorId, kept.id),
        ),
      );
  for (const { addedAt, ...entry } of dropped)
    await tx
      .insert(shortlistEntries)
      .values({ ...entry, creatorId: merged.id, addedAt: Temporal.Instant.from(addedAt) })
      .onConflictDoNothing();
  if (followers.length > 0)
    await tx
      .update(creatorMerges)
      .set({ keptId: merged.id })
      .where(and(eq(creatorMerges.keptId, kept.id), inArray(creatorMerges.mergedId, followers)));
  await tx.delete(creatorMerges).where(eq(creatorMerges.mergedId, merged.id));
  await takeBack(tx, kept, merged, filled);
}

/** What the kept one got is taken back where nobody has changed it since; a profile id returns to its owner. */
async function takeBack(
  tx: Transaction,
  kept: Creator,
  merged: Creator,
  filled: MergeTrail["filled"],
): Promise<void> {
  const movedId = filled.includes("platformId") ? kept.platformId : null;
  const same = filled.filter((name) => name !== "platformId" && kept[name] === merged[name]);
  const emptied = Object.fromEntries(
    [...same, ...(movedId === null ? [] : ["platformId"])].map((name) => [name, null]),
  );
  if (Object.keys(emptied).length > 0) await tx.update(creators).set(emptied).where(eq(creators.id, kept.id));
  if (movedId !== null)
    await tx.update(creators).set({ platformId: movedId }).where(eq(creators.id, merged.id));
}

/** What was known of a creator before this moment, and how many vettings came since. */
export async function vettedBefore(tx: Transaction, creatorId: string, at: Temporal.Instant) {
  const all = await tx
    .select({
      id: vettings.id,
      campaignId: vettings.campaignId,
      facts: vettings.facts,
      vettedAt: vettings.vettedAt,
    })
    .from(vettings)
    .where(eq(vettings.creatorId, creatorId))
    .orderBy(desc(vettings.vettedAt), desc(vettings.id));
  const earlier = all.filter(({ vettedAt }) => vettedAt.epochMilliseconds < at.epochMilliseconds);
  return { last: earlier[0], since: all.length - earlier.length };
}

/** Makes two creators one: everything about the one is the other's from now on, and the audit says what was moved. */
import { AppError } from "../../domain/errors.ts";
import { completeKept, lockBoth, mergeRows, workTogether } from "../../store/merges.ts";
import type { Ctx } from "../ctx.ts";
import type { Unit } from "../unit.ts";

/**
 * Snapshots keep their numbers and their dates; only whose they are changes. The merged creator's name, 小红书号 and id
 * go on leading to the kept one.
 *
 * @param pair.kept who was known first
 * @throws AppError "old-card" where one of them was merged before, "two-accounts" where each has a profile id, "both-at-work" where both have a draft, a slot, a
 *   payment plan, a quote or a submitted row in one campaign: a person has to settle first which of them goes on
 */
export async function mergeCreators(
  ctx: Ctx,
  unit: Unit,
  pair: { kept: string; merged: string },
): Promise<void> {
  const mergedBy = ctx.actor?.id;
  if (mergedBy === undefined) throw new AppError("unknown-person");
  const both = await lockBoth(unit.tx, [pair.kept, pair.merged]);
  const kept = both?.find(({ id }) => id === pair.kept);
  const merged = both?.find(({ id }) => id === pair.merged);
  if (kept === undefined || merged === undefined) throw new AppError("old-card");
  if (kept.platformId !== null && merged.platformId !== null)
    throw new AppError("two-accounts", { text: kept.name, other: merged.name });
  if (await workTogether(unit.tx, kept.id, merged.id))
    throw new AppError("both-at-work", { text: kept.name, other: merged.name });
  const { rows, importRows, dropped } = await mergeRows(
    unit.tx,
    { kept, merged },
    { mergedBy, mergedAt: unit.now },
  );
  await completeKept(unit.tx, kept, merged);
  await unit.audit("creator.merge", kept.id, {
    merged: merged.id,
    name: merged.name,
    handle: merged.handle,
    platformId: merged.platformId,
    moved: {
      ...Object.fromEntries(Object.entries(rows).map(([name, keys]) => [name, keys.length])),
      importRows: importRows.length,
      shortlistDropped: dropped.length,
    },
  });
}

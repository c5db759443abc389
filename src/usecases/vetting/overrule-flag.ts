/** Sets a red flag of one vetting aside: it stays in the evidence with the name and the reason, and colours nothing. */
import type { Choice } from "../../chat/card.ts";
import type { Reading } from "../../chat/reading.ts";
import { AppError } from "../../domain/errors.ts";
import type { FlagId } from "../../domain/flag-types.ts";
import type { Querier } from "../../store/database.ts";
import { flagOverrulesOf, insertFlagOverrule } from "../../store/flag-overrules.ts";
import { personRef } from "../../store/people.ts";
import { type Vetting, vettingById } from "../../store/vettings.ts";
import type { Ctx } from "../ctx.ts";
import { redoRankingsWith } from "../imports/redo-ranking.ts";
import { transact } from "../unit.ts";
import { refreshVetCards } from "./vet-card.ts";

/** The flags that nobody set aside yet. @throws AppError "old-card" when there are none */
export async function overrulableFlags(ctx: Ctx, vettingId: string, r: Reading): Promise<Choice[]> {
  const { db } = ctx.store;
  const flags = await standing(db, await vettingById(db, vettingId));
  if (flags.length === 0) throw new AppError("old-card");
  return flags.map((id) => ({ value: id, label: r.m.vet.flagNames[id] }));
}

async function standing(db: Querier, vetting: Vetting | undefined): Promise<FlagId[]> {
  if (vetting === undefined) return [];
  const overruled = await flagOverrulesOf(db, vetting.id);
  return vetting.report.flags.map(({ id }) => id).filter((id) => !overruled.some(({ flag }) => flag === id));
}

/**
 * @throws AppError "old-card" when the vetting has no such flag, "flag-overruled" when somebody set it aside before
 */
export async function overruleFlag({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { vetting: string; flag: FlagId; reason: string };
}): Promise<void> {
  await transact(ctx, async (unit) => {
    const vetting = await vettingById(unit.tx, input.vetting);
    const flag = vetting?.report.flags.find(({ id }) => id === input.flag);
    if (vetting === undefined || flag === undefined || ctx.actor === undefined)
      throw new AppError("old-card");
    const isFirst = await insertFlagOverrule(unit.tx, {
      vettingId: vetting.id,
      flag: flag.id,
      reason: input.reason,
      overruledBy: ctx.actor.id,
      overruledAt: unit.now,
    });
    if (!isFirst)
      throw new AppError("flag-overruled", { by: await overruledBy(unit.tx, vetting.id, flag.id) });
    await unit.audit("flag.overrule", vetting.creatorId, {
      vetting: vetting.id,
      flag: flag.id,
      severity: flag.severity,
      reason: input.reason,
    });
    await refreshVetCards(unit, vetting);
    await redoRankingsWith(ctx, unit, vetting.id);
  });
}

async function overruledBy(db: Querier, vettingId: string, flag: FlagId): Promise<string | undefined> {
  const found = (await flagOverrulesOf(db, vettingId)).find((one) => one.flag === flag);
  return found && (await personRef(db, found.overruledBy)).name;
}

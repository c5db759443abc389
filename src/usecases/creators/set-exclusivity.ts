/** Notes a 竞品排他期: from then on vettings for a competitor's campaign raise the flag, with its dates. source: rules F9 */
import { Temporal } from "temporal-polyfill";
import { sameCategory } from "../../domain/categories.ts";
import { AppError } from "../../domain/errors.ts";
import { nameKeyOf } from "../../store/creators.ts";
import { exclusivitiesOf, saveExclusivity } from "../../store/exclusivities.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";
import { refreshCreatorCard, sendCreatorCard } from "./creator-card.ts";
import { findKeptCreator } from "./find-creator.ts";

export interface ExclusivityInput {
  creator: string;
  brand: string;
  category: string;
  /** YYYY-MM-DD; today in Shanghai when left out */
  from?: string | undefined;
  /** YYYY-MM-DD, the last day */
  until: string;
}

/** The same brand and category once more change the dates. @throws AppError "bad-input" where it ends before it begins */
export async function setExclusivity({ ctx, input }: { ctx: Ctx; input: ExclusivityInput }): Promise<void> {
  await transact(ctx, async (unit) => {
    const { actor } = ctx;
    if (actor === undefined) throw new AppError("unknown-person");
    const creator = await findKeptCreator(unit.tx, input.creator);
    const today = unit.now.toZonedDateTimeISO("Asia/Shanghai").toPlainDate().toString();
    const { brand, category, until, from = today } = input;
    if (Temporal.PlainDate.compare(until, from) < 0)
      throw new AppError("bad-input", { problem: "ends-early" });
    const known = (await exclusivitiesOf(unit.tx, [creator.id])).find(
      (one) => nameKeyOf(one.brand) === nameKeyOf(brand) && sameCategory(one.category, category),
    );
    const term = {
      id: known?.id ?? ctx.newId("exc"),
      creatorId: creator.id,
      brand,
      category,
      from,
      until,
      setBy: actor.id,
      setAt: unit.now,
    };
    await saveExclusivity(unit.tx, term);
    await unit.audit("creator.exclusive", creator.id, { brand, category, from, until });
    await refreshCreatorCard(ctx, unit, creator);
    await sendCreatorCard(ctx, unit, creator);
  });
}

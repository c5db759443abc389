/** Shows everything the team knows about one creator. */

import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";
import { sendCreatorCard } from "./creator-card.ts";
import { findCreator } from "./find-creator.ts";

/** @throws AppError as finding the creator does */
export async function showCreator({ ctx, input }: { ctx: Ctx; input: { creator: string } }): Promise<void> {
  await transact(ctx, async (unit) => {
    const creator = await findCreator(unit.tx, input.creator);
    await unit.audit("creator.show", creator.id);
    await sendCreatorCard(ctx, unit, creator);
  });
}

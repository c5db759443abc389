/** Shows who was asked for a price and whose time is held, as far as the readers may know. */

import { findCampaign } from "../campaigns/find-campaign.ts";
import { findCreator } from "../creators/find-creator.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";
import { sendBoard } from "./outreach-board.ts";

export async function showOutreach({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { creator?: string | undefined; campaign?: string | undefined };
}): Promise<void> {
  await transact(ctx, async (unit) => {
    const campaign = await findCampaign(ctx, unit.tx, input.campaign);
    const creator = input.creator === undefined ? undefined : await findCreator(unit.tx, input.creator);
    await unit.audit("quote.show", campaign.id, creator === undefined ? {} : { creator: creator.id });
    await sendBoard(ctx, unit, campaign, { creator, changed: false });
  });
}

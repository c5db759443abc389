/** What the draft form knows before it opens: which campaign, and which creator where one was named. */

import { findCampaign } from "../campaigns/find-campaign.ts";
import { findCreator } from "../creators/find-creator.ts";
import type { Ctx } from "../ctx.ts";

interface Named {
  id: string;
  name: string;
}

/**
 * A wrong name is refused here, before a person types a long text.
 * @throws AppError as finding the creator and the campaign does
 */
export async function draftFormFor(
  ctx: Ctx,
  input: { creator?: string | undefined; campaign?: string | undefined },
): Promise<{ campaign: Named; creator: Named | undefined }> {
  const { db } = ctx.store;
  const campaign = await findCampaign(ctx, db, input.campaign);
  const creator = input.creator === undefined ? undefined : await findCreator(db, input.creator);
  return {
    campaign: { id: campaign.id, name: campaign.name },
    creator: creator && { id: creator.id, name: creator.name },
  };
}

/** Whom a form may be about: the creator who was named, or one of the campaign's shortlist. */
import type { Choice } from "../../chat/card.ts";
import type { Campaign } from "../../store/campaigns.ts";
import type { Creator } from "../../store/creators.ts";
import { shortlistOf } from "../../store/shortlist.ts";
import { findCampaign } from "../campaigns/find-campaign.ts";
import type { Ctx } from "../ctx.ts";
import { findCreator } from "./find-creator.ts";

export interface CreatorChoices {
  campaign: Campaign;
  chosen: Creator | undefined;
  /** the shortlist: names with the creators' ids */
  choices: Choice[];
}

/**
 * A wrong name is refused here, before a person fills anything in.
 * @param known what was given so far, as typed or as a button carries it
 * @throws AppError as finding the creator and the campaign does
 */
export async function creatorChoices(
  ctx: Ctx,
  known: { campaign: string | undefined; creator: string | undefined },
): Promise<CreatorChoices> {
  const { db } = ctx.store;
  const campaign = await findCampaign(ctx, db, known.campaign);
  const chosen = known.creator === undefined ? undefined : await findCreator(db, known.creator);
  const shortlist = await shortlistOf(db, campaign.id);
  return {
    campaign,
    chosen,
    choices: shortlist.map(({ creator }) => ({ value: creator.id, label: creator.name })),
  };
}

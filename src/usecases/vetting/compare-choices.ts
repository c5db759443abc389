/** Whom a comparison can be chosen from: the shortlist of the campaign that is meant, where there is one. */
import type { Choice } from "../../chat/card.ts";
import type { Campaign } from "../../store/campaigns.ts";
import { shortlistOf } from "../../store/shortlist.ts";
import { campaignIfClear } from "../campaigns/find-campaign.ts";
import type { Ctx } from "../ctx.ts";

/** Six selects of them are as many parts as a card takes; everybody else can be typed. */
const CHOICES = 15;

/** @throws AppError "unknown-campaign" or "ambiguous-campaign" for a name that is not clear */
export async function compareChoices(
  ctx: Ctx,
  word: string | undefined,
): Promise<{ campaign: Campaign | undefined; choices: Choice[] }> {
  const { db } = ctx.store;
  const campaign = await campaignIfClear(ctx, db, word);
  if (campaign === undefined) return { campaign, choices: [] };
  const shortlist = await shortlistOf(db, campaign.id);
  return {
    campaign,
    choices: shortlist.slice(0, CHOICES).map(({ creator: { id, name } }) => ({ value: id, label: name })),
  };
}

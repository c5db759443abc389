/** The lines that the form of submitting a list begins with: everybody who may be submitted, with the price known. */
import { type Money, majorOf } from "../../domain/money.ts";
import { isVisible, ownerOf, partyOf } from "../../domain/visibility.ts";
import type { Campaign } from "../../store/campaigns.ts";
import { audienceHere } from "../audience.ts";
import { findCampaign } from "../campaigns/find-campaign.ts";
import type { Ctx } from "../ctx.ts";
import { submittable } from "./submittable.ts";

/** What the smaller platform's field holds; a longer list is written by hand, or submitted whole by a typed line. */
const MOST_SIGNS = 1_000;

/** @throws AppError of finding the campaign */
export async function listDraft(
  ctx: Ctx,
  campaignWord: string | undefined,
): Promise<{ campaign: Campaign; lines: string | undefined }> {
  const { db } = ctx.store;
  const campaign = await findCampaign(ctx, db, campaignWord);
  const agency = ctx.actor === undefined ? "" : ownerOf(partyOf(ctx.actor));
  // a form in a group is read by all who are there
  const showsPrices = isVisible("quote", agency, await audienceHere(ctx, db));
  const lines = (await submittable(db, campaign, agency))
    .map(({ name, price }) =>
      price === undefined || !showsPrices ? name : `${name} ${typedMoney(price, campaign)}`,
    )
    .join("\n");
  return { campaign, lines: lines === "" || lines.length > MOST_SIGNS ? undefined : lines };
}

/** As a person types it, so that it is read again as the same amount. */
function typedMoney(price: Money, { currency }: Campaign): string {
  return price.currency === currency ? String(majorOf(price)) : `${price.currency} ${majorOf(price)}`;
}

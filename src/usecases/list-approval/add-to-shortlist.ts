/** Puts a vetted creator on the campaign's shortlist and shows it on every copy of the card. */
import { AppError } from "../../domain/errors.ts";
import { insertShortlistEntry } from "../../store/shortlist.ts";
import { vettingById } from "../../store/vettings.ts";
import { findCampaign } from "../campaigns/find-campaign.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";
import { refreshVetCards } from "../vetting/vet-card.ts";

export async function addToShortlist({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { vetting: string; campaign?: string | undefined };
}): Promise<void> {
  await transact(ctx, async (unit) => {
    const vetting = await vettingById(unit.tx, input.vetting);
    if (vetting === undefined || ctx.actor === undefined) throw new AppError("old-card");
    const campaign = await findCampaign(ctx, unit.tx, input.campaign ?? vetting.campaignId ?? undefined);
    await insertShortlistEntry(unit.tx, {
      campaignId: campaign.id,
      creatorId: vetting.creatorId,
      vettingId: vetting.id,
      addedBy: ctx.actor.id,
      addedAt: unit.now,
    });
    await unit.audit("shortlist.add", vetting.creatorId, { campaign: campaign.id, vetting: vetting.id });
    await refreshVetCards(unit, vetting);
  });
}

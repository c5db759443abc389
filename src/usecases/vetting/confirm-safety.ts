/** A person says whether there is a controversy around a creator: words alone never decide that. */
import { AppError } from "../../domain/errors.ts";
import { campaignById } from "../../store/campaigns.ts";
import { creatorById } from "../../store/creators.ts";
import { vettingById } from "../../store/vettings.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";
import { keepVetting } from "./keep-vettings.ts";
import { scoringDay } from "./score-settings.ts";
import { sendVetCard } from "./vet-card.ts";

/** Judges the creator of a vetting anew. @throws AppError "old-card" when there is no such vetting */
export async function confirmSafety({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { vetting: string; controversy: boolean };
}): Promise<void> {
  await transact(ctx, async (unit) => {
    const before = await vettingById(unit.tx, input.vetting);
    const creator = before && (await creatorById(unit.tx, before.creatorId));
    if (before === undefined || creator === undefined) throw new AppError("old-card");
    const campaign = before.campaignId === null ? undefined : await campaignById(unit.tx, before.campaignId);
    const asOf = scoringDay(campaign, unit.now);
    const vetting = await keepVetting(ctx, unit, campaign, {
      creator,
      facts: { controversy: { value: input.controversy, source: "typed", asOf } },
    });
    await unit.audit("creator.safety", creator.id, { vetting: vetting.id, controversy: input.controversy });
    await sendVetCard(ctx, unit, vetting, { creator, campaign });
  });
}

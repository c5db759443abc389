/** Shows a creator's payment plan to those who may know what is paid. */
import { AppError } from "../../domain/errors.ts";
import { planOf } from "../../store/payments.ts";
import { audienceOfActor } from "../audience.ts";
import { findCampaign } from "../campaigns/find-campaign.ts";
import { findCreator } from "../creators/find-creator.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";
import { maySeePlan, sendPlan } from "./payment-plan-card.ts";

/** @throws AppError "no-plan", also where it is another side's */
export async function showPaymentPlan({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { creator: string; campaign?: string | undefined };
}): Promise<void> {
  await transact(ctx, async (unit) => {
    const campaign = await findCampaign(ctx, unit.tx, input.campaign);
    const creator = await findCreator(unit.tx, input.creator);
    const found = await planOf(unit.tx, campaign.id, creator.id);
    if (found === undefined || !maySeePlan(found.plan, audienceOfActor(ctx)))
      throw new AppError("no-plan", { text: creator.name });
    await unit.audit("pay.show", found.plan.id);
    await sendPlan(ctx, unit, found);
  });
}

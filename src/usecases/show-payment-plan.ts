/** Shows a creator's payment plan where it was asked for. */
import { AppError } from "../domain/errors.ts";
import { planOf } from "../store/payments.ts";
import type { Ctx } from "./ctx.ts";
import { findCampaign } from "./find-campaign.ts";
import { findCreator } from "./find-creator.ts";
import { planCardKey, planCardOf } from "./payment-plan-card.ts";
import { transact } from "./unit.ts";

/** @throws AppError "no-plan" */
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
    if (found === undefined) throw new AppError("no-plan", { text: creator.name });
    await unit.audit("pay.show", found.plan.id);
    await unit.send({
      to: { reply: "all" },
      template: "payment-plan",
      data: await planCardOf(unit.tx, found),
      cardKey: planCardKey(found.plan),
    });
  });
}

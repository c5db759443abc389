/** Notes that a part of a plan is paid: every card of it changes, nobody is nudged any more. The bot moves no money. */
import { AppError } from "../../domain/errors.ts";
import type { Money } from "../../domain/money.ts";
import { markPaid as pay } from "../../domain/payments.ts";
import { planOfMilestone, updateMilestone } from "../../store/payments.ts";
import { lockSchedule } from "../../store/slots.ts";
import { audienceOfActor } from "../audience.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";
import { findPayment } from "./find-payment.ts";
import { maySeePlan, planCardKey, planCardOf, sendPlan } from "./payment-plan-card.ts";
import { mayPay, nudgePrefix, refreshNudges } from "./plan-nudges.ts";

/**
 * @param input.amount must be exactly what is due when it is given
 * @throws AppError "unknown-milestone" when another plan took its place, "already-paid", "not-payable",
 *   "amount-mismatch", "own-request"
 */
export async function markPaid({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { milestone: string; amount?: Money | undefined };
}): Promise<void> {
  await transact(ctx, async (unit) => {
    if (ctx.actor === undefined) throw new AppError("unknown-person");
    const found = await planOfMilestone(unit.tx, input.milestone);
    if (found === undefined || !maySeePlan(found.plan, audienceOfActor(ctx)))
      throw new AppError("unknown-milestone");
    await lockSchedule(unit.tx, found.plan.campaignId);
    const payment = await findPayment(unit.tx, input.milestone);
    if (payment === undefined) throw new AppError("unknown-milestone");
    const { milestone, plan } = payment;
    const due = { amount: milestone.amount, currency: milestone.currency };
    const { state } = pay({ state: milestone.state, amount: due }, input.amount);
    if (!(await mayPay(ctx, unit.tx, plan, ctx.actor.id))) throw new AppError("own-request");
    const paid = { state, paidBy: ctx.actor.id, paidAt: unit.now };
    await updateMilestone(unit.tx, milestone.id, paid);
    await unit.cancel(nudgePrefix(milestone.id));
    await refreshNudges(ctx, unit, { ...payment, milestone: { ...milestone, ...paid } }, "paid");
    await unit.audit("pay.paid", milestone.id, { creator: plan.creatorId, ...due });
    const current = await planOfMilestone(unit.tx, milestone.id);
    if (current === undefined) throw new AppError("unknown-milestone");
    await unit.refresh(planCardKey(plan), "payment-plan", await planCardOf(unit.tx, current));
    // a click sees its own card change, a typed line wants an answer
    if (ctx.where?.message === undefined) await sendPlan(ctx, unit, current);
  });
}

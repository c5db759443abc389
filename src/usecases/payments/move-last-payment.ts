/** The last payment follows the posting: its due date and its nudges move along, unless a person gave the date. */
import { type Milestone, planOf, updateMilestone } from "../../store/payments.ts";
import type { Ctx } from "../ctx.ts";
import type { Unit } from "../unit.ts";
import type { Posting } from "../waves/plan-reminders.ts";
import { paymentsOf } from "./find-payment.ts";
import { lastDueDate } from "./payment-dates.ts";
import { planCardKey, planCardOf } from "./payment-plan-card.ts";
import { planNudges, refreshNudges } from "./plan-nudges.ts";

export async function moveLastPayment(ctx: Ctx, unit: Unit, posting: Posting): Promise<void> {
  const { slot, campaign, creator } = posting;
  const found = await planOf(unit.tx, campaign.id, creator.id);
  const last = found === undefined ? undefined : (await paymentsOf(unit.tx, found)).at(-1);
  if (found === undefined || last === undefined) return;
  const dueOn = lastDueDate(slot.postOn);
  if (follows(last.milestone) && last.milestone.dueOn !== dueOn) {
    await refreshNudges(ctx, unit, last, "gone");
    await updateMilestone(unit.tx, last.milestone.id, { dueOn });
    await planNudges(unit, { ...last.milestone, dueOn }, campaign);
  }
  const current = await planOf(unit.tx, campaign.id, creator.id);
  await unit.refresh(planCardKey(found.plan), "payment-plan", await planCardOf(unit.tx, current ?? found));
}

function follows({ state, dueByHand }: Milestone): boolean {
  return state === "planned" && !dueByHand;
}

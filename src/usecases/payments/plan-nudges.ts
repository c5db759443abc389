/** Nudges to pay: who gets them and when; a moved due date moves them, a payment ends them. */
import { Temporal } from "temporal-polyfill";
import type { TemplateInput } from "../../chat/template-data.ts";
import { nudgeDates } from "../../domain/payments.ts";
import { partyOf } from "../../domain/visibility.ts";
import { instantAt } from "../../domain/working-time.ts";
import type { Campaign } from "../../store/campaigns.ts";
import type { Creator } from "../../store/creators.ts";
import type { Querier } from "../../store/database.ts";
import { type Due, duesUnder } from "../../store/dues.ts";
import type { Milestone, PaymentPlan } from "../../store/payments.ts";
import { membersWithRole, personRefs } from "../../store/people.ts";
import type { Ctx } from "../ctx.ts";
import { daysUntil, todayIn } from "../days.ts";
import { dueCardKey, isReachable, REMIND_AT } from "../delivery/due-messages.ts";
import type { Unit } from "../unit.ts";
import { maySeePlan, paidOf } from "./payment-plan-card.ts";

/** Who may mark a payment as paid. */
export const PAYERS = ["finance", "manager", "admin"] as const;

/** A part of a plan and what it belongs to. */
export interface Payment {
  milestone: Milestone;
  plan: PaymentPlan;
  /** how many parts the plan has */
  of: number;
  campaign: Campaign;
  creator: Creator;
}

export function nudgePrefix(milestoneId: string): string {
  return `nudge-payment:${milestoneId}:`;
}

/** Plans every nudge that is still to come: to managers, and to finance too once it is overdue. */
export async function planNudges(unit: Unit, milestone: Milestone, campaign: Campaign): Promise<void> {
  await unit.cancel(nudgePrefix(milestone.id));
  if (milestone.dueOn === null || milestone.state !== "planned") return;
  for (const { step, on } of nudgeDates(Temporal.PlainDate.from(milestone.dueOn))) {
    const readers = await membersWithRole(unit.tx, step > 0 ? ["manager", "finance"] : ["manager"]);
    for (const member of readers) {
      const at = instantAt(on.toString(), REMIND_AT, member.zone ?? campaign.zone);
      if (Temporal.Instant.compare(at, unit.now) <= 0) continue;
      await unit.plan({
        key: `${nudgePrefix(milestone.id)}${step}:${member.id}`,
        job: "nudge-payment",
        payload: { milestone: milestone.id, step, member: member.id },
        at,
      });
    }
  }
}

/** Tells everyone who was nudged that the payment is made, or that its plan or date is another now. */
export async function refreshNudges(
  ctx: Ctx,
  unit: Unit,
  payment: Payment,
  state: "paid" | "gone",
): Promise<void> {
  if (payment.milestone.dueOn === null) return;
  for (const due of await duesUnder(unit.tx, nudgePrefix(payment.milestone.id))) {
    const data = await nudgeCardOf(ctx, unit.tx, payment, due, unit.now);
    await unit.refresh(dueCardKey(due.key), "payment-nudge", { ...data, state });
  }
}

/** A nudge as it reads now. @param payment one with a due date */
export async function nudgeCardOf(
  ctx: Ctx,
  db: Querier,
  payment: Payment,
  due: Due,
  now: Temporal.Instant,
): Promise<TemplateInput<"payment-nudge">> {
  const { milestone, plan, of, campaign, creator } = payment;
  const dueOn = milestone.dueOn ?? todayIn(now, campaign.zone).toString();
  const payers = await personRefs(db, milestone.paidBy === null ? [] : [milestone.paidBy]);
  return {
    due: due.key,
    milestone: milestone.id,
    campaign: { id: campaign.id, name: campaign.name },
    creator: { id: creator.id, name: creator.name },
    part: { position: milestone.position, of },
    amount: { amount: milestone.amount, currency: milestone.currency },
    dueOn,
    daysLeft: daysUntil(todayIn(now, campaign.zone), dueOn),
    mayPay: await mayPay(ctx, db, plan, String(due.payload["member"])),
    state: "open",
    paid: paidOf(milestone, (id) => payers.get(id)?.name ?? id),
    postponedTo: null,
  };
}

/** Whoever asked for a payment does not also pay it, as long as somebody else can. source: interactions section 5 */
export async function mayPay(
  ctx: Pick<Ctx, "chats">,
  db: Querier,
  plan: PaymentPlan,
  memberId: string,
): Promise<boolean> {
  if (plan.requestedBy !== memberId) return true;
  for (const other of await membersWithRole(db, PAYERS)) {
    const couldPay = other.id !== memberId && maySeePlan(plan, [partyOf(other)]);
    if (couldPay && (await isReachable(ctx, db, other.id))) return false;
  }
  return true;
}

/** Asks one person to pay, unless it is paid, planned anew, or a later nudge has fallen due as well. */
import { partyOf } from "../../domain/visibility.ts";
import type { Querier } from "../../store/database.ts";
import { type Due, dueByKey } from "../../store/dues.ts";
import { memberById } from "../../store/people.ts";
import type { Ctx } from "../ctx.ts";
import { dueCardKey, dueMessageKey, isOvertaken, isReachable } from "../delivery/due-messages.ts";
import { transact } from "../unit.ts";
import { findPayment } from "./find-payment.ts";
import { maySeePlan } from "./payment-plan-card.ts";
import { nudgeCardOf, nudgePrefix, type Payment } from "./plan-nudges.ts";

/** Runs for the due thing that `ctx.dueKey` names. @throws AlreadyDone when that is not due any more */
export async function sendPaymentNudge({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { due: string; milestone: string; member: string };
}): Promise<void> {
  await transact(ctx, async (unit) => {
    const due = await dueByKey(unit.tx, input.due);
    const payment = due === undefined ? undefined : await paymentToNudge(unit.tx, due);
    const member = await memberById(unit.tx, input.member);
    const skipped =
      due === undefined ||
      payment === undefined ||
      (member?.role !== "manager" && member?.role !== "finance") ||
      !maySeePlan(payment.plan, [partyOf(member)]) ||
      (await isOvertaken(unit.tx, due, nudgePrefix(input.milestone), unit.now)) ||
      !(await isReachable(ctx, unit.tx, input.member));
    await unit.audit(skipped ? "pay.skip-nudge" : "pay.nudge", input.milestone, { member: input.member });
    if (skipped) return;
    await unit.send({
      to: { member: input.member },
      template: "payment-nudge",
      data: await nudgeCardOf(ctx, unit.tx, payment, due, unit.now),
      cardKey: dueCardKey(due.key),
      key: dueMessageKey(due),
    });
  });
}

/** The payment that a nudge is about; undefined when nobody needs to be asked any more. */
export async function paymentToNudge(db: Querier, due: Due): Promise<Payment | undefined> {
  const payment = await findPayment(db, String(due.payload["milestone"]));
  if (payment === undefined || payment.campaign.closedAt !== null) return undefined;
  const { state, dueOn } = payment.milestone;
  return state === "planned" && dueOn !== null ? payment : undefined;
}

/** "Remind me later": the same reminder again on the next working day. */
import type { Temporal } from "temporal-polyfill";
import { AppError } from "../../domain/errors.ts";
import { addWorkingDays, instantAt } from "../../domain/working-time.ts";
import { type Due, dueByKey } from "../../store/dues.ts";
import type { Ctx } from "../ctx.ts";
import { todayIn } from "../days.ts";
import { nudgeCardOf } from "../payments/plan-nudges.ts";
import { paymentToNudge } from "../payments/send-payment-nudge.ts";
import { transact, type Unit } from "../unit.ts";
import { reminderCardOf } from "../waves/plan-reminders.ts";
import { postingToRemind } from "../waves/send-wave-reminder.ts";
import { dueCardKey, REMIND_AT } from "./due-messages.ts";

const USUAL_ZONE = "Asia/Shanghai";

/** @throws AppError "old-card" when it is another person's, or there is nothing to be reminded of any more */
export async function postponeDue({ ctx, input }: { ctx: Ctx; input: { due: string } }): Promise<void> {
  await transact(ctx, async (unit) => {
    const due = await dueByKey(unit.tx, input.due);
    if (due === undefined || due.payload["member"] !== ctx.actor?.id) throw new AppError("old-card");
    const zone = ctx.actor?.zone ?? USUAL_ZONE;
    const { date } = addWorkingDays(todayIn(unit.now, zone), 1);
    const until = instantAt(date.toString(), REMIND_AT, zone);
    // what was planned anew for another day keeps that day; a second click asks for the same again
    if (due.doneAt === null && !due.dueAt.equals(until)) throw new AppError("old-card");
    await unit.plan({ key: due.key, job: due.job, payload: due.payload, at: until });
    await refreshCard(ctx, unit, due, until);
    await unit.audit("due.postpone", due.key, { until: until.toString() });
  });
}

async function refreshCard(ctx: Ctx, unit: Unit, due: Due, until: Temporal.Instant): Promise<void> {
  const postponedTo = until.toString();
  const posting = due.job === "remind-wave" ? await postingToRemind(unit.tx, due) : undefined;
  if (posting !== undefined) {
    const data = await reminderCardOf(unit.tx, posting, due, unit.now);
    return unit.refresh(dueCardKey(due.key), "wave-reminder", { ...data, postponedTo });
  }
  const payment = due.job === "nudge-payment" ? await paymentToNudge(unit.tx, due) : undefined;
  if (payment === undefined) throw new AppError("old-card");
  const data = await nudgeCardOf(ctx, unit.tx, payment, due, unit.now);
  return unit.refresh(dueCardKey(due.key), "payment-nudge", { ...data, postponedTo });
}

/** Reminds one person of a posting, unless it is posted or a later reminder has fallen due as well. */
import { campaignById } from "../../store/campaigns.ts";
import { creatorById } from "../../store/creators.ts";
import type { Querier } from "../../store/database.ts";
import { type Due, dueByKey } from "../../store/dues.ts";
import { slotById } from "../../store/slots.ts";
import type { Ctx } from "../ctx.ts";
import { dueCardKey, dueMessageKey, isOvertaken, isReachable } from "../delivery/due-messages.ts";
import { transact } from "../unit.ts";
import { type Posting, reminderCardOf, reminderPrefix } from "./plan-reminders.ts";

/** Runs for the due thing that `ctx.dueKey` names. @throws AlreadyDone when that is not due any more */
export async function sendWaveReminder({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { due: string; slot: string; member: string };
}): Promise<void> {
  await transact(ctx, async (unit) => {
    const due = await dueByKey(unit.tx, input.due);
    const posting = due === undefined ? undefined : await postingToRemind(unit.tx, due);
    const skipped =
      due === undefined ||
      posting === undefined ||
      (await isOvertaken(unit.tx, due, reminderPrefix(input.slot), unit.now)) ||
      !(await isReachable(ctx, unit.tx, input.member));
    await unit.audit(skipped ? "wave.skip-reminder" : "wave.remind", input.slot, { member: input.member });
    if (skipped) return;
    await unit.send({
      to: { member: input.member },
      template: "wave-reminder",
      data: await reminderCardOf(unit.tx, posting, due, unit.now),
      cardKey: dueCardKey(due.key),
      key: dueMessageKey(due),
    });
  });
}

/** The posting that a reminder is about; undefined when it needs no reminding any more. */
export async function postingToRemind(db: Querier, due: Due): Promise<Posting | undefined> {
  const slot = await slotById(db, String(due.payload["slot"]));
  if (slot === undefined || slot.postedAt !== null) return undefined;
  const campaign = await campaignById(db, slot.campaignId);
  const creator = await creatorById(db, slot.creatorId);
  if (campaign === undefined || creator === undefined || campaign.closedAt !== null) return undefined;
  return { slot, campaign, creator };
}

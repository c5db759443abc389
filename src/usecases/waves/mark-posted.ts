/** Notes that a creator has posted, with the link when there is one: reminders stop, every card of the slot changes. */
import { AppError } from "../../domain/errors.ts";
import { lockSchedule, saveSlot, slotOf } from "../../store/slots.ts";
import { findCampaign } from "../campaigns/find-campaign.ts";
import { findCreator } from "../creators/find-creator.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";
import { refreshReminders, reminderPrefix } from "./plan-reminders.ts";
import { slotCardKey, slotCardOf } from "./slot-card.ts";

/**
 * Done twice it changes nothing but the link.
 * @throws AppError "no-slot" when nobody set a date for this creator
 */
export async function markPosted({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { creator: string; link?: string | undefined; campaign?: string | undefined };
}): Promise<void> {
  await transact(ctx, async (unit) => {
    const campaign = await findCampaign(ctx, unit.tx, input.campaign);
    const creator = await findCreator(unit.tx, input.creator);
    await lockSchedule(unit.tx, campaign.id);
    const earlier = await slotOf(unit.tx, campaign.id, creator.id);
    if (earlier === undefined) throw new AppError("no-slot", { text: creator.name });
    const slot = {
      ...earlier,
      postedAt: earlier.postedAt ?? unit.now,
      link: input.link ?? earlier.link,
      revision: earlier.revision + 1,
    };
    const posting = { slot, campaign, creator };
    await saveSlot(unit.tx, slot);
    await unit.cancel(reminderPrefix(slot.id));
    await refreshReminders(unit, posting, "posted");
    await unit.audit(earlier.postedAt === null ? "wave.posted" : "wave.link", slot.id, {
      creator: creator.id,
      link: slot.link,
    });
    const data = await slotCardOf(ctx, unit.tx, posting);
    const cardKey = slotCardKey(slot.id);
    await unit.refresh(cardKey, "wave-card", data);
    // a click on "posted" sees its own card change; a typed line and a form want an answer
    if (ctx.where?.message === undefined || input.link !== undefined)
      await unit.send({ to: { reply: "all" }, template: "wave-card", data, cardKey });
  });
}

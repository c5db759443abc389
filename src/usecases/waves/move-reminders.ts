/** Somebody else is in charge of a creator: reminders of postings to come go to them, and the cards say so. */
import { campaignById } from "../../store/campaigns.ts";
import { slotsOfCreators } from "../../store/creator-history.ts";
import type { Creator } from "../../store/creators.ts";
import type { Ctx } from "../ctx.ts";
import type { Unit } from "../unit.ts";
import { planReminders } from "./plan-reminders.ts";
import { slotCardKey, slotCardOf } from "./slot-card.ts";

/** @param creator with the new person in charge */
export async function moveReminders(ctx: Ctx, unit: Unit, creator: Creator): Promise<void> {
  for (const { slot } of await slotsOfCreators(unit.tx, [creator.id])) {
    const campaign = await campaignById(unit.tx, slot.campaignId);
    if (campaign === undefined || campaign.closedAt !== null || slot.postedAt !== null) continue;
    const posting = { slot, campaign, creator };
    await planReminders(unit, posting);
    await unit.refresh(slotCardKey(slot.id), "wave-card", await slotCardOf(ctx, unit.tx, posting));
  }
}

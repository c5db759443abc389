/** Sets or moves the day on which a creator posts: reminders and the last payment move with it. */
import { Temporal } from "temporal-polyfill";
import { AppError } from "../../domain/errors.ts";
import { waveOf } from "../../domain/waves.ts";
import { instantAt } from "../../domain/working-time.ts";
import type { Campaign } from "../../store/campaigns.ts";
import { lockSchedule, type Slot, saveSlot, slotOf } from "../../store/slots.ts";
import { campaignPlaces } from "../campaigns/campaign-places.ts";
import { findCampaign } from "../campaigns/find-campaign.ts";
import { findCreator } from "../creators/find-creator.ts";
import type { Ctx } from "../ctx.ts";
import { moveLastPayment } from "../payments/move-last-payment.ts";
import { transact } from "../unit.ts";
import { planReminders, postingInstant, refreshReminders } from "./plan-reminders.ts";
import { slotCardKey, slotCardOf } from "./slot-card.ts";

/** [A] When nobody gives a time: readers of Xiaohongshu are on it in the evening. */
const USUAL_TIME = "20:00";

export interface SlotInput {
  /** an id, a nickname or a 小红书号 */
  creator: string;
  /** YYYY-MM-DD */
  date: string;
  /** HH:MM */
  time?: string | undefined;
  /** IANA zone; the campaign's when left out */
  zone?: string | undefined;
  campaign?: string | undefined;
}

/** @throws AppError "past-date", "unknown-creator", "unknown-campaign" and their like */
export async function setSlot({ ctx, input }: { ctx: Ctx; input: SlotInput }): Promise<void> {
  await transact(ctx, async (unit) => {
    const campaign = await findCampaign(ctx, unit.tx, input.campaign);
    const creator = await findCreator(unit.tx, input.creator);
    await lockSchedule(unit.tx, campaign.id);
    const earlier = await slotOf(unit.tx, campaign.id, creator.id);
    const slot = slotAfter(ctx, { campaign, creatorId: creator.id, earlier, input });
    const posting = { slot, campaign, creator };
    await saveSlot(unit.tx, slot);
    if (earlier !== undefined) await refreshReminders(unit, posting, "moved");
    await planReminders(unit, posting);
    await moveLastPayment(ctx, unit, posting);
    const { postOn, postTime, zone, wave } = slot;
    await unit.audit("wave.set", slot.id, { creator: creator.id, postOn, postTime, zone, wave });
    const data = await slotCardOf(ctx, unit.tx, posting, {
      previousAt: earlier === undefined ? undefined : postingInstant(earlier),
      timeAssumed: input.time === undefined && earlier === undefined,
    });
    const cardKey = slotCardKey(slot.id);
    await unit.refresh(cardKey, "wave-card", data);
    for (const to of campaignPlaces(ctx, campaign))
      await unit.send({ to, template: "wave-card", data, cardKey });
  });
}

/** A slot that moves keeps its time of day and its zone unless others are given; a new date makes it open again. */
function slotAfter(
  ctx: Ctx,
  about: { campaign: Campaign; creatorId: string; earlier: Slot | undefined; input: SlotInput },
): Slot {
  const { campaign, creatorId, earlier, input } = about;
  if (ctx.actor === undefined) throw new AppError("unknown-person");
  const now = ctx.clock.now();
  const postTime = input.time ?? earlier?.postTime ?? USUAL_TIME;
  const zone = input.zone ?? earlier?.zone ?? campaign.zone;
  if (Temporal.Instant.compare(instantAt(input.date, postTime, zone), now) <= 0)
    throw new AppError("past-date", { date: `${input.date} ${postTime}` });
  return {
    id: earlier?.id ?? ctx.newId("slt"),
    campaignId: campaign.id,
    creatorId,
    postOn: input.date,
    postTime,
    zone,
    wave: waveOf(Temporal.PlainDate.from(campaign.launchOn), Temporal.PlainDate.from(input.date)),
    revision: (earlier?.revision ?? 0) + 1,
    postedAt: null,
    link: null,
    setBy: ctx.actor.id,
    setAt: now,
  };
}

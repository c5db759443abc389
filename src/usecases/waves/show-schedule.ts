/** Shows who posts when in a campaign, where it was asked for. */
import { Temporal } from "temporal-polyfill";
import type { TemplateInput } from "../../chat/template-data.ts";
import { planWarnings } from "../../domain/waves.ts";
import { type Slot, scheduleOf } from "../../store/slots.ts";
import { findCampaign } from "../campaigns/find-campaign.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";
import { postingInstant } from "./plan-reminders.ts";

export async function showSchedule({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { campaign?: string | undefined };
}): Promise<void> {
  await transact(ctx, async (unit) => {
    const campaign = await findCampaign(ctx, unit.tx, input.campaign);
    const schedule = await scheduleOf(unit.tx, campaign.id);
    const posts = schedule.map(({ slot }) => ({ postOn: Temporal.PlainDate.from(slot.postOn) }));
    const crowded = planWarnings({ posts, hasKpi: true }).find(({ rule }) => rule === "X3");
    await unit.audit("wave.show", campaign.id, { count: schedule.length });
    await unit.send({
      to: { reply: "all" },
      template: "schedule",
      data: {
        campaign: { id: campaign.id, name: campaign.name },
        launchOn: campaign.launchOn,
        zone: campaign.zone,
        rows: schedule.map(({ slot, creator, draft }) => ({
          creator: creator.name,
          at: postingInstant(slot).toString(),
          wave: slot.wave,
          draft,
          state: stateOf(slot, unit.now),
        })),
        sameDay: crowded?.posts ?? null,
        at: unit.now.toString(),
      },
    });
  });
}

function stateOf(slot: Slot, now: Temporal.Instant): TemplateInput<"schedule">["rows"][number]["state"] {
  if (slot.postedAt !== null) return slot.link === null ? "posted-without-link" : "posted";
  return Temporal.Instant.compare(postingInstant(slot), now) <= 0 ? "late" : "planned";
}

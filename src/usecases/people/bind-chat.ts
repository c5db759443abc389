/** Binds the group of a call to a campaign that has no chat on this platform yet. */
import type { Choice } from "../../chat/card.ts";
import type { Where } from "../../chat/inbound.ts";
import { AppError } from "../../domain/errors.ts";
import { bindCampaign, campaignById, openCampaigns } from "../../store/campaigns.ts";
import { setChatZone } from "../../store/chats.ts";
import type { Querier } from "../../store/database.ts";
import { campaignCardOf } from "../campaigns/campaign-card.ts";
import { findCampaign } from "../campaigns/find-campaign.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";

/** Campaigns that could have this chat. @throws AppError "no-campaign" when there is none */
export async function bindableCampaigns(ctx: Ctx): Promise<Choice[]> {
  const where = groupOf(ctx);
  const free = (await openCampaigns(ctx.store.db)).filter((campaign) => chatOn(campaign, where) === null);
  if (free.length === 0) throw new AppError("no-campaign");
  return free.map(({ id, name }) => ({ value: id, label: name }));
}

/** @throws AppError "bad-input" outside of groups, "chat-bound" when the campaign has another chat here */
export async function bindChat({ ctx, input }: { ctx: Ctx; input: { campaign: string } }): Promise<void> {
  const where = groupOf(ctx);
  await transact(ctx, async (unit) => {
    const { platform, chat } = where;
    const campaign = await findCampaign(ctx, unit.tx, input.campaign);
    const isFree = await bindCampaign(unit.tx, campaign.id, platform, chat);
    if (!isFree && chatOn(campaign, where) !== chat)
      throw new AppError("chat-bound", { text: campaign.name });
    const zone = ctx.actor?.zone ?? null;
    if (isFree && platform === "slack" && zone !== null) await setChatZone(unit.tx, platform, chat, zone);
    await unit.audit("campaign.bind", campaign.id, { platform, chat });
    const data = await cardOf(unit.tx, campaign.id, unit.now);
    const cardKey = `campaign:${campaign.id}`;
    await unit.refresh(cardKey, "campaign-card", data);
    await unit.send({ to: { reply: "all" }, template: "campaign-card", data, cardKey });
  });
}

async function cardOf(db: Querier, id: string, now: Parameters<typeof campaignCardOf>[2]["now"]) {
  const campaign = await campaignById(db, id);
  if (campaign === undefined) throw new AppError("internal", { campaign: id });
  return campaignCardOf(db, campaign, { now, isNew: false });
}

function groupOf({ where }: Ctx): Where {
  if (where?.chatKind !== "group") throw new AppError("bad-input", { problem: "not-a-group" });
  return where;
}

function chatOn(
  campaign: { slackChat: string | null; larkChat: string | null },
  { platform }: Where,
): string | null {
  return platform === "slack" ? campaign.slackChat : campaign.larkChat;
}

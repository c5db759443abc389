/** Where a campaign's cards go: both of its chats, and the person who asked when they asked from elsewhere. */
import { PLATFORMS, type PlatformName } from "../../chat/ports.ts";
import type { Campaign } from "../../store/campaigns.ts";
import type { Ctx } from "../ctx.ts";
import type { Recipient } from "../unit.ts";

/** The chat of a campaign on a platform that the bot is connected to. */
export function chatOf(ctx: Ctx, campaign: Campaign, platform: PlatformName): string | undefined {
  const chat = platform === "slack" ? campaign.slackChat : campaign.larkChat;
  return chat === null || ctx.chats[platform] === undefined ? undefined : chat;
}

/** In the chat of the call the answer keeps its thread; a group of another kind gets nothing to see. */
export function campaignPlaces(ctx: Ctx, campaign: Campaign): Recipient[] {
  const { where, actor } = ctx;
  const places = PLATFORMS.flatMap((platform): Recipient[] => {
    const chat = chatOf(ctx, campaign, platform);
    if (chat === undefined) return [];
    const isHere = where?.platform === platform && where.chat === chat;
    return [isHere ? { reply: "all" } : { platform, to: { chat } }];
  });
  if (where === undefined || places.some((place) => "reply" in place)) return places;
  if (where.chatKind === "direct") return [...places, { reply: "all" }];
  return actor === undefined ? places : [...places, { member: actor.id }];
}

/** Starts a campaign: checks the date, the name and the chats, and shows its card in both chats. */

import type { Target } from "../../chat/features/campaign.ts";
import type { PlatformName } from "../../chat/ports.ts";
import { AppError } from "../../domain/errors.ts";
import type { Currency } from "../../domain/money.ts";
import type { TierScheme } from "../../domain/tiers.ts";
import { type Campaign, insertCampaign, lockCampaignName, openCampaigns } from "../../store/campaigns.ts";
import { chatsOn, setChatZone } from "../../store/chats.ts";
import { nameKeyOf } from "../../store/creators.ts";
import type { Transaction } from "../../store/database.ts";
import type { Member } from "../../store/people.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";
import { campaignCardOf } from "./campaign-card.ts";
import { campaignPlaces } from "./campaign-places.ts";
import { setBrandTerms } from "./campaign-terms.ts";

/** Where Xiaohongshu's days begin and end. */
const PLAN_ZONE = "Asia/Shanghai";
/** What a form says for "no chat on this platform". */
export const NO_CHAT = "none";

export interface CampaignInput {
  name: string;
  brand: string;
  product: string;
  category: string;
  /** YYYY-MM-DD */
  launch: string;
  target?: Target | undefined;
  /** `18-34` or `35+` */
  ages?: string | undefined;
  regions?: readonly string[] | undefined;
  scheme?: TierScheme | undefined;
  currency?: Currency | undefined;
  /** as typed; in the campaign's currency where none is named */
  budget?: string | undefined;
  /** a chat's id or name, or NO_CHAT; left out, the group of the call is taken on its platform */
  slack?: string | undefined;
  lark?: string | undefined;
  backgroundEn?: string | undefined;
  backgroundZh?: string | undefined;
  goalEn?: string | undefined;
  goalZh?: string | undefined;
  pointsEn?: string | undefined;
  pointsZh?: string | undefined;
  mustEn?: string | undefined;
  mustZh?: string | undefined;
  mustNotEn?: string | undefined;
  mustNotZh?: string | undefined;
}

/** @throws AppError "past-date", "name-taken", "unknown-chat", and "brand-only", "currency-mismatch" for a budget */
export async function createCampaign({ ctx, input }: { ctx: Ctx; input: CampaignInput }): Promise<void> {
  await transact(ctx, async (unit) => {
    const { actor } = ctx;
    if (actor === undefined) throw new AppError("unknown-person");
    const today = unit.now.toZonedDateTimeISO(PLAN_ZONE).toPlainDate().toString();
    if (input.launch < today) throw new AppError("past-date", { date: input.launch });
    await refuseTakenName(unit.tx, input.name);
    const campaign = await newCampaign(ctx, unit.tx, actor, input);
    await insertCampaign(unit.tx, campaign);
    await setBrandTerms(ctx, unit, campaign, { budget: input.budget });
    if (campaign.slackChat !== null && actor.zone !== null)
      await setChatZone(unit.tx, "slack", campaign.slackChat, actor.zone);
    await unit.audit("campaign.create", campaign.id, { name: campaign.name, launchOn: campaign.launchOn });
    const data = await campaignCardOf(unit.tx, campaign, { now: unit.now, isNew: true });
    for (const to of campaignPlaces(ctx, campaign)) {
      await unit.send({ to, template: "campaign-card", data, cardKey: `campaign:${campaign.id}` });
    }
  });
}

async function refuseTakenName(tx: Transaction, name: string): Promise<void> {
  await lockCampaignName(tx, name);
  const open = await openCampaigns(tx);
  if (open.some((campaign) => nameKeyOf(campaign.name) === nameKeyOf(name)))
    throw new AppError("name-taken", { text: name });
}

async function newCampaign(
  ctx: Ctx,
  tx: Transaction,
  creator: Member,
  input: CampaignInput,
): Promise<Campaign> {
  return {
    id: ctx.newId("cam"),
    name: input.name,
    brand: input.brand,
    product: input.product,
    category: input.category,
    targetGender: input.target === "female" || input.target === "male" ? input.target : null,
    targetAges: input.ages ?? null,
    targetRegions: input.regions?.join("、") ?? null,
    tierScheme: input.scheme ?? "T4",
    launchOn: input.launch,
    zone: PLAN_ZONE,
    currency: input.currency ?? "CNY",
    slackChat: await boundChat(ctx, tx, "slack", input.slack),
    larkChat: await boundChat(ctx, tx, "lark", input.lark),
    brief: {
      background: { en: input.backgroundEn, zh: input.backgroundZh },
      goal: { en: input.goalEn, zh: input.goalZh },
      keyPoints: { en: input.pointsEn, zh: input.pointsZh },
      must: { en: input.mustEn, zh: input.mustZh },
      mustNot: { en: input.mustNotEn, zh: input.mustNotZh },
    },
    createdBy: creator.id,
    createdAt: ctx.clock.now(),
    closedAt: null,
  };
}

async function boundChat(
  ctx: Ctx,
  tx: Transaction,
  platform: PlatformName,
  word: string | undefined,
): Promise<string | null> {
  const { where } = ctx;
  if (word === undefined) {
    return where?.platform === platform && where.chatKind === "group" ? where.chat : null;
  }
  if (word.toLowerCase() === NO_CHAT) return null;
  const known = await chatsOn(tx, platform);
  const chat = known.find(({ chatId, name }) => chatId === word || chatKeyOf(name) === chatKeyOf(word));
  if (chat === undefined) throw new AppError("unknown-chat", { text: word });
  return chat.chatId;
}

/** People write Slack channels with or without the sign in front. */
function chatKeyOf(name: string): string {
  return nameKeyOf(name).replace(/^#/u, "");
}

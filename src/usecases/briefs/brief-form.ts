/** What the brief's form shows before anyone types: the brief it changes, else what the campaign holds. */
import type { TypedSectionId } from "../../chat/features/brief.ts";
import { AppError } from "../../domain/errors.ts";
import { briefById } from "../../store/briefs.ts";
import { campaignById } from "../../store/campaigns.ts";
import { creatorById } from "../../store/creators.ts";
import type { Bilingual } from "../../store/schema/campaigns.ts";
import { findCampaign } from "../campaigns/find-campaign.ts";
import type { Ctx } from "../ctx.ts";
import { keptContent } from "./brief-content.ts";

export interface BriefFormStart {
  campaign: { id: string; name: string };
  creator: string | undefined;
  product: string;
  texts: Partial<Record<TypedSectionId, Bilingual>>;
}

/** @throws AppError "old-card" for a brief that is not there; those of `findCampaign` */
export async function briefFormStart(
  ctx: Ctx,
  input: { campaign?: string | undefined; from?: string | undefined },
): Promise<BriefFormStart> {
  const { db } = ctx.store;
  if (input.from === undefined) {
    const { id, name, product, brief } = await findCampaign(ctx, db, input.campaign);
    const { background, goal, keyPoints, must, mustNot } = brief;
    const texts = { background, goal, "key-points": keyPoints, must, "must-not": mustNot };
    return { campaign: { id, name }, creator: undefined, product, texts: given(texts) };
  }
  const brief = await briefById(db, input.from);
  const campaign = brief === undefined ? undefined : await campaignById(db, brief.campaignId);
  if (brief === undefined || campaign === undefined) throw new AppError("old-card");
  const { product, sections } = keptContent(brief.content);
  return {
    campaign: { id: campaign.id, name: campaign.name },
    creator: (await creatorById(db, brief.creatorId))?.name,
    product,
    texts: Object.fromEntries(sections.map(({ id, en, zh }) => [id, { en, zh }])),
  };
}

function given(
  texts: Record<TypedSectionId, Bilingual | undefined>,
): Partial<Record<TypedSectionId, Bilingual>> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
}

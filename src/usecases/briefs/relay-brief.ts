/** The message that a person passes on to the creator with a brief: creators use neither platform. */
import { createReading } from "../../chat/reading.ts";
import { AppError } from "../../domain/errors.ts";
import { briefById } from "../../store/briefs.ts";
import { campaignById } from "../../store/campaigns.ts";
import { creatorById } from "../../store/creators.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";
import { keptContent } from "./brief-content.ts";

/** @throws AppError "old-card" when there is no such brief */
export async function relayBrief({ ctx, input }: { ctx: Ctx; input: { brief: string } }): Promise<void> {
  await transact(ctx, async (unit) => {
    const brief = await briefById(unit.tx, input.brief);
    if (brief === undefined) throw new AppError("old-card");
    const campaign = await campaignById(unit.tx, brief.campaignId);
    const creator = await creatorById(unit.tx, brief.creatorId);
    if (campaign === undefined || creator === undefined) throw new AppError("old-card");
    const { brand, product, dates } = keptContent(brief.content);
    const text = (language: "en" | "zh-CN") => {
      const reading = createReading(language, dates?.zones[0] ?? campaign.zone, ctx.messages[language]);
      return ctx.messages[language].brief.relayText({
        creator: creator.name,
        product: `${brand} ${product}`,
        version: brief.version,
        posting: dates === null ? null : reading.time(dates.postAt),
        draftDue: dates === null ? null : reading.time(dates.draftDueAt),
      });
    };
    await unit.audit("brief.relay", brief.id, { version: brief.version });
    await unit.send({
      to: { reply: "actor" },
      template: "brief-relay",
      data: {
        creator: creator.name,
        campaign: campaign.name,
        version: brief.version,
        en: text("en"),
        zh: text("zh-CN"),
      },
    });
  });
}

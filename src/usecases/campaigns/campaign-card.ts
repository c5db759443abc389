/** The data of a campaign's card, as things stand now. */
import { Temporal } from "temporal-polyfill";
import type { PlatformName } from "../../chat/ports.ts";
import type { TemplateInput } from "../../chat/template-data.ts";
import { waveDates } from "../../domain/waves.ts";
import type { Campaign } from "../../store/campaigns.ts";
import { chatKnown } from "../../store/chats.ts";
import type { Querier } from "../../store/database.ts";
import { draftCounts } from "../../store/drafts.ts";
import { personRef } from "../../store/people.ts";
import { shortlistOf } from "../../store/shortlist.ts";

export async function campaignCardOf(
  db: Querier,
  campaign: Campaign,
  moment: { now: Temporal.Instant; isNew: boolean },
): Promise<TemplateInput<"campaign-card">> {
  const { id, name, brand, product, category, tierScheme, currency, launchOn } = campaign;
  const waves = waveDates(Temporal.PlainDate.from(launchOn));
  return {
    id,
    name,
    brand,
    product,
    category,
    target: campaign.targetGender ?? "everyone",
    ages: campaign.targetAges,
    regions: campaign.targetRegions,
    tierScheme,
    currency,
    launchOn,
    waves: waves.map(({ wave, from, to }) => ({ wave, from: from.toString(), to: to.toString() })),
    chats: {
      slack: await chatName(db, "slack", campaign.slackChat),
      lark: await chatName(db, "lark", campaign.larkChat),
    },
    shortlisted: (await shortlistOf(db, id)).length,
    drafts: await draftCounts(db, id),
    createdBy: await personRef(db, campaign.createdBy),
    at: moment.now.toString(),
    isNew: moment.isNew,
  };
}

async function chatName(db: Querier, platform: PlatformName, chat: string | null): Promise<string | null> {
  if (chat === null) return null;
  return (await chatKnown(db, platform, chat))?.name ?? chat;
}

/** Vets one creator: merges what is typed with what is known, judges it, keeps the snapshot, answers with the card. */

import type { CreatorFacts } from "../domain/creator-facts.ts";
import { together } from "../store/database.ts";
import { personRef } from "../store/people.ts";
import type { Ctx } from "./ctx.ts";
import { campaignIfClear, findCampaign } from "./find-campaign.ts";
import { findOrCreateCreator, type NamedCreator } from "./find-or-create-creator.ts";
import { keepVetting } from "./keep-vettings.ts";
import { transact } from "./unit.ts";
import { sendVetCard } from "./vet-card.ts";

export interface VetInput {
  creator: NamedCreator;
  /** what is newly known; it takes the place of older facts of the same kind */
  facts: CreatorFacts;
  campaign?: string | undefined;
}

export async function vetCreator({ ctx, input }: { ctx: Ctx; input: VetInput }): Promise<void> {
  await transact(ctx, async (unit) => {
    const { tx } = unit;
    const [campaign, creator] = await together(
      input.campaign === undefined ? campaignIfClear(ctx, tx) : findCampaign(ctx, tx, input.campaign),
      findOrCreateCreator(ctx, tx, input.creator),
    );
    const [vetting, vettedBy] = await together(
      keepVetting(ctx, unit, campaign, { creator, facts: input.facts }),
      personRef(tx, ctx.actor?.id ?? ""),
    );
    await unit.audit("creator.vet", creator.id, { vetting: vetting.id, score: vetting.score });
    await sendVetCard(ctx, unit, vetting, { creator, campaign, vettedBy });
  });
}

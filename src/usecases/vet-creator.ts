/** Vets one creator: merges what is typed with what is known, judges it, keeps the snapshot, answers with the card. */

import type { CreatorFacts } from "../domain/creator-facts.ts";
import type { Ctx } from "./ctx.ts";
import { campaignIfClear, findCampaign } from "./find-campaign.ts";
import { findOrCreateCreator, type NamedCreator } from "./find-or-create-creator.ts";
import { keepVetting } from "./keep-vettings.ts";
import { transact } from "./unit.ts";
import { vetCardKey, vetCardOf } from "./vet-card.ts";

export interface VetInput {
  creator: NamedCreator;
  /** what is newly known; it takes the place of older facts of the same kind */
  facts: CreatorFacts;
  campaign?: string | undefined;
}

export async function vetCreator({ ctx, input }: { ctx: Ctx; input: VetInput }): Promise<void> {
  await transact(ctx, async (unit) => {
    const campaign =
      input.campaign === undefined
        ? await campaignIfClear(ctx, unit.tx)
        : await findCampaign(ctx, unit.tx, input.campaign);
    const creator = await findOrCreateCreator(ctx, unit.tx, input.creator);
    const vetting = await keepVetting(ctx, unit.tx, campaign, { creator, facts: input.facts });
    await unit.audit("creator.vet", creator.id, { vetting: vetting.id, score: vetting.score });
    await unit.send({
      to: { reply: "all" },
      template: "vet-card",
      data: await vetCardOf(unit.tx, vetting, { creator, campaign }),
      cardKey: vetCardKey(vetting.id),
    });
  });
}

/** Vets one creator: merges what is typed with what is known, judges it, keeps the snapshot, answers with the card. */

import type { CreatorFacts } from "../domain/creator-facts.ts";
import { AppError } from "../domain/errors.ts";
import { vetCreator as judge } from "../domain/vet-report.ts";
import type { Campaign } from "../store/campaigns.ts";
import { type Creator, insertVetting, latestVetting, type Vetting } from "../store/creators.ts";
import type { Transaction } from "../store/database.ts";
import type { Ctx } from "./ctx.ts";
import { campaignHere, findCampaign } from "./find-campaign.ts";
import { findOrCreateCreator, type NamedCreator } from "./find-or-create-creator.ts";
import { scoreSettingsOf } from "./score-settings.ts";
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
    const campaign = await campaignOf(ctx, unit.tx, input.campaign);
    const creator = await findOrCreateCreator(ctx, unit.tx, input.creator);
    const vetting = await keepVetting(ctx, unit.tx, { creator, campaign, facts: input.facts });
    await unit.audit("creator.vet", creator.id, { vetting: vetting.id, score: vetting.score });
    await unit.send({
      to: { reply: "all" },
      template: "vet-card",
      data: await vetCardOf(unit.tx, vetting, { creator, campaign }),
      cardKey: vetCardKey(vetting.id),
    });
  });
}

/** Judges a creator and stores the snapshot. The same facts and settings always give the same report. */
export async function keepVetting(
  ctx: Ctx,
  tx: Transaction,
  about: { creator: Creator; campaign: Campaign | undefined; facts: CreatorFacts },
): Promise<Vetting> {
  const { creator, campaign } = about;
  const vettedBy = ctx.actor?.id;
  if (vettedBy === undefined) throw new AppError("unknown-person");
  const earlier = await latestVetting(tx, creator.id);
  const facts: CreatorFacts = { ...earlier?.facts, ...about.facts };
  const now = ctx.clock.now();
  const report = judge(facts, scoreSettingsOf(campaign, now), { scheme: campaign?.tierScheme ?? "T4" });
  const vetting: Vetting = {
    id: ctx.newId("vet"),
    creatorId: creator.id,
    campaignId: campaign?.id ?? null,
    facts,
    report,
    score: report.scorecard.score,
    vettedBy,
    vettedAt: now,
  };
  await insertVetting(tx, vetting);
  return vetting;
}

/** Vetting works without a campaign too; only a campaign that was named must exist. */
async function campaignOf(
  ctx: Ctx,
  tx: Transaction,
  word: string | undefined,
): Promise<Campaign | undefined> {
  if (word !== undefined) return findCampaign(ctx, tx, word);
  try {
    return await campaignHere(ctx, tx);
  } catch (error) {
    if (error instanceof AppError && error.code === "ambiguous-campaign") return undefined;
    throw error;
  }
}

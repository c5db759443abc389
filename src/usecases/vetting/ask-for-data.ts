/** The message that asks a creator's side for what is missing: creators and their contacts use neither platform. */
import { AppError } from "../../domain/errors.ts";
import { isForContact, missingInputs } from "../../domain/missing-inputs.ts";
import { campaignById } from "../../store/campaigns.ts";
import { creatorById } from "../../store/creators.ts";
import { vettingById } from "../../store/vettings.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";
import { scoreSettingsOf } from "./score-settings.ts";

/** @throws AppError "old-card" when there is no such vetting, or nothing is missing that the creator's side could bring */
export async function askForData({ ctx, input }: { ctx: Ctx; input: { vetting: string } }): Promise<void> {
  await transact(ctx, async (unit) => {
    const vetting = await vettingById(unit.tx, input.vetting);
    if (vetting === undefined) throw new AppError("old-card");
    const creator = await creatorById(unit.tx, vetting.creatorId);
    const campaign =
      vetting.campaignId === null ? undefined : await campaignById(unit.tx, vetting.campaignId);
    const settings = scoreSettingsOf(campaign, vetting.vettedAt);
    const inputs = missingInputs(vetting.facts, settings, vetting.report.scorecard).flatMap(
      ({ input: name, unlocks }) => (isForContact(name) ? [{ input: name, unlocks }] : []),
    );
    if (creator === undefined || inputs.length === 0) throw new AppError("old-card");
    await unit.audit("creator.ask", creator.id, {
      vetting: vetting.id,
      inputs: inputs.map((one) => one.input),
    });
    await unit.send({
      to: { reply: "actor" },
      template: "vet-ask",
      data: {
        creator: { id: creator.id, name: creator.name },
        campaign: campaign?.name ?? null,
        inputs,
      },
    });
  });
}

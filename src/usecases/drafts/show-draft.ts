/** Shows the newest version of a creator's draft again, for those who cannot find its card. */
import { AppError } from "../../domain/errors.ts";
import { lockDraftOf } from "../../store/drafts.ts";
import { findCampaign } from "../campaigns/find-campaign.ts";
import { findCreator } from "../creators/find-creator.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";
import { draftCardOf, sendDraftCard } from "./draft-card.ts";

/** @throws AppError "unknown-draft" when this creator has none in the campaign */
export async function showDraft({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { creator: string; campaign?: string | undefined };
}): Promise<void> {
  await transact(ctx, async (unit) => {
    const creator = await findCreator(unit.tx, input.creator);
    const campaign = await findCampaign(ctx, unit.tx, input.campaign);
    const draft = await lockDraftOf(unit.tx, campaign.id, creator.id);
    if (draft === undefined) throw new AppError("unknown-draft", { text: creator.name });
    await unit.audit("draft.show", draft.id, { version: draft.version });
    await sendDraftCard(unit, await draftCardOf(ctx, unit.tx, draft, draft.version), { reply: "all" });
  });
}

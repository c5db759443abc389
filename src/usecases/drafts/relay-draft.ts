/** The message that a person passes on to the creator after a decision: creators use neither platform. */
import type { TemplateInput } from "../../chat/template-data.ts";
import { AppError } from "../../domain/errors.ts";
import { campaignById } from "../../store/campaigns.ts";
import { creatorById } from "../../store/creators.ts";
import type { Querier } from "../../store/database.ts";
import { lockDraft, type StoredDraft } from "../../store/drafts.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";
import { decisionOf, draftCardKey } from "./draft-card.ts";

/** @throws AppError "unknown-draft", "old-card" */
export async function relayDraft({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { draft: string; version: number };
}): Promise<void> {
  await transact(ctx, async (unit) => {
    const draft = await lockDraft(unit.tx, input.draft);
    if (draft === undefined) throw new AppError("unknown-draft");
    if (draft.version !== input.version)
      throw new AppError("old-card", {
        version: input.version,
        current: draft.version,
        card: draftCardKey(draft.id, draft.version),
      });
    const data = await relayMessageOf(unit.tx, draft, input.version);
    await unit.audit("draft.relay", draft.id, { version: input.version });
    await unit.send({ to: { reply: "actor" }, template: "relay-message", data });
  });
}

/** @throws AppError "old-card" when nothing was decided on this version */
export async function relayMessageOf(
  db: Querier,
  draft: StoredDraft,
  version: number,
): Promise<TemplateInput<"relay-message">> {
  const campaign = await campaignById(db, draft.campaignId);
  const creator = await creatorById(db, draft.creatorId);
  const decision = await decisionOf(db, draft.id, version);
  if (campaign === undefined || creator === undefined || decision === null)
    throw new AppError("old-card", { version, current: draft.version });
  return {
    campaign: { id: campaign.id, name: campaign.name },
    creator: { id: creator.id, name: creator.name },
    version,
    decision,
  };
}

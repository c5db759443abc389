/** The data of a draft's card: one version, as it stands now. */
import type { TemplateInput } from "../../chat/template-data.ts";
import { checkWording, type WordingFinding } from "../../domain/ad-law.ts";
import { AppError } from "../../domain/errors.ts";
import { campaignById } from "../../store/campaigns.ts";
import { creatorById } from "../../store/creators.ts";
import type { Querier } from "../../store/database.ts";
import { draftDecision, draftVersion, type StoredDraft } from "../../store/drafts.ts";
import { personRef } from "../../store/people.ts";
import { shortlistEntry } from "../../store/shortlist.ts";
import type { Ctx } from "../ctx.ts";
import type { Unit } from "../unit.ts";
import { reviewersOf } from "./draft-reviewers.ts";

/** How many signs of the text stand on either side of a finding. */
const CONTEXT_SIGNS = 12;

/** A version has a key of its own: its cards show what became of it, and a new version gets new cards. */
export function draftCardKey(draftId: string, version: number): string {
  return `draft:${draftId}:${version}`;
}

/** @throws AppError "old-card" when the version is not there */
export async function draftCardOf(
  ctx: Ctx,
  db: Querier,
  draft: StoredDraft,
  version: number,
): Promise<TemplateInput<"draft-card">> {
  const content = await draftVersion(db, draft.id, version);
  const campaign = await campaignById(db, draft.campaignId);
  const creator = await creatorById(db, draft.creatorId);
  if (content === undefined || campaign === undefined || creator === undefined)
    throw new AppError("old-card", { version, current: draft.version });
  return {
    draft: draft.id,
    campaign: { id: campaign.id, name: campaign.name },
    creator: { id: creator.id, name: creator.name },
    version,
    newest: draft.version,
    round: draft.round,
    text: content.text,
    link: content.link,
    submittedBy: await personRef(db, content.submittedBy),
    submittedAt: content.submittedAt.toString(),
    findings: checkWording(content.text, campaign.category).map((found) => inContext(content.text, found)),
    shortlisted: (await shortlistEntry(db, campaign.id, creator.id)) !== undefined,
    hasReviewer: (await reviewersOf(ctx, db, content.submittedBy)).length > 0,
    decision: await decisionOf(db, draft.id, version),
  };
}

/** Sends the card of the newest version; later changes reach this copy too. */
export async function sendDraftCard(
  unit: Unit,
  data: TemplateInput<"draft-card">,
  to: Parameters<Unit["send"]>[0]["to"],
): Promise<void> {
  await unit.send({ to, template: "draft-card", data, cardKey: draftCardKey(data.draft, data.version) });
}

/** Draws every copy of a version's card anew. */
export async function refreshDraftCard(
  ctx: Ctx,
  unit: Unit,
  draft: StoredDraft,
  version: number,
): Promise<void> {
  const data = await draftCardOf(ctx, unit.tx, draft, version);
  await unit.refresh(draftCardKey(draft.id, version), "draft-card", data);
}

export async function decisionOf(
  db: Querier,
  draftId: string,
  version: number,
): Promise<TemplateInput<"draft-card">["decision"]> {
  const stored = await draftDecision(db, draftId, version);
  if (stored === undefined) return null;
  const { decision, comment, decidedBy, decidedAt } = stored;
  return { decision, comment, by: await personRef(db, decidedBy), at: decidedAt.toString() };
}

function inContext(text: string, { word, at, severity, advice }: WordingFinding) {
  const end = at + word.length;
  const before = Array.from(text.slice(0, at)).slice(-CONTEXT_SIGNS).join("");
  const after = Array.from(text.slice(end)).slice(0, CONTEXT_SIGNS).join("");
  return { word, before: oneLine(before), after: oneLine(after), severity, advice };
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ");
}

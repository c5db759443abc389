/** Submits a draft, or its next version, and shows it to those who decide. */
import { createHash } from "node:crypto";
import { startDraft, submitVersion } from "../../domain/drafts.ts";
import { AppError } from "../../domain/errors.ts";
import type { Campaign } from "../../store/campaigns.ts";
import type { Creator } from "../../store/creators.ts";
import type { Transaction } from "../../store/database.ts";
import {
  draftVersion,
  insertDraft,
  insertDraftVersion,
  lockDraftOf,
  type StoredDraft,
  updateDraft,
} from "../../store/drafts.ts";
import type { Member } from "../../store/people.ts";
import { campaignPlaces, chatOf } from "../campaigns/campaign-places.ts";
import { findCampaign } from "../campaigns/find-campaign.ts";
import { findCreator } from "../creators/find-creator.ts";
import type { Ctx } from "../ctx.ts";
import { transact, type Unit } from "../unit.ts";
import { draftCardOf, refreshDraftCard, sendDraftCard } from "./draft-card.ts";
import { privateReviewers } from "./draft-reviewers.ts";

export interface DraftInput {
  creator: string;
  campaign?: string | undefined;
  text: string;
  link?: string | undefined;
}

/** @throws AppError "unknown-creator", "ambiguous-creator", and those of finding the campaign */
export async function submitDraft({ ctx, input }: { ctx: Ctx; input: DraftInput }): Promise<void> {
  await transact(ctx, async (unit) => {
    const { actor } = ctx;
    if (actor === undefined) throw new AppError("unknown-person");
    const creator = await findCreator(unit.tx, input.creator);
    const campaign = await findCampaign(ctx, unit.tx, input.campaign);
    const content = { text: input.text, link: input.link ?? null, hash: hashOf(input) };
    const known = await lockDraftOf(unit.tx, campaign.id, creator.id);
    if (known !== undefined && (await isUnchanged(unit.tx, known, content.hash)))
      return showAgain(ctx, unit, known, campaign);
    const draft = await nextVersion(ctx, unit, { campaign, creator, known, actor });
    await insertDraftVersion(unit.tx, {
      draftId: draft.id,
      version: draft.version,
      ...content,
      submittedBy: actor.id,
      submittedAt: unit.now,
    });
    await unit.audit("draft.submit", draft.id, { version: draft.version, hash: content.hash });
    if (draft.version > 1) await refreshDraftCard(ctx, unit, draft, draft.version - 1);
    await show(ctx, unit, draft, campaign, actor);
  });
}

/** What is decided on: the text and its link, apart from each other. */
function hashOf({ text, link }: DraftInput): string {
  return createHash("sha256")
    .update(JSON.stringify([text, link ?? null]))
    .digest("hex");
}

/** The same words once more are no new version, so that a second press voids no decision. */
async function isUnchanged(tx: Transaction, draft: StoredDraft, hash: string): Promise<boolean> {
  if (draft.state === "changes-requested") return false;
  return (await draftVersion(tx, draft.id, draft.version))?.hash === hash;
}

async function showAgain(ctx: Ctx, unit: Unit, draft: StoredDraft, campaign: Campaign): Promise<void> {
  await unit.audit("draft.unchanged", draft.id, { version: draft.version, campaign: campaign.id });
  await sendDraftCard(unit, await draftCardOf(ctx, unit.tx, draft, draft.version), { reply: "all" });
}

async function nextVersion(
  ctx: Ctx,
  unit: Unit,
  about: { campaign: Campaign; creator: Creator; known: StoredDraft | undefined; actor: Member },
): Promise<StoredDraft> {
  const known = about.known ?? (await startFirst(ctx, unit, about));
  if ("fresh" in known) return known.fresh;
  const { state, version, round } = submitVersion({ ...known, submittedBy: about.actor.id }, about.actor.id);
  await updateDraft(unit.tx, known.id, { state, version, round });
  return { ...known, state, version, round };
}

/** @returns the new draft, or the one that somebody else made at the same moment */
async function startFirst(
  ctx: Ctx,
  unit: Unit,
  { campaign, creator, actor }: { campaign: Campaign; creator: Creator; actor: Member },
): Promise<StoredDraft | { fresh: StoredDraft }> {
  const { state, version, round } = startDraft(actor.id);
  const about = { campaignId: campaign.id, creatorId: creator.id, createdAt: unit.now };
  const fresh = { id: ctx.newId("dra"), ...about, state, version, round };
  if (await insertDraft(unit.tx, fresh)) return { fresh };
  const theirs = await lockDraftOf(unit.tx, campaign.id, creator.id);
  if (theirs === undefined) throw new Error("A draft that was in the way is gone.");
  return theirs;
}

/** To both chats of the campaign; without a chat on the other side, privately to those who review there. */
async function show(
  ctx: Ctx,
  unit: Unit,
  draft: StoredDraft,
  campaign: Campaign,
  submitter: Member,
): Promise<void> {
  const data = await draftCardOf(ctx, unit.tx, draft, draft.version);
  for (const to of campaignPlaces(ctx, campaign)) await sendDraftCard(unit, data, to);
  const from = ctx.where?.platform ?? "slack";
  if (chatOf(ctx, campaign, from === "slack" ? "lark" : "slack") !== undefined) return;
  for (const { id } of await privateReviewers(ctx, unit.tx, submitter.id, from))
    await sendDraftCard(unit, data, { member: id });
}

/** Approves a version of a draft or sends it back; every copy of its card shows the decision at once. */
import { decideDraft as decide } from "../../domain/drafts.ts";
import { AppError } from "../../domain/errors.ts";
import { creatorById } from "../../store/creators.ts";
import type { Transaction } from "../../store/database.ts";
import {
  type DraftVersion,
  draftDecision,
  draftVersion,
  insertDraftDecision,
  lockDraft,
  type StoredDraft,
  updateDraft,
} from "../../store/drafts.ts";
import { personRef } from "../../store/people.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";
import { draftCardKey, refreshDraftCard } from "./draft-card.ts";
import { EXTRA_ROUND_ROLES, isReachable } from "./draft-reviewers.ts";
import { relayMessageOf } from "./relay-draft.ts";

export interface DecisionInput {
  draft: string;
  /** the version on the card that was clicked */
  version: number;
  decision: "approve" | "changes";
  comment?: string | undefined;
}

/** @throws AppError "old-card", "already-decided", "own-draft", "bad-input", "extra-round" */
export async function decideDraft({ ctx, input }: { ctx: Ctx; input: DecisionInput }): Promise<void> {
  await transact(ctx, async (unit) => {
    const { actor } = ctx;
    if (actor === undefined) throw new AppError("unknown-person");
    const { draft, current } = await draftToDecide(unit.tx, input);
    const { decision, comment } = input;
    const { state, round, extraRound } = decide({
      draft: { ...draft, submittedBy: current.submittedBy },
      decision,
      version: input.version,
      by: actor.id,
      ...(comment === undefined ? {} : { comment }),
    });
    if (extraRound && !EXTRA_ROUND_ROLES.includes(actor.role)) throw new AppError("extra-round", { round });
    const decided = { ...draft, state, round };
    await updateDraft(unit.tx, draft.id, decided);
    await insertDraftDecision(unit.tx, {
      draftId: draft.id,
      version: draft.version,
      decision,
      comment: comment ?? null,
      decidedBy: actor.id,
      decidedAt: unit.now,
    });
    await unit.audit(`draft.${decision}`, draft.id, {
      version: draft.version,
      hash: current.hash,
      round,
      ...(comment === undefined ? {} : { comment }),
    });
    await refreshDraftCard(ctx, unit, decided, draft.version);
    // a changed card alerts nobody, and whoever submitted the draft has to act now
    if (await isReachable(ctx, unit.tx, current.submittedBy)) {
      const data = await relayMessageOf(unit.tx, decided, draft.version);
      await unit.send({ to: { member: current.submittedBy }, template: "relay-message", data });
    }
  });
}

/** Locks the draft and refuses with names and numbers, so that a person finds the card that counts. */
async function draftToDecide(
  tx: Transaction,
  { draft: id, version }: DecisionInput,
): Promise<{ draft: StoredDraft; current: DraftVersion }> {
  const draft = await lockDraft(tx, id);
  const current = draft === undefined ? undefined : await draftVersion(tx, id, draft.version);
  if (draft === undefined || current === undefined) throw new AppError("unknown-draft");
  if (version !== draft.version)
    throw new AppError("old-card", {
      version,
      current: draft.version,
      draft: await creatorName(tx, draft),
      card: draftCardKey(id, draft.version),
    });
  const decision = await draftDecision(tx, id, version);
  if (decision !== undefined)
    throw new AppError("already-decided", { version, by: (await personRef(tx, decision.decidedBy)).name });
  return { draft, current };
}

async function creatorName(tx: Transaction, draft: StoredDraft): Promise<string | undefined> {
  return (await creatorById(tx, draft.creatorId))?.name;
}

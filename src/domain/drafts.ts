/** The life of a draft: versions, decisions and rounds of changes. */
import { AppError } from "./errors.ts";

export type DraftState = "in-review" | "changes-requested" | "approved" | "withdrawn";

/** Why changes are asked for. source: interactions section 3 */
type ChangeReason = "claim" | "disclosure" | "brand" | "quality" | "factual" | "date";

/**
 * A draft as decided on. `version` counts uploads from 1; `round` counts how often changes were asked for, from 0;
 * `submittedBy` is the member who uploaded the current version.
 */
export interface Draft {
  state: DraftState;
  version: number;
  round: number;
  submittedBy: string;
}

/** A person's decision on one version, as shown on the card they clicked. */
export interface DraftDecision {
  draft: Draft;
  decision: "approve" | "changes";
  version: number;
  by: string;
  comment?: string;
  reason?: ChangeReason;
}

/** Rounds that are part of the agreement. source: rules W7, X5 */
export const INCLUDED_ROUNDS = 2;

/** A fresh draft, in review as version 1. */
export function startDraft(submittedBy: string): Draft {
  return { state: "in-review", version: 1, round: 0, submittedBy };
}

/**
 * A new upload: back into review, and decisions on earlier versions no longer count, approval included.
 *
 * @throws AppError "not-allowed" for a withdrawn draft
 */
export function submitVersion(draft: Draft, submittedBy: string): Draft {
  if (draft.state === "withdrawn") throw new AppError("not-allowed", { state: draft.state });
  return { state: "in-review", version: draft.version + 1, round: draft.round, submittedBy };
}

/**
 * Approves a version or sends it back. A round is counted when changes go back, not with every comment.
 *
 * @returns the new state and round; `extraRound` when the round goes beyond the two included, so that a manager hears what it costs
 * @throws AppError, in this order: "old-card" when another version is current, "already-decided" when it is not in
 *   review, "own-draft" when the decider submitted it, "bad-input" when changes come without a comment
 */
export function decideDraft({ draft, decision, version, by, comment }: DraftDecision): {
  state: "approved" | "changes-requested";
  round: number;
  extraRound: boolean;
} {
  if (version !== draft.version) throw new AppError("old-card", { version, current: draft.version });
  if (draft.state !== "in-review") throw new AppError("already-decided", { state: draft.state, version });
  if (by === draft.submittedBy) throw new AppError("own-draft", {});
  if (decision === "approve") return { state: "approved", round: draft.round, extraRound: false };
  if (!comment?.trim()) throw new AppError("bad-input", { field: "comment" });
  const round = draft.round + 1;
  return { state: "changes-requested", round, extraRound: round > INCLUDED_ROUNDS };
}

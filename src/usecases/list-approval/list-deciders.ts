/** Who decides on a submitted list: the brand's own managers and marketers, and not on a list of their own. */

import type { Role } from "../../chat/people.ts";
import { AppError } from "../../domain/errors.ts";
import { partyOf } from "../../domain/visibility.ts";
import type { Querier } from "../../store/database.ts";
import { type Member, membersWithRole } from "../../store/people.ts";
import type { Submission } from "../../store/submissions.ts";
import type { Ctx } from "../ctx.ts";
import { isReachable } from "../delivery/due-messages.ts";

export const DECIDERS = ["manager", "marketer"] as const satisfies readonly Role[];

/** @returns `isSubmitter` when nobody but the submitter is left, who may then decide alone. source: rules LP1 */
export async function decidersOf(
  ctx: Pick<Ctx, "chats">,
  db: Querier,
  submitter: string,
): Promise<{ members: Member[]; isSubmitter: boolean }> {
  const members: Member[] = [];
  for (const member of await membersWithRole(db, DECIDERS)) {
    if (partyOf(member) === null && (await isReachable(ctx, db, member.id))) members.push(member);
  }
  const others = members.filter(({ id }) => id !== submitter);
  return others.length > 0
    ? { members: others, isSubmitter: false }
    : { members, isSubmitter: members.length > 0 };
}

/** @throws AppError "brand-only" for an agency's people, "own-list" for the submitter while others can decide */
export async function checkDecider(ctx: Ctx, db: Querier, submission: Submission): Promise<Member> {
  const { actor } = ctx;
  if (actor === undefined) throw new AppError("unknown-person");
  if (partyOf(actor) !== null) throw new AppError("brand-only");
  if (actor.id === submission.submittedBy) {
    const { isSubmitter } = await decidersOf(ctx, db, actor.id);
    if (!isSubmitter) throw new AppError("own-list");
  }
  return actor;
}

/** Which submitted list a call means: the one a card names, else the newest of the campaign that still waits. */
import { AppError } from "../../domain/errors.ts";
import type { Querier } from "../../store/database.ts";
import { type Submission, submissionById, submissionsOf } from "../../store/submissions.ts";
import { audienceOfActor } from "../audience.ts";
import { findCampaign } from "../campaigns/find-campaign.ts";
import type { Ctx } from "../ctx.ts";
import { viewFor } from "./list-card.ts";

/** @throws AppError "unknown-list" also for a list that the person's side may not see, and those of finding the campaign */
export async function findList(
  ctx: Ctx,
  db: Querier,
  named: { list?: string | undefined; campaign?: string | undefined },
): Promise<Submission> {
  const audience = audienceOfActor(ctx);
  if (named.list !== undefined) {
    const submission = await submissionById(db, named.list);
    if (submission === undefined || viewFor(submission, audience) === undefined)
      throw new AppError("unknown-list");
    return submission;
  }
  const campaign = await findCampaign(ctx, db, named.campaign);
  const all = (await submissionsOf(db, campaign.id)).filter((one) => viewFor(one, audience) !== undefined);
  const found = all.find(({ closedAt }) => closedAt === null) ?? all[0];
  if (found === undefined) throw new AppError("unknown-list");
  return found;
}

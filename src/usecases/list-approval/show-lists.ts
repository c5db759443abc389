/** Shows the lists of a campaign that still wait for decisions, or the newest one. */
import { AppError } from "../../domain/errors.ts";
import { signsOf } from "../../domain/list-approval.ts";
import { rowsOf, submissionsOf } from "../../store/submissions.ts";
import { audienceHere, audienceOfActor } from "../audience.ts";
import { findCampaign } from "../campaigns/find-campaign.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";
import { findList } from "./find-list.ts";
import { decidable, sendList, viewFor } from "./list-card.ts";

/** More at once would bury the chat. */
const MOST = 3;

/** @throws AppError "unknown-list" when this side has submitted nothing */
export async function showLists({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { campaign?: string | undefined; list?: string | undefined };
}): Promise<void> {
  await transact(ctx, async (unit) => {
    const named = input.list === undefined ? undefined : await findList(ctx, unit.tx, { list: input.list });
    const campaign = await findCampaign(ctx, unit.tx, named?.campaignId ?? input.campaign);
    const own = audienceOfActor(ctx);
    const here = await audienceHere(ctx, unit.tx);
    const all = (await submissionsOf(unit.tx, campaign.id)).filter((one) => viewFor(one, own) !== undefined);
    const open = all.filter(({ closedAt }) => closedAt === null);
    const shown = named !== undefined ? [named] : (open.length > 0 ? open : all.slice(0, 1)).slice(0, MOST);
    if (shown.length === 0) throw new AppError("unknown-list");
    await unit.audit("list.show", campaign.id, { lists: shown.map(({ id }) => id) });
    for (const submission of shown.toReversed()) {
      // what others here may not see is for the one who asked
      const isPrivate = viewFor(submission, here) === undefined;
      const [to, audience] = isPrivate
        ? ([{ reply: "actor" }, own] as const)
        : ([{ reply: "all" }, here] as const);
      await sendList(ctx, unit, submission, to, audience);
    }
  });
}

/** What the form of deciding carries: the list, and what it shows at this moment. */
export async function listToDecide(
  ctx: Ctx,
  named: { list?: string | undefined; campaign?: string | undefined },
): Promise<{ list: string; seen: string }> {
  const { db } = ctx.store;
  const submission = await findList(ctx, db, named);
  const rows = await rowsOf(db, submission.id);
  return { list: submission.id, seen: signsOf(rows.map(({ row }) => decidable(row))) };
}

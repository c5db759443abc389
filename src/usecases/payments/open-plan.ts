/** A payment plan that the brand made early is opened to the agency through whose list the creator is passed later. */
import { AppError } from "../../domain/errors.ts";
import { isPlannedFor } from "../../domain/payments.ts";
import { partyOf } from "../../domain/visibility.ts";
import { renameCard } from "../../store/card-copies.ts";
import { type PlanWithParts, planOf, updatePlanAgency } from "../../store/payments.ts";
import { membersWithRole } from "../../store/people.ts";
import { lockSchedule } from "../../store/slots.ts";
import { campaignRows, passedOn, type Submission } from "../../store/submissions.ts";
import { audienceOf, audienceOfActor } from "../audience.ts";
import type { Ctx } from "../ctx.ts";
import { isReachable } from "../delivery/due-messages.ts";
import { passedPriceOf } from "../list-approval/list-card.ts";
import { transact, type Unit } from "../unit.ts";
import { maySeePlan, planCardKey, planCardOf } from "./payment-plan-card.ts";

/** Whose the plan becomes, and whoever submitted the list. */
type Through = Pick<Submission, "agency" | "submittedBy">;

/**
 * Only a plan over what was passed: another sum is something that the brand has agreed with somebody else, such as the
 * creator, and would tell the agency a price that is not its own. Whoever made such a plan is told that it stays the
 * brand's. source: rules LP2, LP3
 */
export async function openPlans(
  ctx: Ctx,
  unit: Unit,
  submission: Submission,
  creatorIds: readonly string[],
): Promise<void> {
  const { campaignId, agency } = submission;
  if (creatorIds.length === 0) return;
  await lockSchedule(unit.tx, campaignId);
  const all = await campaignRows(unit.tx, campaignId);
  for (const creatorId of creatorIds) {
    const found = await planOf(unit.tx, campaignId, creatorId);
    if (found === undefined || found.plan.agency !== "") continue;
    // nobody else is to read it, and the card need not say so any more
    if (agency === "") {
      await unit.refresh(planCardKey(found.plan), "payment-plan", await planCardOf(unit.tx, found));
      continue;
    }
    const passed = all.flatMap(({ row, submission: list }) => {
      const isTheirs = row.creatorId === creatorId && list.agency === agency && row.decision === "pass";
      const price = isTheirs ? passedPriceOf(row) : null;
      return price === null ? [] : [{ format: row.format, price }];
    });
    if (isPlannedFor(found.plan, passed)) await openPlan(ctx, unit, found, submission);
    else await tellThatItStays(ctx, unit, found);
  }
}

/** By hand, on the card of a plan over another sum. @throws AppError "old-card" where nothing is to be opened any more */
export async function sharePlan({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { campaign: string; creator: string };
}): Promise<void> {
  await transact(ctx, async (unit) => {
    await lockSchedule(unit.tx, input.campaign);
    const found = await planOf(unit.tx, input.campaign, input.creator);
    const through = await passedOn(unit.tx, input.campaign, input.creator);
    const isBrands = found?.plan.agency === "" && maySeePlan(found.plan, audienceOfActor(ctx));
    if (!isBrands || through === undefined || through.agency === "") throw new AppError("old-card");
    await openPlan(ctx, unit, found, through);
  });
}

/** Nudges and digests look at whose it is when they are sent, so nothing else has to move. */
export async function openPlan(
  ctx: Ctx,
  unit: Unit,
  { plan, parts }: PlanWithParts,
  { agency, submittedBy }: Through,
): Promise<PlanWithParts> {
  const opened = { plan: { ...plan, agency }, parts };
  await updatePlanAgency(unit.tx, plan.id, agency);
  // whoever has the card may read what the agency may
  await renameCard(unit.tx, planCardKey(plan), planCardKey(opened.plan));
  await unit.audit("pay.open", plan.id, { creator: plan.creatorId, agency });
  const data = await planCardOf(unit.tx, opened);
  await unit.refresh(planCardKey(opened.plan), "payment-plan", data);
  for (const member of await readersOf(ctx, unit, { agency, submittedBy }))
    await unit.send({ to: { member }, template: "payment-plan", data, cardKey: planCardKey(opened.plan) });
  return opened;
}

/** The agency's managers, who are asked to pay; where it has none, whoever submitted the list. */
async function readersOf(ctx: Ctx, unit: Unit, { agency, submittedBy }: Through): Promise<string[]> {
  const managers = (await membersWithRole(unit.tx, ["manager"])).filter(
    (member) => partyOf(member) === agency,
  );
  const readers: string[] = [];
  for (const { id } of managers) if (await isReachable(ctx, unit.tx, id)) readers.push(id);
  if (readers.length > 0) return readers;
  const isTheirs = maySeePlan({ agency }, await audienceOf(ctx, unit.tx, { member: submittedBy }));
  return isTheirs && (await isReachable(ctx, unit.tx, submittedBy)) ? [submittedBy] : [];
}

/** The card offers to share it all the same. */
async function tellThatItStays(ctx: Ctx, unit: Unit, found: PlanWithParts): Promise<void> {
  const data = await planCardOf(unit.tx, found);
  const cardKey = planCardKey(found.plan);
  await unit.refresh(cardKey, "payment-plan", data);
  const to = { member: found.plan.requestedBy };
  const mayRead = maySeePlan(found.plan, await audienceOf(ctx, unit.tx, to));
  if (mayRead && (await isReachable(ctx, unit.tx, to.member)))
    await unit.send({ to, template: "payment-plan", data, cardKey });
}

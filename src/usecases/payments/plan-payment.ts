/** Makes a creator's payment plan: the parts, when they fall due, and the nudges before and after. */
import { AppError } from "../../domain/errors.ts";
import type { Money } from "../../domain/money.ts";
import { splitPlan } from "../../domain/payments.ts";
import { ownerOf, partyOf } from "../../domain/visibility.ts";
import type { Campaign } from "../../store/campaigns.ts";
import type { Creator } from "../../store/creators.ts";
import {
  deletePlan,
  insertPlan,
  type Milestone,
  type PlanWithParts,
  planOf,
  updateMilestone,
} from "../../store/payments.ts";
import { lockSchedule, slotOf } from "../../store/slots.ts";
import { passedFor, passedOn } from "../../store/submissions.ts";
import { audienceOfActor } from "../audience.ts";
import { findCampaign } from "../campaigns/find-campaign.ts";
import { findCreator } from "../creators/find-creator.ts";
import type { Ctx } from "../ctx.ts";
import { todayIn } from "../days.ts";
import { transact, type Unit } from "../unit.ts";
import { paymentsOf } from "./find-payment.ts";
import { openPlan } from "./open-plan.ts";
import { usualDueDate } from "./payment-dates.ts";
import { maySeePlan, planCardKey, planCardOf, sendPlan } from "./payment-plan-card.ts";
import { nudgePrefix, planNudges, refreshNudges } from "./plan-nudges.ts";

/** Half before and half after, unless another split is agreed. source: rules G3 */
const USUAL_SPLIT: readonly number[] = [50, 50];

export interface PaymentInput {
  /** an id, a nickname or a 小红书号 */
  creator: string;
  total: Money;
  /** shares in percent */
  split?: readonly number[] | undefined;
  /** when the first and the second part are due, YYYY-MM-DD, where that was agreed */
  first?: string | undefined;
  second?: string | undefined;
  campaign?: string | undefined;
}

/** What a plan is made for. */
interface Purpose {
  campaign: Campaign;
  creator: Creator;
  input: PaymentInput;
}

/**
 * The same total and split again only changes the dates that are given.
 * @throws AppError "plan-exists" when parts of another plan are paid, or it is another side's; "past-date"; "bad-split"
 */
export async function planPayment({ ctx, input }: { ctx: Ctx; input: PaymentInput }): Promise<void> {
  await transact(ctx, async (unit) => {
    const campaign = await findCampaign(ctx, unit.tx, input.campaign);
    const creator = await findCreator(unit.tx, input.creator);
    await lockSchedule(unit.tx, campaign.id);
    refusePastDates(input, todayIn(unit.now, campaign.zone).toString());
    const purpose = { campaign, creator, input };
    const earlier = await planOf(unit.tx, campaign.id, creator.id);
    if (earlier !== undefined && !maySeePlan(earlier.plan, audienceOfActor(ctx)))
      throw new AppError("plan-exists", { text: creator.name });
    const isSame = earlier !== undefined && sameAmounts(earlier, input);
    const gone = earlier === undefined ? undefined : await planCardOf(unit.tx, earlier);
    if (earlier !== undefined && !isSame) await removePlan(ctx, unit, earlier, creator);
    const current = isSame
      ? await changeDates(ctx, unit, await openedTo(ctx, unit, earlier), purpose)
      : await makePlan(ctx, unit, purpose);
    await unit.audit(isSame ? "pay.keep" : "pay.plan", current.plan.id, {
      creator: creator.id,
      total: input.total,
      parts: current.parts.map(({ amount, dueOn }) => ({ amount, dueOn })),
    });
    if (
      earlier !== undefined &&
      gone !== undefined &&
      planCardKey(earlier.plan) !== planCardKey(current.plan)
    )
      await unit.refresh(planCardKey(earlier.plan), "payment-plan", { ...gone, replaced: true });
    await unit.refresh(planCardKey(current.plan), "payment-plan", await planCardOf(unit.tx, current));
    await sendPlan(ctx, unit, current);
  });
}

function refusePastDates({ first, second }: PaymentInput, today: string): void {
  const past = [first, second].find((date) => date !== undefined && date < today);
  if (past !== undefined) throw new AppError("past-date", { date: past });
}

function sameAmounts({ parts }: PlanWithParts, { total, split }: PaymentInput): boolean {
  const wanted = splitPlan(total, split ?? USUAL_SPLIT);
  return (
    parts.length === wanted.length &&
    parts.every(
      ({ amount, currency }, index) =>
        amount === wanted[index]?.amount && currency === wanted[index]?.currency,
    )
  );
}

async function removePlan(ctx: Ctx, unit: Unit, found: PlanWithParts, creator: Creator): Promise<void> {
  if (found.parts.some(({ state }) => state === "paid"))
    throw new AppError("plan-exists", { text: creator.name });
  for (const payment of await paymentsOf(unit.tx, found)) {
    await refreshNudges(ctx, unit, payment, "gone");
    await unit.cancel(nudgePrefix(payment.milestone.id));
  }
  await deletePlan(unit.tx, found.plan.id);
}

/** A plan made before anybody was passed: made now, it would be the agency's on whose list they were passed. */
async function openedTo(ctx: Ctx, unit: Unit, found: PlanWithParts): Promise<PlanWithParts> {
  const { agency, campaignId, creatorId } = found.plan;
  const passed = agency === "" ? await passedOn(unit.tx, campaignId, creatorId) : undefined;
  return passed === undefined || passed.agency === "" ? found : openPlan(ctx, unit, found, passed);
}

/** Dates by hand for parts that are still open; a paid part keeps its own. */
async function changeDates(
  ctx: Ctx,
  unit: Unit,
  found: PlanWithParts,
  { input }: Purpose,
): Promise<PlanWithParts> {
  const given = [input.first, input.second];
  const parts: Milestone[] = [];
  for (const payment of await paymentsOf(unit.tx, found)) {
    const { milestone } = payment;
    const dueOn = given[milestone.position];
    if (dueOn === undefined || dueOn === milestone.dueOn || milestone.state !== "planned") {
      parts.push(milestone);
      continue;
    }
    await refreshNudges(ctx, unit, payment, "gone");
    await updateMilestone(unit.tx, milestone.id, { dueOn, dueByHand: true });
    const moved = { ...milestone, dueOn, dueByHand: true };
    await planNudges(unit, moved, payment.campaign);
    parts.push(moved);
  }
  return { plan: found.plan, parts };
}

async function makePlan(ctx: Ctx, unit: Unit, { campaign, creator, input }: Purpose): Promise<PlanWithParts> {
  if (ctx.actor === undefined) throw new AppError("unknown-person");
  const slot = await slotOf(unit.tx, campaign.id, creator.id);
  const known = { plannedOn: todayIn(unit.now, campaign.zone), postOn: slot?.postOn };
  const amounts = splitPlan(input.total, input.split ?? USUAL_SPLIT);
  const given = [input.first, input.second];
  const plan = {
    id: ctx.newId("pla"),
    campaignId: campaign.id,
    creatorId: creator.id,
    agency: ownerOf(partyOf(ctx.actor)) || (await passedFor(unit.tx, campaign.id, creator.id)),
    ...input.total,
    requestedBy: ctx.actor.id,
    requestedAt: unit.now,
  };
  const parts = amounts.map((amount, position): Milestone => {
    const byHand = given[position];
    return {
      id: ctx.newId("mil"),
      planId: plan.id,
      position,
      ...amount,
      dueOn: byHand ?? usualDueDate({ position, of: amounts.length }, known),
      dueByHand: byHand !== undefined,
      state: "planned",
      paidBy: null,
      paidAt: null,
    };
  });
  await insertPlan(unit.tx, { plan, parts });
  for (const part of parts) await planNudges(unit, part, campaign);
  return { plan, parts };
}

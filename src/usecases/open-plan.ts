/** A payment plan that the brand made early is opened to the agency through whose list the creator is passed later. */
import { isPlannedFor } from "../domain/payments.ts";
import { renameCard } from "../store/card-copies.ts";
import { type PlanWithParts, planOf, updatePlanAgency } from "../store/payments.ts";
import { lockSchedule } from "../store/slots.ts";
import { campaignRows, type Submission } from "../store/submissions.ts";
import { passedPriceOf } from "./list-card.ts";
import { planCardKey } from "./payment-plan-card.ts";
import type { Unit } from "./unit.ts";

/**
 * Only a plan over what was passed: another sum is something that the brand has agreed with somebody else, such as the
 * creator, and would tell the agency a price that is not its own. source: rules LP2, LP3
 */
export async function openPlans(
  unit: Unit,
  { campaignId, agency }: Submission,
  creatorIds: readonly string[],
): Promise<void> {
  if (agency === "" || creatorIds.length === 0) return;
  await lockSchedule(unit.tx, campaignId);
  const all = await campaignRows(unit.tx, campaignId);
  for (const creatorId of creatorIds) {
    const found = await planOf(unit.tx, campaignId, creatorId);
    if (found === undefined || found.plan.agency !== "") continue;
    const passed = all.flatMap(({ row, submission }) => {
      const isTheirs = row.creatorId === creatorId && submission.agency === agency && row.decision === "pass";
      const price = isTheirs ? passedPriceOf(row) : null;
      return price === null ? [] : [{ format: row.format, price }];
    });
    if (isPlannedFor(found.plan, passed)) await openPlan(unit, found, agency);
  }
}

/** Nudges and digests look at whose it is when they are sent, so nothing else has to move. */
export async function openPlan(
  unit: Unit,
  { plan, parts }: PlanWithParts,
  agency: string,
): Promise<PlanWithParts> {
  const opened = { plan: { ...plan, agency }, parts };
  await updatePlanAgency(unit.tx, plan.id, agency);
  // whoever has the card may read what the agency may
  await renameCard(unit.tx, planCardKey(plan), planCardKey(opened.plan));
  await unit.audit("pay.open", plan.id, { creator: plan.creatorId, agency });
  return opened;
}

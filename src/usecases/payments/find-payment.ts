/** A part of a payment plan with everything it belongs to. */
import { campaignById } from "../../store/campaigns.ts";
import { creatorById } from "../../store/creators.ts";
import type { Querier } from "../../store/database.ts";
import { type PlanWithParts, planOfMilestone } from "../../store/payments.ts";
import type { Payment } from "./plan-nudges.ts";

/** Undefined when another plan has taken its place. */
export async function findPayment(db: Querier, milestoneId: string): Promise<Payment | undefined> {
  const found = await planOfMilestone(db, milestoneId);
  const payments = found === undefined ? [] : await paymentsOf(db, found);
  return payments.find(({ milestone }) => milestone.id === milestoneId);
}

export async function paymentsOf(db: Querier, { plan, parts }: PlanWithParts): Promise<Payment[]> {
  const campaign = await campaignById(db, plan.campaignId);
  const creator = await creatorById(db, plan.creatorId);
  if (campaign === undefined || creator === undefined) return [];
  return parts.map((milestone) => ({ milestone, plan, of: parts.length, campaign, creator }));
}

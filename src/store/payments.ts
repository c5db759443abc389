/** Payment plans with their milestones. */
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Querier, Transaction } from "./database.ts";
import { campaigns, creators, milestones, paymentPlans } from "./schema.ts";

export type PaymentPlan = typeof paymentPlans.$inferSelect;
export type Milestone = typeof milestones.$inferSelect;

/** A plan and its parts, the first payment first. */
export interface PlanWithParts {
  plan: PaymentPlan;
  parts: Milestone[];
}

export async function planOf(
  db: Querier,
  campaignId: string,
  creatorId: string,
): Promise<PlanWithParts | undefined> {
  const rows = await db
    .select()
    .from(paymentPlans)
    .where(and(eq(paymentPlans.campaignId, campaignId), eq(paymentPlans.creatorId, creatorId)));
  return withParts(db, rows[0]);
}

/** The plan that a milestone belongs to. */
export async function planOfMilestone(db: Querier, milestoneId: string): Promise<PlanWithParts | undefined> {
  const rows = await db
    .select({ plan: paymentPlans })
    .from(paymentPlans)
    .innerJoin(milestones, eq(milestones.planId, paymentPlans.id))
    .where(eq(milestones.id, milestoneId));
  return withParts(db, rows[0]?.plan);
}

async function withParts(db: Querier, plan: PaymentPlan | undefined): Promise<PlanWithParts | undefined> {
  if (plan === undefined) return undefined;
  const parts = await db
    .select()
    .from(milestones)
    .where(eq(milestones.planId, plan.id))
    .orderBy(asc(milestones.position));
  return { plan, parts };
}

export async function insertPlan(tx: Transaction, { plan, parts }: PlanWithParts): Promise<void> {
  await tx.insert(paymentPlans).values(plan);
  await tx.insert(milestones).values(parts);
}

export async function deletePlan(tx: Transaction, planId: string): Promise<void> {
  await tx.delete(milestones).where(eq(milestones.planId, planId));
  await tx.delete(paymentPlans).where(eq(paymentPlans.id, planId));
}

export async function updatePlanAgency(tx: Transaction, planId: string, agency: string): Promise<void> {
  await tx.update(paymentPlans).set({ agency }).where(eq(paymentPlans.id, planId));
}

export async function updateMilestone(
  tx: Transaction,
  id: string,
  change: Partial<Pick<Milestone, "dueOn" | "dueByHand" | "state" | "paidBy" | "paidAt">>,
): Promise<void> {
  await tx.update(milestones).set(change).where(eq(milestones.id, id));
}

/** Every part of every plan of the open campaigns, the earliest due first, those without a date last. */
export async function openCampaignPayments(db: Querier) {
  return db
    .select({ milestone: milestones, plan: paymentPlans, creator: creators, campaign: campaigns })
    .from(milestones)
    .innerJoin(paymentPlans, eq(paymentPlans.id, milestones.planId))
    .innerJoin(creators, eq(creators.id, paymentPlans.creatorId))
    .innerJoin(campaigns, eq(campaigns.id, paymentPlans.campaignId))
    .where(isNull(campaigns.closedAt))
    .orderBy(asc(milestones.dueOn), asc(creators.name), asc(milestones.position));
}

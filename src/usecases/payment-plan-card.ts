/** The data of a payment plan's card, as it stands now. */
import { Temporal } from "temporal-polyfill";
import type { TemplateInput } from "../chat/template-data.ts";
import { AppError } from "../domain/errors.ts";
import { campaignById } from "../store/campaigns.ts";
import { creatorById } from "../store/creators.ts";
import type { Querier } from "../store/database.ts";
import type { Milestone, PaymentPlan, PlanWithParts } from "../store/payments.ts";
import { membersWithRole, personRef, personRefs } from "../store/people.ts";
import { slotOf } from "../store/slots.ts";
import { unknownYears } from "./days.ts";

/** A plan that takes another's place takes over its cards. */
export function planCardKey(plan: Pick<PaymentPlan, "campaignId" | "creatorId">): string {
  return `plan:${plan.campaignId}:${plan.creatorId}`;
}

export async function planCardOf(
  db: Querier,
  { plan, parts }: PlanWithParts,
): Promise<TemplateInput<"payment-plan">> {
  const campaign = await campaignById(db, plan.campaignId);
  const creator = await creatorById(db, plan.creatorId);
  if (campaign === undefined || creator === undefined) throw new AppError("unknown-milestone");
  const payers = await personRefs(
    db,
    parts.flatMap(({ paidBy }) => paidBy ?? []),
  );
  return {
    campaign: { id: campaign.id, name: campaign.name },
    creator: { id: creator.id, name: creator.name },
    total: { amount: plan.amount, currency: plan.currency },
    parts: parts.map((part) => ({
      id: part.id,
      position: part.position,
      of: parts.length,
      amount: { amount: part.amount, currency: part.currency },
      dueOn: part.dueOn,
      state: part.state,
      paid: paidOf(part, (id) => payers.get(id)?.name ?? id),
    })),
    hasSlot: (await slotOf(db, campaign.id, creator.id)) !== undefined,
    hasManager: (await membersWithRole(db, ["manager"])).length > 0,
    unknownYears: unknownYears(
      parts.flatMap(({ dueOn }) => (dueOn === null ? [] : [Temporal.PlainDate.from(dueOn)])),
    ),
    requestedBy: await personRef(db, plan.requestedBy),
    requestedAt: plan.requestedAt.toString(),
  };
}

export function paidOf(
  { paidBy, paidAt }: Pick<Milestone, "paidBy" | "paidAt">,
  nameOf: (id: string) => string,
): { by: string; at: string } | null {
  return paidBy === null || paidAt === null ? null : { by: nameOf(paidBy), at: paidAt.toString() };
}

/** The data of a payment plan's card, as it stands now. */
import { Temporal } from "temporal-polyfill";
import type { TemplateInput } from "../../chat/template-data.ts";
import { AppError } from "../../domain/errors.ts";
import { type Audience, isUnnamed, isVisible, partyOf } from "../../domain/visibility.ts";
import { campaignById } from "../../store/campaigns.ts";
import { creatorById } from "../../store/creators.ts";
import type { Querier } from "../../store/database.ts";
import type { Milestone, PaymentPlan, PlanWithParts } from "../../store/payments.ts";
import { membersWithRole, personRef, personRefs, sidesKnown } from "../../store/people.ts";
import { slotOf } from "../../store/slots.ts";
import { passedOn } from "../../store/submissions.ts";
import { audienceHere } from "../audience.ts";
import type { Ctx } from "../ctx.ts";
import { unknownYears } from "../days.ts";
import type { Unit } from "../unit.ts";

/** A plan that takes another's place takes over its cards, unless it is another side's: those who read them may not read it. */
export function planCardKey({
  campaignId,
  creatorId,
  agency,
}: Pick<PaymentPlan, "campaignId" | "creatorId" | "agency">): string {
  const key = `plan:${campaignId}:${creatorId}`;
  return agency === "" ? key : `${key}:${agency}`;
}

export function maySeePlan({ agency }: Pick<PaymentPlan, "agency">, audience: Audience): boolean {
  return isVisible("payment", agency, audience);
}

/** Where it was asked for; to the actor alone where somebody reads along who may not know what is paid. */
export async function sendPlan(ctx: Ctx, unit: Unit, found: PlanWithParts): Promise<void> {
  const forAll = maySeePlan(found.plan, await audienceHere(ctx, unit.tx));
  await unit.send({
    to: { reply: forAll ? "all" : "actor" },
    template: "payment-plan",
    data: await planCardOf(unit.tx, found),
    cardKey: planCardKey(found.plan),
  });
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
    hasManager: (await membersWithRole(db, ["manager"])).some((member) =>
      maySeePlan(plan, [partyOf(member)]),
    ),
    unknownYears: unknownYears(
      parts.flatMap(({ dueOn }) => (dueOn === null ? [] : [Temporal.PlainDate.from(dueOn)])),
    ),
    requestedBy: await personRef(db, plan.requestedBy),
    requestedAt: plan.requestedAt.toString(),
    seenBy: await seenBy(db, plan),
  };
}

/** A partner whose agency nobody named goes by their own name. */
async function seenBy(db: Querier, plan: PaymentPlan): Promise<TemplateInput<"payment-plan">["seenBy"]> {
  const { agency, campaignId, creatorId } = plan;
  if (agency !== "") return isUnnamed(agency) ? null : { side: "both", agency };
  const passed = await passedOn(db, campaignId, creatorId);
  if (passed === undefined)
    return (await sidesKnown(db)).length === 0 ? null : { side: "not-passed", agency: "" };
  if (passed.agency === "") return null;
  const name = isUnnamed(passed.agency) ? (await personRef(db, passed.submittedBy)).name : passed.agency;
  return { side: "other-sum", agency: name };
}

export function paidOf(
  { paidBy, paidAt }: Pick<Milestone, "paidBy" | "paidAt">,
  nameOf: (id: string) => string,
): { by: string; at: string } | null {
  return paidBy === null || paidAt === null ? null : { by: nameOf(paidBy), at: paidAt.toString() };
}

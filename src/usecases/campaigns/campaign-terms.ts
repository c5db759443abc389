/** A campaign's budget, ceiling and margin: each side sets its own and sees only that. source: rules LP2 */
import { AppError } from "../../domain/errors.ts";
import type { Money } from "../../domain/money.ts";
import { parseMoney } from "../../domain/numbers.ts";
import { isVisible, partyOf } from "../../domain/visibility.ts";
import type { Campaign } from "../../store/campaigns.ts";
import { campaignRows, lockLists, submissionsOf } from "../../store/submissions.ts";
import { marginOf, saveMargin, saveTerms, termsOf } from "../../store/terms.ts";
import { audienceOfActor } from "../audience.ts";
import type { Ctx } from "../ctx.ts";
import { refreshList, spentOf } from "../list-approval/list-card.ts";
import { transact, type Unit } from "../unit.ts";
import { findCampaign } from "./find-campaign.ts";

export interface TermsInput {
  campaign?: string | undefined;
  /** as typed; in the campaign's currency where none is named */
  budget?: string | undefined;
  ceiling?: string | undefined;
  /** a fraction */
  margin?: number | undefined;
}

/** @throws AppError "brand-only", "agency-only", "currency-mismatch" */
export async function campaignTerms({ ctx, input }: { ctx: Ctx; input: TermsInput }): Promise<void> {
  await transact(ctx, async (unit) => {
    const campaign = await findCampaign(ctx, unit.tx, input.campaign);
    const changed = [
      await setBrandTerms(ctx, unit, campaign, input),
      await setMargin(ctx, unit, campaign, input),
    ].includes(true);
    // the amounts stay out of the record, which more people may read than may know them
    await unit.audit(changed ? "terms.set" : "terms.show", campaign.id, {
      fields: (["budget", "ceiling", "margin"] as const).filter((name) => input[name] !== undefined),
    });
    await sendTerms(ctx, unit, campaign, changed);
  });
}

/** @returns whether there was anything to set; throws AppError "brand-only", "currency-mismatch" */
export async function setBrandTerms(
  ctx: Ctx,
  unit: Unit,
  campaign: Campaign,
  input: Pick<TermsInput, "budget" | "ceiling">,
): Promise<boolean> {
  const { budget, ceiling } = input;
  if (budget === undefined && ceiling === undefined) return false;
  const { actor } = ctx;
  if (actor === undefined || partyOf(actor) !== null) throw new AppError("brand-only");
  await lockLists(unit.tx, campaign.id);
  await saveTerms(unit.tx, campaign.id, {
    ...(budget === undefined ? {} : { budgetAmount: amountIn(campaign, budget) }),
    ...(ceiling === undefined ? {} : { ceilingAmount: amountIn(campaign, ceiling) }),
    setBy: actor.id,
    setAt: unit.now,
  });
  for (const list of await submissionsOf(unit.tx, campaign.id))
    if (list.closedAt === null) await refreshList(ctx, unit, list);
  return true;
}

function amountIn({ currency }: Campaign, typed: string): number {
  const read = parseMoney(typed, currency);
  if (!read.ok) throw new AppError("bad-input");
  if (read.value.currency !== currency)
    throw new AppError("currency-mismatch", { currency, given: read.value.currency });
  return read.value.amount;
}

async function setMargin(ctx: Ctx, unit: Unit, campaign: Campaign, { margin }: TermsInput): Promise<boolean> {
  if (margin === undefined) return false;
  const { actor } = ctx;
  if (actor?.agency === undefined || actor.agency === null) throw new AppError("agency-only");
  const { agency } = actor;
  await saveMargin(unit.tx, {
    campaignId: campaign.id,
    agency,
    share: margin,
    setBy: actor.id,
    setAt: unit.now,
  });
  return true;
}

/** To the one who asks alone. */
async function sendTerms(ctx: Ctx, unit: Unit, campaign: Campaign, changed: boolean): Promise<void> {
  const audience = audienceOfActor(ctx);
  const agency = ctx.actor?.agency ?? null;
  const terms = await termsOf(unit.tx, campaign.id);
  const inCurrency = (amount: number | null | undefined): Money | null =>
    amount === null || amount === undefined ? null : { amount, currency: campaign.currency };
  const seesMargin = agency !== null && isVisible("margin", agency, audience);
  await unit.send({
    to: { reply: "actor" },
    template: "terms-card",
    data: {
      campaign: { id: campaign.id, name: campaign.name },
      brand: (["budget", "ceiling", "spent"] as const).every((field) => isVisible(field, "", audience))
        ? {
            budget: inCurrency(terms?.budgetAmount),
            ceiling: inCurrency(terms?.ceilingAmount),
            spent: spentOf(await campaignRows(unit.tx, campaign.id), campaign.currency),
          }
        : null,
      own: seesMargin ? { agency, margin: await marginOf(unit.tx, campaign.id, agency) } : null,
      changed,
    },
  });
}

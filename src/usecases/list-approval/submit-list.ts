/** Submits creators of the shortlist with prices and reasons (提报), and shows the list to those who decide. */
import { AppError } from "../../domain/errors.ts";
import type { Money } from "../../domain/money.ts";
import { readProposals } from "../../domain/proposals.ts";
import { ownerOf, partyOf } from "../../domain/visibility.ts";
import type { Campaign } from "../../store/campaigns.ts";
import { insertSubmission, lockLists, nextNumber, type Submission } from "../../store/submissions.ts";
import { findCampaign } from "../campaigns/find-campaign.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";
import { announceList } from "./announce-list.ts";
import { type Candidate, candidatesOf, notBefore } from "./submittable.ts";

export interface ListInput {
  campaign?: string | undefined;
  /** one creator a line: name, price, reason; everyone with a price who was not submitted yet when left out */
  lines?: string | undefined;
  note?: string | undefined;
}

/** @throws AppError "unknown-rows" for lines about nobody on the shortlist, "nothing-to-submit" */
export async function submitList({ ctx, input }: { ctx: Ctx; input: ListInput }): Promise<void> {
  await transact(ctx, async (unit) => {
    const { actor } = ctx;
    if (actor === undefined) throw new AppError("unknown-person");
    const campaign = await findCampaign(ctx, unit.tx, input.campaign);
    // two lists at once would submit the same people twice
    await lockLists(unit.tx, campaign.id);
    const agency = ownerOf(partyOf(actor));
    const all = await candidatesOf(unit.tx, campaign, agency);
    const fresh = await notBefore(unit.tx, campaign, agency, chosenFrom(all, campaign, input.lines));
    const priced = fresh.flatMap((one) => (one.price === undefined ? [] : [{ ...one, price: one.price }]));
    const noPrice = fresh.filter(({ price }) => price === undefined).map(({ name }) => name);
    if (priced.length === 0) throw new AppError("nothing-to-submit", { names: noPrice.join(" / ") });
    const submission: Submission = {
      id: ctx.newId("lst"),
      campaignId: campaign.id,
      number: await nextNumber(unit.tx, campaign.id),
      agency,
      note: input.note ?? null,
      submittedBy: actor.id,
      submittedAt: unit.now,
      closedAt: null,
    };
    await insertSubmission(unit.tx, submission, rowsFrom(submission, priced));
    await unit.audit("list.submit", submission.id, {
      campaign: campaign.id,
      rows: priced.map(({ shortlisted, price, format }) => ({
        creator: shortlisted.creator.id,
        format,
        ...price,
      })),
    });
    await announceList(ctx, unit, submission, campaign);
    if (noPrice.length === 0) return;
    const told = { campaign: campaign.name, number: submission.number, done: priced.length };
    await unit.send({ to: { reply: "actor" }, template: "list-note", data: { ...told, noPrice, late: [] } });
  });
}

function chosenFrom(
  all: readonly Candidate[],
  { currency }: Campaign,
  lines: string | undefined,
): Candidate[] {
  if (lines === undefined) return [...all];
  const { proposals, unknown } = readProposals(lines, all, currency);
  if (unknown[0] !== undefined || proposals.length === 0)
    throw new AppError("unknown-rows", { text: unknown[0] ?? lines });
  return proposals.map(({ candidate, price, reason }) => ({
    ...candidate,
    price: price ?? candidate.price,
    reason,
  }));
}

function rowsFrom({ id }: Submission, priced: readonly (Candidate & { price: Money })[]) {
  return priced.map(({ shortlisted, format, price, reason }, index) => ({
    submissionId: id,
    creatorId: shortlisted.creator.id,
    vettingId: shortlisted.vetting.id,
    position: index + 1,
    format,
    ...price,
    passedAmount: null,
    reason,
    decision: null,
    comment: null,
    decidedBy: null,
    decidedAt: null,
  }));
}

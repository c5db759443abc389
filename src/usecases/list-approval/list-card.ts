/** The data of a submitted list's card, for the brand's side or for the side that submitted it. */
import type { TemplateInput } from "../../chat/template-data.ts";
import { AppError } from "../../domain/errors.ts";
import { adviseFunnel, signsOf, sumsByCurrency } from "../../domain/list-approval.ts";
import type { Money } from "../../domain/money.ts";
import { tierOf } from "../../domain/tiers.ts";
import { type Audience, isUnnamed, isVisible, nameOfOwner } from "../../domain/visibility.ts";
import { type Campaign, campaignById } from "../../store/campaigns.ts";
import type { Querier } from "../../store/database.ts";
import { quotesOfCampaign } from "../../store/outreach.ts";
import { personRef, personRefs } from "../../store/people.ts";
import { campaignRows, rowsOf, type Submission, type SubmissionRow } from "../../store/submissions.ts";
import { termsOf } from "../../store/terms.ts";
import type { Ctx } from "../ctx.ts";
import type { Recipient, Unit } from "../unit.ts";
import { decidersOf } from "./list-deciders.ts";
import { funnelOf } from "./list-funnel.ts";
import { newestQuote } from "./newest-quote.ts";

export type ListView = TemplateInput<"list-card">["view"];
type Rows = Awaited<ReturnType<typeof rowsOf>>;
type AllRows = Awaited<ReturnType<typeof campaignRows>>;

function listCardKey(id: string, view: ListView): string {
  return `list:${id}:${view}`;
}

/** How an audience sees a list; undefined when somebody of it may not see it at all. */
export function viewFor({ agency }: Submission, audience: Audience): ListView | undefined {
  if (isVisible("budget", "", audience)) return "brand";
  return isVisible("submitted-price", agency, audience) ? "own" : undefined;
}

export function priceOfRow({ amount, currency }: SubmissionRow): Money {
  return { amount, currency };
}

export function passedPriceOf({ passedAmount, currency }: SubmissionRow): Money | null {
  return passedAmount === null ? null : { amount: passedAmount, currency };
}

/** @throws AppError "unknown-list" */
export async function listCardOf(
  ctx: Ctx,
  db: Querier,
  submission: Submission,
  view: ListView,
): Promise<TemplateInput<"list-card">> {
  const campaign = await campaignById(db, submission.campaignId);
  if (campaign === undefined) throw new AppError("unknown-list");
  const rows = await rowsOf(db, submission.id);
  const all = await campaignRows(db, campaign.id);
  const deciders = await decidersOf(ctx, db, submission.submittedBy);
  const own = view === "brand" ? all : all.filter((one) => one.submission.agency === submission.agency);
  const funnel = await funnelOf(db, campaign.id, own);
  const isDecided = rows.every(({ row }) => row.decision !== null);
  return {
    id: submission.id,
    number: submission.number,
    campaign: { id: campaign.id, name: campaign.name },
    tierScheme: campaign.tierScheme,
    view,
    agency: nameOfOwner(submission.agency),
    note: submission.note,
    submittedBy: await personRef(db, submission.submittedBy),
    submittedAt: submission.submittedAt.toString(),
    closedAt: submission.closedAt?.toString() ?? null,
    rows: await rowData(db, submission, campaign, rows),
    seen: signsOf(rows.map(({ row }) => decidable(row))),
    deciders: [
      ...(
        await personRefs(
          db,
          deciders.members.map(({ id }) => id),
        )
      ).values(),
    ],
    isOnlyDecider: deciders.isSubmitter,
    passedSums: sumsByCurrency(passedOf(rows.map(({ row }) => row)), campaign.currency),
    brand: view === "brand" ? await brandData(db, campaign, rows, all) : null,
    funnel,
    advice: adviseFunnel(funnel, isDecided || submission.closedAt !== null),
  };
}

export function decidable(row: SubmissionRow) {
  const { position, decision, passedAmount } = row;
  return { position, price: priceOfRow(row), decision, passedAmount };
}

function passedOf(rows: readonly SubmissionRow[]): Money[] {
  return rows.flatMap((row) => {
    const price = row.decision === "pass" ? passedPriceOf(row) : null;
    return price === null ? [] : [price];
  });
}

/** What the whole campaign has passed: of a creator passed again at a new price, the later pass alone. */
export function spentOf(all: AllRows, currency: Money["currency"]): Money[] {
  const latest = new Map<string, SubmissionRow>();
  for (const { row } of all) if (row.decision === "pass") latest.set(`${row.creatorId} ${row.format}`, row);
  return sumsByCurrency(passedOf([...latest.values()]), currency);
}

async function rowData(
  db: Querier,
  submission: Submission,
  campaign: Campaign,
  rows: Rows,
): Promise<TemplateInput<"list-card">["rows"]> {
  const ids = rows.flatMap(({ row }) => (row.decidedBy === null ? [] : [row.decidedBy]));
  const people = await personRefs(db, ids);
  const quotes = await quotesOfCampaign(db, campaign.id);
  return rows.map(({ row, creator, vetting }) => {
    const followers = vetting.facts.followers?.value ?? null;
    const by = row.decidedBy;
    return {
      position: row.position,
      creator: creator.name,
      tier: followers === null ? null : tierOf(campaign.tierScheme, followers),
      followers,
      score: vetting.score,
      format: row.format,
      price: priceOfRow(row),
      passedPrice: passedPriceOf(row),
      reason: row.reason,
      decision: row.decision,
      comment: row.comment,
      decidedBy: by === null ? null : (people.get(by) ?? { name: by }),
      quotedSince: newestQuote(quotes, submission.agency, row),
    };
  });
}

async function brandData(
  db: Querier,
  campaign: Campaign,
  rows: Rows,
  all: AllRows,
): Promise<TemplateInput<"list-card">["brand"]> {
  const terms = await termsOf(db, campaign.id);
  const inCurrency = (amount: number | null | undefined): Money | null =>
    amount === null || amount === undefined ? null : { amount, currency: campaign.currency };
  const ceiling = inCurrency(terms?.ceilingAmount);
  // what was agreed counts, and a declined one costs nothing
  const above = rows.filter(
    ({ row }) =>
      ceiling !== null &&
      row.currency === ceiling.currency &&
      row.decision !== "no" &&
      (row.passedAmount ?? row.amount) > ceiling.amount,
  );
  // a partner whose agency nobody named goes by their own name
  const unnamed = all.flatMap(({ submission }) =>
    isUnnamed(submission.agency) ? [submission.submittedBy] : [],
  );
  const people = await personRefs(db, unnamed);
  const nameOf = ({ agency, submittedBy }: Submission) =>
    isUnnamed(agency) ? (people.get(submittedBy)?.name ?? submittedBy) : agency;
  return {
    budget: inCurrency(terms?.budgetAmount),
    ceiling,
    spent: spentOf(all, campaign.currency),
    aboveCeiling: above.map(({ row }) => row.position),
    rivals: rows.flatMap(({ row, creator }) =>
      all
        .filter(
          (other) => other.row.creatorId === row.creatorId && other.submission.agency !== agencyOf(all, row),
        )
        .map((other) => ({
          creator: creator.name,
          agency: nameOf(other.submission),
          price: priceOfRow(other.row),
        })),
    ),
  };
}

function agencyOf(all: AllRows, row: SubmissionRow): string | undefined {
  return all.find(({ submission }) => submission.id === row.submissionId)?.submission.agency;
}

/** Sends the list as the recipient's side may see it; what nobody there may see is not sent. @returns whether it was */
export async function sendList(
  ctx: Ctx,
  unit: Unit,
  submission: Submission,
  to: Recipient,
  audience: Audience,
): Promise<ListView | undefined> {
  const view = viewFor(submission, audience);
  if (view === undefined) return undefined;
  const data = await listCardOf(ctx, unit.tx, submission, view);
  await unit.send({ to, template: "list-card", data, cardKey: listCardKey(submission.id, view) });
  return view;
}

/** Draws every copy anew, on either side. */
export async function refreshList(ctx: Ctx, unit: Unit, submission: Submission): Promise<void> {
  for (const view of ["brand", "own"] as const) {
    const data = await listCardOf(ctx, unit.tx, submission, view);
    await unit.refresh(listCardKey(submission.id, view), "list-card", data);
  }
}

/** Decides on rows of a submitted list (过号), as many at once as somebody names; closes the list. */
import { AppError } from "../../domain/errors.ts";
import { changedSince, passedAmountAfter, type RowDecision, readRows } from "../../domain/list-approval.ts";
import type { Money } from "../../domain/money.ts";
import { campaignById } from "../../store/campaigns.ts";
import type { Transaction } from "../../store/database.ts";
import { personRefs } from "../../store/people.ts";
import {
  closeSubmission,
  decideRows,
  lockLists,
  rowsOf,
  type Submission,
  type SubmissionRow,
  submissionById,
} from "../../store/submissions.ts";
import { audienceHere, audienceOf } from "../audience.ts";
import type { Ctx } from "../ctx.ts";
import { isReachable } from "../delivery/due-messages.ts";
import { openPlans } from "../payments/open-plan.ts";
import { transact, type Unit } from "../unit.ts";
import { findList } from "./find-list.ts";
import { decidable, refreshList, sendList } from "./list-card.ts";
import { checkDecider } from "./list-deciders.ts";

export interface RowsInput {
  /** an id that a card carries; the newest open list of the campaign when left out */
  list?: string | undefined;
  campaign?: string | undefined;
  /** `1-5, 8` or "rest" */
  rows: string;
  decision: RowDecision;
  /** another price than submitted; for one row alone */
  price?: Money | undefined;
  comment?: string | undefined;
  /** what the card showed that was clicked */
  seen?: string | undefined;
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

/**
 * Rows that somebody else decided since the person looked stay as they are, and the person is told.
 * @throws AppError "list-closed", "unknown-rows", "price-frozen", "brand-only", "own-list" and those of finding the list
 */
export async function decideList({ ctx, input }: { ctx: Ctx; input: RowsInput }): Promise<void> {
  await transact(ctx, async (unit) => {
    const submission = await openList(ctx, unit.tx, input);
    const actor = await checkDecider(ctx, unit.tx, submission);
    const rows = await rowsOf(unit.tx, submission.id);
    const chosen = chosenRows(rows, input);
    const late = chosen.filter(({ row }) => changedSince(decidable(row), row.position - 1, input.seen));
    const open = chosen.filter((one) => !late.includes(one));
    if (input.price !== undefined && chosen.length > 1)
      throw new AppError("bad-input", { problem: "one-price" });
    const decided = open.map(({ row }) => ({
      creatorId: row.creatorId,
      decision: input.decision,
      comment: input.comment ?? null,
      passedAmount: passedAmountAfter(decidable(row), input.decision, input.price),
      decidedBy: actor.id,
      decidedAt: unit.now,
    }));
    await decideRows(unit.tx, submission.id, decided);
    await unit.audit("list.decide", submission.id, {
      decision: input.decision,
      ...(input.comment === undefined ? {} : { comment: input.comment }),
      rows: open.map(({ row }, index) => ({
        creator: row.creatorId,
        before: row.decision,
        passedAmount: decided[index]?.passedAmount ?? null,
      })),
      late: late.map(({ row }) => row.creatorId),
    });
    if (input.decision === "pass")
      await openPlans(
        ctx,
        unit,
        submission,
        open.map(({ row }) => row.creatorId),
      );
    if (open.length > 0) await refreshList(ctx, unit, submission);
    // a click sees its own card change, a typed line wants an answer
    if (input.seen === undefined)
      await sendList(ctx, unit, submission, { reply: "all" }, await audienceHere(ctx, unit.tx));
    await tellLate(unit, submission, late, open.length);
    const left = rows.filter(({ row }) => row.decision === null && !open.some((one) => one.row === row));
    const hadOpen = open.some(({ row }) => row.decision === null);
    if (hadOpen && left.length === 0) await tellSubmitter(ctx, unit, submission);
  });
}

/** Nothing can be decided any more, and the cards say so. @throws AppError as deciding does */
export async function closeList({ ctx, input }: { ctx: Ctx; input: { list: string } }): Promise<void> {
  await transact(ctx, async (unit) => {
    const submission = await openList(ctx, unit.tx, input);
    await checkDecider(ctx, unit.tx, submission);
    const closed = { ...submission, closedAt: unit.now };
    await closeSubmission(unit.tx, submission.id, unit.now);
    await unit.audit("list.close", submission.id, { campaign: submission.campaignId });
    await refreshList(ctx, unit, closed);
    const rows = await rowsOf(unit.tx, submission.id);
    if (rows.some(({ row }) => row.decision === null)) await tellSubmitter(ctx, unit, closed);
  });
}

/** Locked: of two decisions at once, the second finds what the first has decided. */
async function openList(
  ctx: Ctx,
  tx: Transaction,
  input: { list?: string | undefined; campaign?: string | undefined },
): Promise<Submission> {
  const found = await findList(ctx, tx, input);
  await lockLists(tx, found.campaignId);
  const submission = await submissionById(tx, found.id);
  if (submission === undefined) throw new AppError("unknown-list");
  if (submission.closedAt !== null) throw new AppError("list-closed", { number: submission.number });
  return submission;
}

/** "The rest" is what the person saw as the rest. */
function chosenRows(rows: readonly Row[], { rows: text, seen }: RowsInput): Row[] {
  const asSeen = rows.map(({ row }) => {
    const wasOpen = seen === undefined ? row.decision === null : seen[row.position - 1] === ".";
    return { ...decidable(row), decision: wasOpen ? null : (row.decision ?? "no") };
  });
  const positions = readRows(text, asSeen);
  if (positions === undefined || positions.length === 0) throw new AppError("unknown-rows", { text });
  return rows.filter(({ row }) => positions.includes(row.position));
}

async function tellLate(
  unit: Unit,
  submission: Submission,
  late: readonly Row[],
  done: number,
): Promise<void> {
  if (late.length === 0) return;
  const campaign = await campaignById(unit.tx, submission.campaignId);
  const people = await personRefs(
    unit.tx,
    late.map(({ row }) => deciderOf(row)),
  );
  await unit.send({
    to: { reply: "actor" },
    template: "list-note",
    data: {
      campaign: campaign?.name ?? "",
      number: submission.number,
      done,
      noPrice: [],
      late: late.map(({ row, creator }) => ({
        position: row.position,
        creator: creator.name,
        decision: row.decision,
        by: people.get(deciderOf(row))?.name ?? "",
      })),
    },
  });
}

const deciderOf = ({ decidedBy }: SubmissionRow): string => decidedBy ?? "";

/** A changed card alerts nobody, and now the side that submitted has to act. */
async function tellSubmitter(ctx: Ctx, unit: Unit, submission: Submission): Promise<void> {
  const to = { member: submission.submittedBy };
  if (ctx.actor?.id === to.member || !(await isReachable(ctx, unit.tx, to.member))) return;
  await sendList(ctx, unit, submission, to, await audienceOf(ctx, unit.tx, to));
}

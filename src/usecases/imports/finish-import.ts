/** From the scores of a list to its end: the best are vetted, the ranked card is shown, then come the others and the file. */
import { ImportResultData } from "../../chat/features/import.ts";
import type { Destination } from "../../chat/ports.ts";
import type { Reading } from "../../chat/reading.ts";
import { inOrder, ordersOf } from "../../domain/ranking-order.ts";
import type { ScoredFactId } from "../../domain/score-table.ts";
import type { ImportedCreator } from "../../imports/read-creators.ts";
import { updateListImport } from "../../store/imports.ts";
import { removeListParts } from "../../store/list-parts.ts";
import { lockRanking } from "../../store/list-ranking.ts";
import { audienceOfActor } from "../audience.ts";
import type { Ctx } from "../ctx.ts";
import { readingAt } from "../delivery/prepare-message.ts";
import { type Recipient, transact, type Unit } from "../unit.ts";
import {
  type FinishedImport,
  importCardKey,
  ROWS_SHOWN,
  resultOf,
  type SetAsideRow,
} from "./import-cards.ts";
import { sendQuestions } from "./import-questions-card.ts";
import { sendReport } from "./import-report.ts";
import { importWorkbook } from "./import-workbook.ts";
import { lockUnstopped } from "./open-import.ts";
import { mostMissing, type RowScore, rank, rankImport } from "./rank-import.ts";
import { rankingShown } from "./redo-ranking.ts";
import type { ScoredRow } from "./scored-rows.ts";
import { sendWorkbook, type Workbook, workbookOf } from "./send-workbook.ts";
import { type Run, vetRows } from "./vet-rows.ts";

/** Rows that leave open who is meant are few: so many go with the best, so that a short list is done at once. */
const UNCLEAR_AT_ONCE = 200;

/** What is known of a list once it is scored. */
export type ListRun = Run & Pick<FinishedImport, "columns" | "guessed" | "hidden">;

/**
 * The card does not wait for more than the rows it shows, and not for the file, which takes a while to write. A crash in
 * between leaves the due thing open, and the next run goes on.
 * @param scored taken out, so that memory is free for others
 * @throws AlreadyDone when it was cancelled, or another process was faster
 */
export async function finishImport(ctx: Ctx, run: ListRun, scored: ScoredRow[][]): Promise<void> {
  const { ranked, missing, setAside, best, others, partOf } = takeInOrder(scored);
  const finishedAt = ctx.clock.now().toString();
  const read = run.list.report.setAside;
  const doubtful = await vetRows(ctx, run, best);
  const isLong = others.length > 0;
  const first = { ...run, ranked, setAside: [...read, ...setAside], finishedAt };
  await showRanking(ctx, first, { missing, open: others.length });
  doubtful.push(...(await vetRows(ctx, run, others, partOf)));
  const never = setAside.filter(({ reason }) => !mayBeVetted(reason));
  const finished: FinishedImport = {
    ...run,
    ranked: await rankImport(ctx.store.db, run.started.id),
    setAside: [...read, ...never, ...doubtful],
    finishedAt,
  };
  if (isLong) await settleRanking(ctx, finished);
  await sendFile(ctx, finished);
}

/** Who is meant is looked up anew when a row is vetted, and asked then. */
function mayBeVetted(reason: SetAsideRow["reason"]): boolean {
  return reason === "ambiguous" || reason === "asked";
}

/** The rows that the card shows, and all others that can be vetted, both as they stand in the file. */
function takeInOrder(scored: ScoredRow[][]) {
  const setAside: SetAsideRow[] = [];
  const rows: (RowScore & { line: number })[] = [];
  const open: ImportedCreator[] = [];
  const unclear: { line: number }[] = [];
  const partOf = new Map<number, number>();
  for (const [index, part] of scored.splice(0).entries())
    for (const { row, result } of part) {
      const { line, name } = row;
      partOf.set(line, index + 1);
      if ("score" in result) {
        const { score, rawScore, missing } = result;
        rows.push({ line, score, rawScore, missing });
      } else {
        setAside.push({ line, name, ...result });
        if (!mayBeVetted(result.reason)) continue;
        unclear.push({ line });
      }
      open.push(row);
    }
  const ranked = rank(rows);
  const atOnce = [...ranked.slice(0, ROWS_SHOWN), ...unclear.slice(0, UNCLEAR_AT_ONCE)];
  const lines = new Set(atOnce.map(({ line }) => line));
  return {
    ranked,
    missing: mostMissing(rows),
    setAside,
    best: open.filter(({ line }) => lines.has(line)),
    others: open.filter(({ line }) => !lines.has(line)),
    /** in which part of what is kept a line stands */
    partOf,
  };
}

/** @param more.open how many rows are vetted behind the card */
async function showRanking(
  ctx: Ctx,
  finished: FinishedImport,
  more: { missing: ScoredFactId[]; open: number },
): Promise<void> {
  const { started, list, ranked, setAside } = finished;
  await transact({ ...ctx, dueKey: undefined }, async (unit) => {
    const now = await lockUnstopped(unit, started.id);
    await unit.audit("import.rank", started.id, { ranked: ranked.length, setAside: setAside.length });
    if (now.state === "done") return;
    const rows = list.creators.length;
    await updateListImport(unit.tx, started.id, {
      state: "done",
      vendor: list.vendor,
      ...finished.columns,
      total: rows,
      done: rows,
      finishedAt: unit.now,
    });
    const shown = { ...(await resultOf(unit.tx, finished, more.missing)), open: more.open };
    await unit.refresh(importCardKey(started.id), "import-result", shown);
  });
}

async function sendFile(ctx: Ctx, finished: FinishedImport): Promise<void> {
  const { id, platform, startedBy } = finished.started;
  const destination = finished.started.replyTo as Destination;
  const readerId = destination.chat === undefined ? startedBy : null;
  const here: Recipient = { platform, to: destination };
  const reading = await readingAt(ctx, { platform, destination, readerId });
  const file = await fileOf(ctx, inGroup(finished), reading);
  const withPrices = finished.hidden.prices ? await privateFile(ctx, finished) : undefined;
  const aside: Recipient = finished.hidden.cells ? { member: startedBy } : here;
  await transact(ctx, async (unit) => {
    await unit.audit("import.finish", id, { bytes: file.content.length });
    await removeListParts(unit.tx, id);
    await showFileSent(unit, id);
    await sendWorkbook(ctx, unit, here, file);
    if (withPrices !== undefined) await sendWorkbook(ctx, unit, aside, withPrices);
    await sendReport(unit, finished, aside);
    await sendQuestions(unit, finished.started, aside);
  });
}

/** Nothing is open any more; a creator who was vetted elsewhere meanwhile may have changed the order. */
async function settleRanking(ctx: Ctx, finished: FinishedImport): Promise<void> {
  const { id } = finished.started;
  await transact({ ...ctx, dueKey: undefined }, async (unit) => {
    await lockRanking(unit.tx, id);
    await unit.audit("import.settle", id, { vetted: finished.ranked.length });
    const shown = await rankingShown(unit.tx, id);
    if (shown === undefined || shown.open === 0) return;
    const { counts, rows } = ImportResultData.parse(await resultOf(unit.tx, finished, shown.missing));
    const order = ordersOf(rows).includes(shown.order) ? shown.order : "score";
    const settled = { ...shown, counts, order, rows: inOrder(rows, order), open: 0 };
    await unit.refresh(importCardKey(id), "import-result", settled);
  });
}

/** The card of one that was given up before and tried again says no more that the file comes. */
async function showFileSent(unit: Unit, id: string): Promise<void> {
  await lockRanking(unit.tx, id);
  const shown = await rankingShown(unit.tx, id);
  if (shown === undefined || (shown.fileAskedAt === null && shown.fileFailedAt === null)) return;
  await unit.refresh(importCardKey(id), "import-result", { ...shown, fileAskedAt: null, fileFailedAt: null });
}

/** What could not be read may be a price as well. */
function inGroup(finished: FinishedImport): FinishedImport {
  if (!finished.hidden.cells) return finished;
  const { list } = finished;
  const unusedCells = list.report.unusedCells.map((cell) => ({ ...cell, text: "" }));
  return { ...finished, list: { ...list, report: { ...list.report, unusedCells } } };
}

/** The list with its prices, to whoever shared it. */
async function privateFile(ctx: Ctx, finished: FinishedImport): Promise<Workbook> {
  const { platform, startedBy } = finished.started;
  const reading = await readingAt(ctx, { platform, destination: {}, readerId: startedBy });
  return await fileOf(ctx, { ...finished, audience: audienceOfActor(ctx) }, reading);
}

async function fileOf(ctx: Ctx, finished: FinishedImport, reading: Reading): Promise<Workbook> {
  const { fileName } = finished.started;
  const text = reading.m.import.file.text(fileName, reading.count(finished.ranked.length));
  return workbookOf(ctx, fileName, await importWorkbook(ctx.store.db, finished, reading), { text, reading });
}

/** Ends an import: the ranked card in place of the progress, and then the whole list as a file. */
import type { Destination } from "../../chat/ports.ts";
import type { Reading } from "../../chat/reading.ts";
import { lockListImport, updateListImport } from "../../store/imports.ts";
import { lockRanking } from "../../store/list-ranking.ts";
import { audienceOfActor } from "../audience.ts";
import type { Ctx } from "../ctx.ts";
import { readingAt } from "../delivery/prepare-message.ts";
import { AlreadyDone, type Recipient, transact, type Unit } from "../unit.ts";
import { type FinishedImport, importCardKey, resultOf } from "./import-cards.ts";
import { sendQuestions } from "./import-questions-card.ts";
import { sendReport } from "./import-report.ts";
import { importWorkbook } from "./import-workbook.ts";
import { isOver } from "./open-import.ts";
import { type ListRow, rank, rankImport } from "./rank-import.ts";
import { rankingShown } from "./redo-ranking.ts";
import { sendWorkbook, type Workbook, workbookOf } from "./send-workbook.ts";

/**
 * The card does not wait for the file, which takes a while to write. A crash in between leaves the due thing open, and
 * the next run makes the file.
 * @param vetted all rows, where this run vetted them all; else they are read back
 * @throws AlreadyDone when it was cancelled, or another process was faster
 */
export async function finishImport(
  ctx: Ctx,
  run: Omit<FinishedImport, "ranked" | "finishedAt">,
  vetted: readonly ListRow[] | undefined,
): Promise<void> {
  const ranked = vetted === undefined ? await rankImport(ctx.store.db, run.started.id) : rank(vetted);
  const finished: FinishedImport = { ...run, ranked, finishedAt: ctx.clock.now().toString() };
  await showRanking(ctx, finished);
  await sendFile(ctx, finished);
}

async function showRanking(ctx: Ctx, finished: FinishedImport): Promise<void> {
  const { started, list, ranked, setAside } = finished;
  await transact({ ...ctx, dueKey: undefined }, async (unit) => {
    const now = await lockListImport(unit.tx, started.id);
    if (now === undefined || (isOver(now) && now.state !== "done")) throw new AlreadyDone(started.id);
    await unit.audit("import.rank", started.id, { vetted: ranked.length, setAside: setAside.length });
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
    await unit.refresh(importCardKey(started.id), "import-result", await resultOf(unit.tx, finished));
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
    await showFileSent(unit, id);
    await sendWorkbook(ctx, unit, here, file);
    if (withPrices !== undefined) await sendWorkbook(ctx, unit, aside, withPrices);
    await sendReport(unit, finished, aside);
    await sendQuestions(unit, finished.started, aside);
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

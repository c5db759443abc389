/** Ends an import: the ranked card in place of the progress, and then the whole list as a file. */
import type { Destination } from "../chat/ports.ts";
import type { Reading } from "../chat/reading.ts";
import { insertFile } from "../store/files.ts";
import { lockListImport, updateListImport } from "../store/imports.ts";
import { hidesOwnPrices } from "./audience.ts";
import type { Ctx } from "./ctx.ts";
import { type FinishedImport, importCardKey, resultOf } from "./import-cards.ts";
import { sendQuestions } from "./import-questions-card.ts";
import { sendReport } from "./import-report.ts";
import { importWorkbooks, workbooksFor } from "./import-workbook.ts";
import { isOver } from "./open-import.ts";
import { readingAt } from "./prepare-message.ts";
import { type ListRow, rank, rankImport } from "./rank-import.ts";
import { AlreadyDone, type Recipient, transact } from "./unit.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
  const ranked =
    vetted === undefined ? await rankImport(ctx.store.db, run.started.id, run.audience) : rank(vetted);
  const finished: FinishedImport = { ...run, ranked, finishedAt: ctx.clock.now().toString() };
  await showRanking(ctx, finished);
  await sendFiles(ctx, finished);
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
    await unit.refresh(importCardKey(started.id), "import-result", resultOf(finished));
  });
}

async function sendFiles(ctx: Ctx, finished: FinishedImport): Promise<void> {
  const { id, platform, startedBy } = finished.started;
  const destination = finished.started.replyTo as Destination;
  const readerId = destination.chat === undefined ? startedBy : null;
  const here: Recipient = { platform, to: destination };
  const reading = await readingAt(ctx, { platform, destination, readerId });
  const files = (await filesOf(ctx, inGroup(ctx, finished), reading)).map((file) => ({ ...file, to: here }));
  const withPrices = await privateFiles(ctx, finished);
  const aside: Recipient = hidesOwnPrices(ctx, finished.audience) ? { member: startedBy } : here;
  await transact(ctx, async (unit) => {
    await unit.audit("import.finish", id, { files: files.length + withPrices.length });
    for (const { name, content, text, to } of [...files, ...withPrices]) {
      const fileId = ctx.newId("fil");
      await insertFile(unit.tx, { id: fileId, name, mime: XLSX, content, createdAt: unit.now });
      await unit.sendFile({ to, fileId, text });
    }
    await sendReport(unit, finished, aside);
    await sendQuestions(unit, finished.started, aside);
  });
}

/** What could not be read may be a price as well. */
function inGroup(ctx: Ctx, finished: FinishedImport): FinishedImport {
  if (!hidesOwnPrices(ctx, finished.audience)) return finished;
  const { list } = finished;
  const unusedCells = list.report.unusedCells.map((cell) => ({ ...cell, text: "" }));
  return { ...finished, list: { ...list, report: { ...list.report, unusedCells } } };
}

/** The list with its prices, to whoever shared it; none where the group has them. */
async function privateFiles(ctx: Ctx, finished: FinishedImport) {
  if (!finished.ranked.some(({ full }) => full !== undefined)) return [];
  const { platform, startedBy } = finished.started;
  const reading = await readingAt(ctx, { platform, destination: {}, readerId: startedBy });
  const ranked = finished.ranked.map(({ full, ...row }) => ({ ...row, ...full }));
  const files = await filesOf(ctx, { ...finished, ranked }, reading);
  return files.map((file) => ({ ...file, to: { member: startedBy } }));
}

async function filesOf(ctx: Ctx, finished: FinishedImport, reading: Reading) {
  const { fileName } = finished.started;
  const words = reading.m.import.file;
  const isOne = workbooksFor(finished.ranked.length) === 1;
  const files: { name: string; content: Uint8Array; text: string }[] = [];
  for (const sheets of importWorkbooks(finished, reading)) {
    const part = isOne ? null : files.length + 1;
    files.push({
      name: words.name(fileName.replace(/\.[^.]*$/u, ""), part),
      content: await ctx.documents.workbook(sheets),
      text: words.text(fileName, reading.count(finished.ranked.length), part),
    });
  }
  return files;
}

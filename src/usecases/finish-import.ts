/** Ends an import: the ranked card in place of the progress, and the whole list as a file. */
import type { Destination } from "../chat/ports.ts";
import type { Reading } from "../chat/reading.ts";
import { insertFile } from "../store/files.ts";
import { lockListImport, updateListImport } from "../store/imports.ts";
import type { Ctx } from "./ctx.ts";
import { type FinishedImport, importCardKey, resultOf } from "./import-cards.ts";
import { sendQuestions } from "./import-questions-card.ts";
import { sendReport } from "./import-report.ts";
import { importWorkbooks } from "./import-workbook.ts";
import { readingAt } from "./prepare-message.ts";
import { rankImport } from "./rank-import.ts";
import { AlreadyDone, transact } from "./unit.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** @throws AlreadyDone when another process was faster */
export async function finishImport(
  ctx: Ctx,
  run: Omit<FinishedImport, "ranked" | "finishedAt">,
): Promise<void> {
  const { id, platform, startedBy } = run.started;
  const destination = run.started.replyTo as Destination;
  const readerId = destination.chat === undefined ? startedBy : null;
  const reading = await readingAt(ctx, { platform, destination, readerId });
  const finished: FinishedImport = {
    ...run,
    ranked: await rankImport(ctx.store.db, id),
    finishedAt: ctx.clock.now().toString(),
  };
  const files = await filesOf(ctx, finished, reading);
  await transact(ctx, async (unit) => {
    const state = (await lockListImport(unit.tx, id))?.state;
    if (state === "done" || state === "failed") throw new AlreadyDone(id);
    const rows = run.list.creators.length;
    await updateListImport(unit.tx, id, {
      state: "done",
      vendor: run.list.vendor,
      ...run.columns,
      total: rows,
      done: rows,
      finishedAt: unit.now,
    });
    await unit.audit("import.finish", id, { vetted: finished.ranked.length, setAside: run.setAside.length });
    await unit.refresh(importCardKey(id), "import-result", resultOf(finished));
    for (const { name, content, text } of files) {
      const fileId = ctx.newId("fil");
      await insertFile(unit.tx, { id: fileId, name, mime: XLSX, content, createdAt: unit.now });
      await unit.sendFile({ to: { platform, to: destination }, fileId, text });
    }
    await sendReport(unit, finished);
    await sendQuestions(unit, finished.started);
  });
}

async function filesOf(ctx: Ctx, finished: FinishedImport, reading: Reading) {
  const { fileName } = finished.started;
  const words = reading.m.import.file;
  const workbooks = importWorkbooks(finished, reading);
  const files: { name: string; content: Uint8Array; text: string }[] = [];
  for (const [index, sheets] of workbooks.entries()) {
    const part = workbooks.length === 1 ? null : index + 1;
    files.push({
      name: words.name(fileName.replace(/\.[^.]*$/u, ""), part),
      content: await ctx.documents.workbook(sheets),
      text: words.text(fileName, reading.count(finished.ranked.length), part),
    });
  }
  return files;
}

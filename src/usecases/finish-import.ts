/** Ends an import: the ranked card in place of the progress, and the whole list as a workbook. */
import type { Destination } from "../chat/ports.ts";
import { insertFile } from "../store/files.ts";
import { lockListImport, updateListImport } from "../store/imports.ts";
import type { Ctx } from "./ctx.ts";
import { readingAt } from "./deliver-next.ts";
import { type FinishedImport, importCardKey, resultOf } from "./import-cards.ts";
import { importWorkbook } from "./import-workbook.ts";
import { rankImport } from "./rank-import.ts";
import { AlreadyDone, transact } from "./unit.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** @throws AlreadyDone when another process was faster */
export async function finishImport(
  ctx: Ctx,
  run: Omit<FinishedImport, "ranked" | "finishedAt">,
): Promise<void> {
  const { id, platform, fileName, startedBy } = run.started;
  const destination = run.started.replyTo as Destination;
  const readerId = destination.chat === undefined ? startedBy : null;
  const reading = await readingAt(ctx, { platform, destination, readerId });
  const finished: FinishedImport = {
    ...run,
    ranked: await rankImport(ctx.store.db, id),
    finishedAt: ctx.clock.now().toString(),
  };
  const content = await ctx.documents.workbook(importWorkbook(finished, reading));
  const words = reading.m.import.file;
  await transact(ctx, async (unit) => {
    const state = (await lockListImport(unit.tx, id))?.state;
    if (state === "done" || state === "failed") throw new AlreadyDone(id);
    await updateListImport(unit.tx, id, {
      state: "done",
      vendor: run.list.vendor,
      total: run.list.creators.length,
      done: run.list.creators.length,
      finishedAt: unit.now,
    });
    const file = {
      id: ctx.newId("fil"),
      name: words.name(fileName.replace(/\.[^.]*$/u, "")),
      mime: XLSX,
      content,
      createdAt: unit.now,
    };
    await insertFile(unit.tx, file);
    await unit.audit("import.finish", id, { vetted: finished.ranked.length, setAside: run.setAside.length });
    await unit.refresh(importCardKey(id), "import-result", resultOf(finished));
    await unit.sendFile({
      to: { platform, to: destination },
      fileId: file.id,
      text: words.text(fileName, reading.count(finished.ranked.length)),
    });
  });
}

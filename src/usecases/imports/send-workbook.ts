/** The ranking of a list as a file on its way into a chat. */
import type { Sheet } from "../../chat/documents.ts";
import type { Reading } from "../../chat/reading.ts";
import { insertFile } from "../../store/files.ts";
import type { Ctx } from "../ctx.ts";
import type { Recipient, Unit } from "../unit.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export interface Workbook {
  name: string;
  content: Uint8Array;
  /** stands with the file */
  text: string;
}

/** @param fileName of the list that was shared */
export async function workbookOf(
  ctx: Ctx,
  fileName: string,
  sheets: readonly Sheet[],
  { text, reading }: { text: string; reading: Reading },
): Promise<Workbook> {
  const name = reading.m.import.file.name(fileName.replace(/\.[^.]*$/u, ""));
  return { name, content: await ctx.documents.workbook(sheets), text };
}

export async function sendWorkbook(ctx: Ctx, unit: Unit, to: Recipient, file: Workbook): Promise<void> {
  const { name, content, text } = file;
  const fileId = ctx.newId("fil");
  await insertFile(unit.tx, { id: fileId, name, mime: XLSX, content, createdAt: unit.now });
  await unit.sendFile({ to, fileId, text });
}

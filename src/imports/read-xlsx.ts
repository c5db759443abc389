/** Reads XLSX workbooks: what is no workbook is refused, and the rest is left to a thread of its own. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { noWorkbook } from "./file-kind.ts";
import { readInThread, type Sheet } from "./reader-thread.ts";
import { type Line, ROWS_A_TURN } from "./table.ts";
import { listZip, repackZip } from "./unpack-zip.ts";

/**
 * Reads every sheet of a workbook.
 * @throws AppError "file-not-table" {reason: "archive" | "word" | "slides" | "numbers" | "open-document"} for a ZIP that
 *   is no workbook, "file-unreadable" {reason: "damaged" | "old-excel"}, "file-too-large" {mb, limit}
 */
export async function readXlsx(bytes: Uint8Array): Promise<Sheet[]> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = listZip(zip).map(({ name }) => name);
  if (!names.includes("xl/workbook.xml")) throw noWorkbook(names);
  return readInThread(await repackZip(zip, (name) => name.endsWith(".xml") || name.endsWith(".xml.rels")));
}

/** The rows of a sheet as lines, a part at a time. */
export async function* linesOf({ parts }: Sheet): AsyncGenerator<Line[]> {
  let line = 1;
  for (const part of parts) {
    yield (JSON.parse(part) as string[][]).map((cells, index) => ({ line: line + index, cells }));
    line += ROWS_A_TURN;
    await nextTurn();
  }
}

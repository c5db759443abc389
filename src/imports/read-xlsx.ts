/** Reads XLSX workbooks in a thread of their own: parsing a big sheet takes seconds and must not hold up the chat. */
import { createRequire } from "node:module";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { AppError } from "../domain/errors.ts";
import { type Line, ROWS_A_TURN } from "./table.ts";
import { listZip, repackZip } from "./unpack-zip.ts";

export interface Sheet {
  name: string;
  /** the JSON of some rows each: it takes a tenth of the memory of their cells, and is handed over without a pause */
  parts: readonly string[];
}

const LONGEST_READ_MS = 60_000;
const THREAD_MEMORY_MB = 1024;

/**
 * What the thread runs, as text, because a thread cannot start from a TypeScript file. Whole numbers stay the digits
 * that stand in the file (an order id of 18 digits would lose its end as a number); others lose the noise that
 * spreadsheets keep, such as 0.30000000000000004 and 1.2E5. Dates become `2026-08-06`, absent cells "".
 */
const READER = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { default: readWorkbook } = require(workerData.reader);
  const parseNumber = (text) => (/[.eE]/.test(text) ? String(Number(Number(text).toPrecision(15))) : text);
  const textOf = (cell) =>
    cell === null ? ""
    : cell instanceof Date ? cell.toISOString().replace("T00:00:00.000Z", "").replace(".000Z", "Z")
    : String(cell);
  const partsOf = (rows) => {
    const parts = [];
    for (let at = 0; at < rows.length; at += workerData.rowsInPart)
      parts.push(JSON.stringify(rows.slice(at, at + workerData.rowsInPart).map((cells) => cells.map(textOf))));
    return parts;
  };
  readWorkbook(Buffer.from(workerData.bytes), { parseNumber })
    .then((sheets) => sheets.map(({ sheet, data }) => ({ name: sheet, parts: partsOf(data) })))
    .then(
      (sheets) => parentPort.postMessage({ sheets }),
      (error) => parentPort.postMessage({ problem: String(error.message) }),
    );
`;

/**
 * Reads every sheet of a workbook.
 * @throws AppError "file-not-table" {reason: "archive"} for a ZIP that is no workbook, "file-unreadable" {reason:
 *   "damaged" | "old-excel"}, "file-too-large" {mb, limit}
 */
export async function readXlsx(bytes: Uint8Array): Promise<Sheet[]> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = listZip(zip).map(({ name }) => name);
  if (names.includes("xl/workbook.bin")) throw new AppError("file-unreadable", { reason: "old-excel" });
  if (!names.includes("xl/workbook.xml")) throw new AppError("file-not-table", { reason: "archive" });
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

function readInThread(checked: Buffer): Promise<Sheet[]> {
  const reader = createRequire(import.meta.url).resolve("read-excel-file/node");
  // a copy can be given away, while a buffer may be a part of something larger
  const bytes = new Uint8Array(checked);
  return new Promise((resolve, reject) => {
    const thread = new Worker(READER, {
      eval: true,
      workerData: { reader, bytes, rowsInPart: ROWS_A_TURN },
      transferList: [bytes.buffer],
      resourceLimits: { maxOldGenerationSizeMb: THREAD_MEMORY_MB },
    });
    const fail = (cause: unknown) => {
      reject(new AppError("file-unreadable", { reason: "damaged" }, { cause }));
    };
    const timer = setTimeout(() => {
      fail(new Error(`still reading after ${LONGEST_READ_MS} ms`));
      void thread.terminate();
    }, LONGEST_READ_MS);
    thread.once("message", (answer: { sheets: Sheet[] } | { problem: string }) => {
      if ("sheets" in answer) resolve(answer.sheets);
      else fail(new Error(answer.problem));
    });
    thread.once("error", fail);
    thread.once("exit", () => {
      clearTimeout(timer);
      fail(new Error("the reader ended without an answer"));
    });
  });
}

/** Reads XLSX workbooks in a thread of their own: parsing a big sheet takes seconds and must not hold up the chat. */
import { createRequire } from "node:module";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { AppError } from "../domain/errors.ts";
import type { Line } from "./table.ts";
import { listZip, repackZip } from "./unpack-zip.ts";

export interface Sheet {
  name: string;
  lines: Line[];
}

type Cell = string | number | boolean | Date | null;

/** Rows turned into text before other work gets its turn. */
const ROWS_A_TURN = 500;
const LONGEST_READ_MS = 60_000;
const THREAD_MEMORY_MB = 1024;

/**
 * What the thread runs, as text, because a thread cannot start from a TypeScript file. Whole numbers stay the digits
 * that stand in the file (an order id of 18 digits would lose its end as a number); others lose the noise that
 * spreadsheets keep, such as 0.30000000000000004 and 1.2E5.
 */
const READER = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { default: readWorkbook } = require(workerData.reader);
  const parseNumber = (text) => (/[.eE]/.test(text) ? String(Number(Number(text).toPrecision(15))) : text);
  readWorkbook(Buffer.from(workerData.bytes), { parseNumber }).then(
    (sheets) => parentPort.postMessage({ sheets }),
    (error) => parentPort.postMessage({ problem: String(error.message) }),
  );
`;

/**
 * Reads every sheet of a workbook; cells become text, dates `2026-08-06`, absent cells "".
 * @throws AppError "file-not-table" {reason: "archive"} for a ZIP that is no workbook, "file-unreadable" {reason:
 *   "damaged" | "old-excel"}, "file-too-large" {mb, limit}
 */
export async function readXlsx(bytes: Uint8Array): Promise<Sheet[]> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = listZip(zip).map(({ name }) => name);
  if (names.includes("xl/workbook.bin")) throw new AppError("file-unreadable", { reason: "old-excel" });
  if (!names.includes("xl/workbook.xml")) throw new AppError("file-not-table", { reason: "archive" });
  const checked = await repackZip(zip, (name) => name.endsWith(".xml") || name.endsWith(".xml.rels"));
  const sheets: Sheet[] = [];
  for (const { sheet, data } of await readInThread(checked)) {
    sheets.push({ name: sheet, lines: await linesOf(data) });
  }
  return sheets;
}

async function linesOf(rows: Cell[][]): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [index, cells] of rows.entries()) {
    if (index % ROWS_A_TURN === ROWS_A_TURN - 1) await nextTurn();
    lines.push({ line: index + 1, cells: cells.map(textOf) });
  }
  return lines;
}

function readInThread(bytes: Buffer): Promise<{ sheet: string; data: Cell[][] }[]> {
  const reader = createRequire(import.meta.url).resolve("read-excel-file/node");
  return new Promise((resolve, reject) => {
    const thread = new Worker(READER, {
      eval: true,
      workerData: { reader, bytes },
      resourceLimits: { maxOldGenerationSizeMb: THREAD_MEMORY_MB },
    });
    const fail = (cause: unknown) => {
      reject(new AppError("file-unreadable", { reason: "damaged" }, { cause }));
    };
    const timer = setTimeout(() => {
      fail(new Error(`still reading after ${LONGEST_READ_MS} ms`));
      void thread.terminate();
    }, LONGEST_READ_MS);
    thread.once(
      "message",
      (answer: { sheets: { sheet: string; data: Cell[][] }[] } | { problem: string }) => {
        if ("sheets" in answer) resolve(answer.sheets);
        else fail(new Error(answer.problem));
      },
    );
    thread.once("error", fail);
    thread.once("exit", () => {
      clearTimeout(timer);
      fail(new Error("the reader ended without an answer"));
    });
  });
}

function textOf(cell: Cell): string {
  if (cell === null) return "";
  if (cell instanceof Date) return cell.toISOString().replace("T00:00:00.000Z", "").replace(".000Z", "Z");
  return String(cell);
}

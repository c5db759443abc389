/** Runs the library that writes workbooks in a thread of its own: it works for seconds without a pause. */
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";

/** A sheet as it crosses into the thread: texts are quicker to hand over than a million cells. */
export interface PlainSheet {
  name: string;
  header: readonly string[];
  /** by column, in Excel's notation */
  formats: readonly string[];
  /** by column, in characters */
  widths: readonly number[];
  /** each the JSON of some rows */
  parts: readonly string[];
}

const THREAD_MEMORY_MB = 512;
const HEADER_COLOUR = "#F2F3F5";

/** What the thread runs, as text, because a thread cannot start from a TypeScript file. */
const WRITER = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { default: write } = require(workerData.writer);
  const text = (value) => ({ value, type: String, format: "@" });
  const cell = (value, format) =>
    value === null ? null : typeof value === "string" ? text(value) : { value, type: Number, format };
  const sheets = workerData.sheets.map(({ name, header, formats, widths, parts }) => ({
    sheet: name,
    data: [
      header.map((title) => ({ ...text(title), fontWeight: "bold", backgroundColor: workerData.headerColour })),
      ...parts.flatMap((part) => JSON.parse(part).map((row) => row.map((value, at) => cell(value, formats[at])))),
    ],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  }));
  write(sheets).toBuffer().then((bytes) => parentPort.postMessage(bytes));
`;

export function writeInThread(sheets: readonly PlainSheet[]): Promise<Uint8Array> {
  const writer = createRequire(import.meta.url).resolve("write-excel-file/node");
  return new Promise((resolve, reject) => {
    const thread = new Worker(WRITER, {
      eval: true,
      workerData: { writer, sheets, headerColour: HEADER_COLOUR },
      resourceLimits: { maxOldGenerationSizeMb: THREAD_MEMORY_MB },
    });
    thread.once("message", (bytes: Uint8Array) => resolve(bytes));
    thread.once("error", reject);
    thread.once("exit", () => reject(new Error("the writer ended without an answer")));
  });
}

/** The thread that reads workbooks: parsing a big sheet takes seconds and must not hold up the chat. */
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { AppError } from "../domain/errors.ts";
import { ROWS_A_TURN } from "./table.ts";

export interface Sheet {
  name: string;
  /** the JSON of some rows each: it takes a tenth of the memory of their cells, and is handed over without a pause */
  parts: readonly string[];
}

const LONGEST_READ_MS = 60_000;
const THREAD_MEMORY_MB = 1024;
/** Lists come in a row, and a thread that has just read reads the next in two thirds of the time. */
const KEPT_MS = 10_000;

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
  parentPort.on("message", (bytes) =>
    readWorkbook(Buffer.from(bytes), { parseNumber })
      .then((sheets) => sheets.map(({ sheet, data }) => ({ name: sheet, parts: partsOf(data) })))
      .then(
        (sheets) => parentPort.postMessage({ sheets }),
        (error) => parentPort.postMessage({ problem: String(error.message) }),
      ),
  );
`;

/** The one that has read and waits for the next; two files at once are read by two. */
let waiting: { thread: Worker; take(): void } | undefined;

/**
 * @param checked a workbook that unpacks to a bounded size
 * @throws AppError "file-unreadable" {reason: "damaged"}
 */
export function readInThread(checked: Buffer): Promise<Sheet[]> {
  // a copy can be given away, while a buffer may be a part of something larger
  const bytes = new Uint8Array(checked);
  const thread = takeThread();
  return new Promise((resolve, reject) => {
    const refuse = (cause: unknown) =>
      reject(new AppError("file-unreadable", { reason: "damaged" }, { cause }));
    const fail = (cause: unknown) => {
      clearTimeout(timer);
      void thread.terminate();
      refuse(cause);
    };
    const onExit = () => fail(new Error("the reader ended without an answer"));
    const late = () => fail(new Error(`still reading after ${LONGEST_READ_MS} ms`));
    const timer = setTimeout(late, LONGEST_READ_MS);
    thread.once("error", fail);
    thread.once("exit", onExit);
    thread.once("message", (answer: { sheets: Sheet[] } | { problem: string }) => {
      clearTimeout(timer);
      thread.off("error", fail);
      thread.off("exit", onExit);
      keep(thread);
      if ("sheets" in answer) resolve(answer.sheets);
      else refuse(new Error(answer.problem));
    });
    thread.postMessage(bytes, [bytes.buffer]);
  });
}

function takeThread(): Worker {
  const kept = waiting;
  waiting = undefined;
  if (kept === undefined) {
    const reader = createRequire(import.meta.url).resolve("read-excel-file/node");
    return new Worker(READER, {
      eval: true,
      workerData: { reader, rowsInPart: ROWS_A_TURN },
      resourceLimits: { maxOldGenerationSizeMb: THREAD_MEMORY_MB },
    });
  }
  kept.take();
  return kept.thread;
}

/** For a while, and without holding up the end of the process. */
function keep(thread: Worker): void {
  const end = () => {
    if (waiting?.thread === thread) waiting = undefined;
    void thread.terminate();
  };
  if (waiting !== undefined) {
    end();
    return;
  }
  const timer = setTimeout(end, KEPT_MS).unref();
  // one that breaks while nobody waits for it is not taken again
  thread.on("error", end);
  thread.on("exit", end);
  thread.unref();
  const take = () => {
    clearTimeout(timer);
    thread.off("error", end);
    thread.off("exit", end);
    thread.ref();
  };
  waiting = { thread, take };
}

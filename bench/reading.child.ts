/** One way of reading or scoring a list, measured alone in a process: the median of a few runs after warm ones. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import Papa from "papaparse";
import readWorkbook from "read-excel-file/node";
import { RULES_VERSION } from "../src/domain/rules.ts";
import { scoreCreator } from "../src/domain/scorecard.ts";
import { vetCreator } from "../src/domain/vet-report.ts";
import { type CreatorImport, readCreators } from "../src/imports/read-creators.ts";
import { readTable } from "../src/imports/read-table.ts";
import { setting } from "./child.ts";

const SETTINGS = {
  rules: RULES_VERSION,
  today: "2026-11-23",
  category: "beauty",
  targetGender: "female",
} as const;
const WARM = 2;
const RUNS = 3;
const BYTES_PER_MB = 1024 * 1024;

const file = setting("LIST");
const bytes = await readFile(file);

/** Only taking the text apart, by the fastest library there is, a piece at a time. */
function parseCsv(): Promise<number> {
  let rows = 0;
  return new Promise((resolve) => {
    Papa.parse(bytes.toString("utf8"), {
      chunkSize: 1024 * 1024,
      chunk: ({ data }: Papa.ParseResult<unknown>) => {
        rows += data.length;
      },
      complete: () => resolve(rows),
    });
  });
}

async function parseXlsx(): Promise<number> {
  return (await readWorkbook(bytes))[0]?.data.length ?? 0;
}

function parseXlsxInThread(): Promise<number> {
  const reader = createRequire(import.meta.url).resolve("read-excel-file/node");
  const code = `const { parentPort, workerData } = require("node:worker_threads");
    require(workerData.reader).default(Buffer.from(workerData.bytes))
      .then((sheets) => parentPort.postMessage(sheets[0].data.length));`;
  return new Promise((resolve, reject) => {
    const thread = new Worker(code, { eval: true, workerData: { reader, bytes } });
    thread.once("message", resolve);
    thread.once("error", reject);
  });
}

async function readWhole(): Promise<CreatorImport> {
  return readCreators(await readTable(bytes, file));
}

function score({ creators }: CreatorImport): number {
  let known = 0;
  for (const { facts } of creators) known += scoreCreator(facts, SETTINGS).known;
  return known;
}

/** With prices and flags. */
function judge({ creators }: CreatorImport): number {
  let known = 0;
  for (const { facts } of creators) known += vetCreator(facts, SETTINGS, { scheme: "T4" }).scorecard.known;
  return known;
}

/** CPU time of the whole process in ms, its threads included: what else runs on the machine does not count. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** By the clock, for what is held against something that waits for others too. */
const clock = (): number => performance.now();

/** @param now says how much time went by, in ms */
async function timeOf(run: () => Promise<number>, now: () => number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < WARM + RUNS; round += 1) {
    const began = now();
    if ((await run()) === 0) throw new Error("Nothing was read.");
    if (round >= WARM) times.push(now() - began);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
}

/** What one reading takes above an idle process, at the most. */
async function memoryOf(run: () => Promise<unknown>): Promise<number> {
  const idle = process.memoryUsage.rss();
  let peak = idle;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const watching = setInterval(look, 1);
  await run();
  look();
  clearInterval(watching);
  return (peak - idle) / BYTES_PER_MB;
}

const judging = async () => {
  const list = await readWhole();
  return timeOf(() => Promise.resolve(judge(list)), cpu);
};
const work: Readonly<Record<string, () => Promise<number>>> = {
  "parse-csv": () => timeOf(parseCsv, cpu),
  "parse-csv-clock": () => timeOf(parseCsv, clock),
  "parse-xlsx": () => timeOf(parseXlsx, cpu),
  "parse-xlsx-in-thread": () => timeOf(parseXlsxInThread, cpu),
  read: () => timeOf(async () => score(await readWhole()), cpu),
  judge: judging,
  memory: () => memoryOf(readWhole),
};
const measure = work[setting("MEASURE")];
if (measure === undefined) throw new Error("There is no such measurement.");
process.send?.({ value: await measure() });

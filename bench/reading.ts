/** Measures the mere reading and judging of lists, each in a process of its own. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { csvList, xlsxList } from "./list.ts";
import { measureIn } from "./process.ts";

/** Only reading and judging, each in a process of its own: CPU times in ms, memory in MB. */
export interface Reading {
  /** a list of `LONG` rows as CSV: only taken apart, to scores in memory, only judged with prices and flags */
  parse: number;
  scored: number;
  judged: number;
  /** the same: read, above what a process takes that does nothing */
  memory: number;
  /** `SHEET` rows as XLSX: only taken apart, and to scores */
  parseXlsx: number;
  /** the same in a thread that is started for it, as a chat needs it */
  parseXlsxInThread: number;
  scoredXlsx: number;
}

export const LONG = 50_000;
const SHEET = 10_000;
export const ROUNDS = 3;

export async function measureReading(): Promise<Reading> {
  const folder = await mkdtemp(join(tmpdir(), "seedbed-lists-"));
  const csv = join(folder, "list.csv");
  const xlsx = join(folder, "list.xlsx");
  try {
    await writeFile(csv, csvList(LONG));
    await writeFile(xlsx, await xlsxList(SHEET));
    const measure = (MEASURE: string, LIST: string) => measureIn("reading.child.js", { MEASURE, LIST });
    const rounds: Reading[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push({
        parse: await measure("parse-csv", csv),
        scored: await measure("read", csv),
        judged: await measure("judge", csv),
        memory: await measure("memory", csv),
        parseXlsx: await measure("parse-xlsx", xlsx),
        scoredXlsx: await measure("read", xlsx),
        parseXlsxInThread: await measure("parse-xlsx-in-thread", xlsx),
      });
    return mediansOf(rounds);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the time of one long list is held against, measured beside it. */
export async function parseAlone(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "seedbed-lists-"));
  const list = join(folder, "list.csv");
  try {
    await writeFile(list, csvList(LONG));
    return await measureIn("reading.child.js", { MEASURE: "parse-csv-clock", LIST: list });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The machine is not as fast at every minute: what is held against each other is measured in turns. */
function mediansOf(rounds: readonly Reading[]): Reading {
  const names = Object.keys(rounds[0] ?? {}) as (keyof Reading)[];
  return Object.fromEntries(
    names.map((name) => {
      const sorted = rounds.map((round) => round[name]).toSorted((a, b) => a - b);
      return [name, sorted[Math.floor(sorted.length / 2)]];
    }),
  ) as Record<keyof Reading, number>;
}

/** `npm run bench`: Seedbed beside a bare Bolt app with one INSERT, on the same PostgreSQL, in turn. */
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startEmbeddedPostgres } from "../src/store/open/embedded-server.ts";
import type { AppName } from "./app.ts";
import { type Intake, measureBurst, measureStream, type Stream, type Whole } from "./intake.ts";
import { measurePage, type PageTimes } from "./page.ts";
import { type Results, tableOf } from "./table.ts";

const ROUNDS = 3;
const RESULTS = fileURLToPath(new URL("../../bench/results.json", import.meta.url));

async function main(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "seedbed-bench-"));
  await chmod(dataDir, 0o755);
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  try {
    const rounds: Results[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measureAll(server.url, round));
    const medians = mediansOf(rounds);
    process.stdout.write(`${tableOf(medians)}\n`);
    const machine = { cores: cpus().length, node: process.version };
    await writeFile(RESULTS, `${JSON.stringify({ machine, medians, rounds }, undefined, 2)}\n`);
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Who goes first changes from round to round: a machine that warms up or slows down must favour nobody. */
async function measureAll(url: string, round: number): Promise<Results> {
  const order: AppName[] = round % 2 === 0 ? ["peer", "seedbed"] : ["seedbed", "peer"];
  const socket: Partial<Record<AppName, Intake>> = {};
  const http: Partial<Record<AppName, Intake>> = {};
  const stream: Partial<Record<AppName, Stream>> = {};
  let whole: Whole | undefined;
  for (const name of order) {
    const bySocket = await measureBurst(name, "socket", url);
    socket[name] = bySocket.intake;
    if (name === "seedbed") whole = bySocket.whole;
    http[name] = (await measureBurst(name, "http", url)).intake;
    stream[name] = await measureStream(name, url);
  }
  const page: PageTimes | undefined = await measurePage(url);
  return { socket, http, stream, whole, ...(page && { page }) } as Results;
}

/** The median of each number, wherever it stands. */
function mediansOf<T>(rounds: readonly T[]): T {
  const [first] = rounds;
  if (typeof first === "number") {
    const sorted = (rounds as readonly number[]).toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] as T;
  }
  if (typeof first !== "object" || first === null) return first as T;
  const names = Object.keys(first) as (keyof T)[];
  return Object.fromEntries(names.map((name) => [name, mediansOf(rounds.map((round) => round[name]))])) as T;
}

await main();

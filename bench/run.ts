/**
 * `npm run bench`: Seedbed beside a bare Bolt app with one INSERT, on the same PostgreSQL, in turn; the page; and vetting
 * beside the mere reading of a file. `npm run bench -- vetting` measures a part, and keeps no results.
 */
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startEmbeddedPostgres } from "../src/store/open/embedded-server.ts";
import type { AppName } from "./app.ts";
import { type Intake, measureBurst, measureStream, type Stream, type Whole } from "./intake.ts";
import { measurePage } from "./page.ts";
import { type IntakeResults, type Results, tableOf } from "./table.ts";
import { measureVetting, type Vetting } from "./vetting.ts";

const ROUNDS = 3;
const RESULTS = fileURLToPath(new URL("../../bench/results.json", import.meta.url));

const PARTS = ["intake", "page", "vetting"] as const;
type Part = (typeof PARTS)[number];

async function main(): Promise<void> {
  const named = PARTS.filter((part) => process.argv.includes(part));
  const parts = named.length === 0 ? PARTS : named;
  const dataDir = await mkdtemp(join(tmpdir(), "seedbed-bench-"));
  await chmod(dataDir, 0o755);
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  try {
    const rounds: Results[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measureAll(server.url, round, parts));
    const medians = mediansOf(rounds);
    process.stdout.write(`${tableOf(medians)}\n`);
    const machine = { cores: cpus().length, node: process.version };
    if (parts === PARTS)
      await writeFile(RESULTS, `${JSON.stringify({ machine, medians, rounds }, undefined, 2)}\n`);
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measureAll(url: string, round: number, parts: readonly Part[]): Promise<Results> {
  const page = parts.includes("page") ? await measurePage(url) : undefined;
  return {
    ...(parts.includes("intake") && { intake: await measureIntake(url, round) }),
    ...(page && { page }),
    // it takes minutes, and its figures are medians or of many rows already
    ...(parts.includes("vetting") && round === 0 && { vetting: await measureVetting(url, sayReading) }),
  };
}

function sayReading(vetting: Vetting): void {
  process.stdout.write(`${tableOf({ vetting })}\n\n`);
}

/** Who goes first changes from round to round: a machine that warms up or slows down must favour nobody. */
async function measureIntake(url: string, round: number): Promise<IntakeResults> {
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
  return { socket, http, stream, whole } as IntakeResults;
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
  return Object.fromEntries(
    names.map((name) => [
      name,
      mediansOf(rounds.map((round) => round[name]).filter((part) => part !== undefined)),
    ]),
  ) as T;
}

await main();

/** `npm run bench`: Seedbed beside a bare Bolt app with one INSERT, on the same PostgreSQL, in turn. */
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startEmbeddedPostgres } from "../src/store/open/embedded-server.ts";
import { type Figures, measure } from "./measure.ts";

const ROUNDS = 3;
const APPS = { seedbed: "seedbed.child.js", peer: "peer.child.js" } as const;
type App = keyof typeof APPS;

const RESULTS = fileURLToPath(new URL("../../bench/results.json", import.meta.url));

async function main(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "seedbed-bench-"));
  await chmod(dataDir, 0o755);
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  try {
    const runs: Record<App, Figures[]> = { seedbed: [], peer: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      const order: App[] = round % 2 === 0 ? ["peer", "seedbed"] : ["seedbed", "peer"];
      for (const app of order) runs[app].push(await measure(APPS[app], server.url));
    }
    const seedbed = medianOf(runs.seedbed);
    const peer = medianOf(runs.peer);
    const ratios = { rate: seedbed.rate / peer.rate, cpu: seedbed.cpu / peer.cpu };
    print(seedbed, peer, ratios);
    const machine = { cores: cpus().length, node: process.version };
    await writeFile(RESULTS, `${JSON.stringify({ machine, seedbed, peer, ratios, runs }, undefined, 2)}\n`);
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function medianOf(runs: readonly Figures[]): Figures {
  const median = (pick: (run: Figures) => number) => {
    const sorted = runs.map(pick).toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  return {
    rate: median((run) => run.rate),
    p50: median((run) => run.p50),
    p99: median((run) => run.p99),
    cpu: median((run) => run.cpu),
    count: median((run) => run.count),
  };
}

function print(seedbed: Figures, peer: Figures, ratios: { rate: number; cpu: number }): void {
  const row = (name: string, figures: Figures) =>
    `| ${name} | ${figures.rate.toFixed(0)} | ${figures.p50.toFixed(1)} | ${figures.p99.toFixed(1)} | ${figures.cpu.toFixed(0)} |`;
  const lines = [
    "| /vet over the socket, 16 under way | acknowledged a second | p50 ms | p99 ms | CPU µs a command |",
    "|---|---|---|---|---|",
    row("Seedbed (stores, acknowledges, judges, queues the card)", seedbed),
    row("bare Bolt + one INSERT", peer),
    `| ratio | ${ratios.rate.toFixed(2)} | | | ${ratios.cpu.toFixed(2)} |`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

await main();

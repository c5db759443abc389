/** A worker rests while its PostgreSQL is stopped and finishes its job once it is back. */
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { jobFactory } from "../../src/queue/define-job.ts";
import { openQueue } from "../../src/queue/open-queue.ts";
import { startEmbeddedPostgres } from "../../src/store/open/embedded-server.ts";

// a server is made and started twice, which a busy machine does slowly
it("rests while the server is stopped and goes on after it started", { timeout: 90_000 }, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "seedbed-restart-"));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  await chmod(dataDir, 0o755);
  const start = () => startEmbeddedPostgres({ dataDir, log: () => undefined });
  const first = await start();

  let runs = 0;
  let finish: (() => void) | undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const wait = jobFactory<undefined>()({
    name: "wait",
    payload: z.object({}),
    key: () => "wait",
    retry: { attempts: 3, backoff: "fixed" },
    run: async () => {
      runs += 1;
      await finished;
    },
  });
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  const queue = await openQueue({ url: first.url, jobs: [wait], ctx: () => undefined, log, concurrency: 1 });
  await queue.start();
  await queue.add("wait", {});
  await expect.poll(() => runs).toBe(1);

  // The job ends while the server is away, so that the worker asks for the next one and gets no answer.
  await first.stop();
  finish?.();
  const used = process.cpuUsage();
  await sleep(3000);
  const { user, system } = process.cpuUsage(used);
  const failures = lines.reduce((sum, line) => sum + 1 + Number(/and (\d+) more/.exec(line)?.[1] ?? 0), 0);
  expect(failures).toBeLessThan(40);
  expect(lines.length).toBeLessThan(8);
  expect((user + system) / 1000).toBeLessThan(1500);

  const second = await start();
  await queue.whenIdle();
  expect(await queue.deadLetters()).toEqual([]);
  await queue.close();
  await second.stop();
});

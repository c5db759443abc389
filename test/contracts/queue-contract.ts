/** What a queue promises, whichever server holds it. */
import { setTimeout as sleep } from "node:timers/promises";
import { Temporal } from "temporal-polyfill";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { type JobDefinition, jobFactory } from "../../src/queue/define-job.ts";
import { type JobQueue, openQueue } from "../../src/queue/open-queue.ts";
import { createSweep, defineSweep } from "../../src/queue/sweep.ts";
import { startTick } from "../../src/queue/tick.ts";
import { type BuiltProgram, buildProgram } from "../support/child.ts";

interface QueueServer {
  /** Where the queue is; each server is empty in the beginning. */
  address: { url: string; redisUrl?: string };
  /** Ends every connection to it, as a restart does, and returns once it answers again. */
  restart(): Promise<void>;
  /** How many connections there are to it. */
  countConnections(): Promise<number>;
  stop(): Promise<void>;
}

/** What the jobs of these tests write down, and how they are told to behave. */
interface Ctx {
  ran: string[];
  failures: number;
  gate: Promise<void>;
  sweep: () => Promise<unknown>;
}

const defineJob = jobFactory<Ctx>();

const note = defineJob({
  name: "note",
  payload: z.object({ id: z.string(), text: z.string().default("") }),
  key: ({ id }) => id,
  retry: { attempts: 3, backoff: "exponential", delayMs: 100 },
  run: async ({ ctx, payload }) => {
    await ctx.gate;
    ctx.ran.push(`${payload.id}${payload.text}`);
    if (ctx.failures > 0) {
      ctx.failures -= 1;
      throw new Error(`could not note ${payload.id}`);
    }
  },
});

const strictNote = defineJob({
  name: "note",
  payload: z.object({ id: z.string(), author: z.string() }),
  key: ({ id }) => id,
  retry: { attempts: 3, backoff: "fixed" },
  run: ({ ctx, payload }) => Promise.resolve(ctx.ran.push(payload.author)),
});

/** How many failures the lines of the log stand for. */
function countFailures(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + 1 + Number(/\(and (\d+) more\)$/.exec(line)?.[1] ?? 0), 0);
}

const PROCESSES = 3;

/** The queue, which also counts how many processes have finished adding each tick. */
function countAdded(queue: JobQueue, ticks: Map<number, number>): Pick<JobQueue, "add"> {
  return {
    async add(job, payload) {
      const { tick } = z.object({ tick: z.int() }).parse(payload);
      ticks.set(tick, ticks.get(tick) ?? 0);
      await queue.add(job, payload);
      ticks.set(tick, (ticks.get(tick) ?? 0) + 1);
    },
  };
}

/** How many ticks every process has added. */
function addedByAll(ticks: ReadonlyMap<number, number>): number {
  return [...ticks.values()].filter((times) => times === PROCESSES).length;
}

/** Holds jobs up until it is opened. */
function makeGate(): { promise: Promise<void>; resolve: () => void } {
  let open: (() => void) | undefined;
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { promise, resolve: () => open?.() };
}

const sweep = defineSweep<Ctx>((ctx) => ctx.sweep());

export function queueContract(name: string, startServer: () => Promise<QueueServer>): void {
  describe(name, () => {
    let server: QueueServer;
    let open: JobQueue[];
    let ctx: Ctx;
    let lines: string[];

    beforeEach(async () => {
      server = await startServer();
      open = [];
      lines = [];
      ctx = { ran: [], failures: 0, gate: Promise.resolve(), sweep: () => Promise.resolve(0) };
    });

    afterEach(async () => {
      await Promise.all(open.map((queue) => queue.close()));
      await server.stop();
    });

    async function openOne(jobs: readonly JobDefinition<Ctx>[] = [note, sweep], concurrency = 4) {
      const queue = await openQueue({
        ...server.address,
        jobs,
        ctx: () => ctx,
        log: (line) => void lines.push(line),
        concurrency,
      });
      open.push(queue);
      return queue;
    }

    async function startOne(jobs?: readonly JobDefinition<Ctx>[], concurrency?: number) {
      const queue = await openOne(jobs, concurrency);
      await queue.start();
      return queue;
    }

    it("runs what was added before and after it was started", async () => {
      const queue = await openOne();
      await queue.add("note", { id: "a" });
      await queue.start();
      await queue.add("note", { id: "b", text: "!" });
      await queue.whenIdle();
      expect(ctx.ran.toSorted()).toEqual(["a", "b!"]);
      expect(lines).toEqual([]);
    });

    it("runs jobs in the order in which they were added", async () => {
      const queue = await openOne([note], 1);
      const ids = Array.from({ length: 20 }, (_, i) => `n${i}`);
      for (const id of ids) await queue.add("note", { id });
      await queue.start();
      await queue.whenIdle();
      expect(ctx.ran).toEqual(ids);
    });

    it("holds one job for a key until it is done, and takes the key again afterwards", async () => {
      const gate = makeGate();
      ctx.gate = gate.promise;
      const queue = await openOne();
      await queue.add("note", { id: "a", text: "1" });
      await queue.add("note", { id: "a", text: "2" });
      await queue.start();
      await sleep(200);
      await queue.add("note", { id: "a", text: "3" });
      gate.resolve();
      await queue.whenIdle();
      await queue.add("note", { id: "a", text: "4" });
      await queue.whenIdle();
      expect(ctx.ran).toEqual(["a1", "a4"]);
    });

    it("takes keys with colons, of digits, and of other letters", async () => {
      const queue = await startOne();
      const ids = ["7", "a:b", "a%3Ab", "0:1", "种草:小红书"];
      for (const id of ids) await queue.add("note", { id });
      await queue.whenIdle();
      expect(ctx.ran.toSorted()).toEqual([...ids].toSorted());
    });

    it("refuses an unknown job and a wrong payload at once", async () => {
      const queue = await openOne();
      await expect(queue.add("knot", {})).rejects.toThrow("There is no job knot");
      await expect(queue.add("note", { id: 5 })).rejects.toThrow(/payload of job note is wrong at id/);
    });

    it("retries with growing waits", async () => {
      const queue = await startOne();
      ctx.failures = 2;
      const begin = performance.now();
      await queue.add("note", { id: "a" });
      await queue.whenIdle();
      expect(ctx.ran).toEqual(["a", "a", "a"]);
      expect(performance.now() - begin).toBeGreaterThanOrEqual(300);
      expect(await queue.deadLetters()).toEqual([]);
      expect(lines).toContain("Job note failed, run 1 of 3: could not note a");
    });

    it("lists what it gave up and runs it again when asked", async () => {
      const queue = await startOne();
      ctx.failures = 3;
      await queue.add("note", { id: "a", text: "?" });
      await queue.whenIdle();
      const [dead, ...others] = await queue.deadLetters();
      expect(others).toEqual([]);
      expect(dead).toMatchObject({
        name: "note",
        payload: { id: "a", text: "?" },
        error: "could not note a",
        attempts: 3,
      });
      expect(Math.abs((dead?.failedAt.getTime() ?? 0) - Date.now())).toBeLessThan(10_000);
      ctx.failures = 2;
      await queue.retryDead(dead?.id ?? "");
      await queue.whenIdle();
      expect(ctx.ran).toHaveLength(6);
      expect(await queue.deadLetters()).toEqual([]);
      await expect(queue.retryDead("nobody")).rejects.toThrow("There is no dead letter nobody");
    });

    it("revives a dead one when its key is added again", async () => {
      const queue = await startOne();
      ctx.failures = 3;
      await queue.add("note", { id: "a", text: "1" });
      await queue.whenIdle();
      const other = await openOne();
      const gate = makeGate();
      ctx.gate = gate.promise;
      await Promise.all([queue, other, queue].map((one) => one.add("note", { id: "a", text: "2" })));
      gate.resolve();
      await queue.whenIdle();
      expect(ctx.ran).toEqual(["a1", "a1", "a1", "a2"]);
      expect(await queue.deadLetters()).toEqual([]);
    });

    it("gives up a payload that does not fit any more without running it", async () => {
      const queue = await openOne();
      await queue.add("note", { id: "a" });
      await startOne([strictNote]);
      await queue.whenIdle();
      expect(ctx.ran).toEqual([]);
      const dead = await queue.deadLetters();
      expect(dead).toMatchObject([{ name: "note", attempts: 1 }]);
      expect(dead[0]?.error).toMatch(/payload of job note is wrong at author/);
    });

    it("is idle only when nothing waits for a retry", async () => {
      const queue = await startOne();
      ctx.failures = 1;
      await queue.add("note", { id: "a" });
      await expect.poll(() => ctx.ran.length).toBe(1);
      await queue.whenIdle();
      expect(ctx.ran).toHaveLength(2);
    });

    it("shares the work between processes without doing it twice", async () => {
      const queues = await Promise.all([startOne(), startOne()]);
      const ids = Array.from({ length: 60 }, (_, i) => `n${i}`);
      await Promise.all(ids.map((id) => queues[0]?.add("note", { id })));
      await queues[0]?.whenIdle();
      expect(ctx.ran.toSorted()).toEqual(ids.toSorted());
    });

    it("sweeps a tick once across processes, and never two at a time", async () => {
      const ticks = new Map<number, number>();
      let atWork = 0;
      let most = 0;
      let sweeps = 0;
      ctx.sweep = async () => {
        atWork += 1;
        sweeps += 1;
        most = Math.max(most, atWork);
        // The sweep of the first tick is still at work when every process has added the second.
        if (sweeps === 1)
          await expect.poll(() => addedByAll(ticks), { timeout: 10_000 }).toBeGreaterThanOrEqual(2);
        await sleep(10);
        atWork -= 1;
      };
      const queues = await Promise.all(Array.from({ length: PROCESSES }, () => startOne()));
      await sleep(1000 - (Date.now() % 1000) + 100);
      const stops = queues.map((queue) =>
        startTick({ every: "* * * * * *", queue: countAdded(queue, ticks), log: (line) => lines.push(line) }),
      );
      await expect.poll(() => addedByAll(ticks), { timeout: 15_000 }).toBeGreaterThanOrEqual(4);
      await Promise.all(stops.map((stop) => stop()));
      await queues[0]?.whenIdle();
      expect(most).toBe(1);
      expect(sweeps).toBeGreaterThanOrEqual(2);
      expect(sweeps).toBeLessThan(ticks.size);
      expect(lines).toEqual([]);
    });

    it("does not sweep a tick again for a process that is late", async () => {
      let sweeps = 0;
      ctx.sweep = async () => {
        sweeps += 1;
      };
      const queue = await startOne();
      for (const tick of [1, 1, 2, 1]) {
        await queue.add("sweep", { tick });
        await queue.whenIdle();
      }
      expect(sweeps).toBe(2);
    });

    it("drops a failed sweep, because the next one takes its place", async () => {
      ctx.sweep = () => Promise.reject(new Error("no database"));
      const queue = await startOne();
      await queue.add("sweep", { tick: 1 });
      await queue.whenIdle();
      // the line is written when the server has confirmed the failure
      await expect.poll(() => lines).toEqual(["Job sweep failed, run 1 of 1: no database"]);
      expect(await queue.deadLetters()).toEqual([]);
    });

    it("queues due rows until they are done, whatever happens to a job or a row", async () => {
      const queue = await startOne();
      const due = new Set(["a", "b"]);
      const clock = { now: () => Temporal.Instant.from("2026-03-02T01:00:00Z") };
      const broken = { job: "note", payload: { id: 1 } };
      const rows = () => [broken, ...Array.from(due, (id) => ({ job: "note", payload: { id } }))];
      const runSweep = createSweep({ claimDue: async () => rows(), queue, clock });
      await expect(runSweep()).rejects.toThrow(
        /^1 due rows could not be queued: The payload of job note is wrong/,
      );
      await queue.whenIdle();
      due.delete("a");
      await expect(runSweep()).rejects.toThrow();
      await queue.whenIdle();
      expect(ctx.ran.toSorted()).toEqual(["a", "b", "b"]);
    });

    it("goes on after its server was restarted, resting while it is away", async () => {
      const queue = await startOne();
      const gate = makeGate();
      ctx.gate = gate.promise;
      await queue.add("note", { id: "a" });
      await sleep(200);
      const before = process.cpuUsage();
      const restarting = server.restart();
      await sleep(300);
      gate.resolve();
      await restarting;
      await sleep(1500);
      const used = process.cpuUsage(before);
      expect((used.user + used.system) / 1000).toBeLessThan(1500);
      await queue.add("note", { id: "b" });
      await expect.poll(() => ctx.ran, { timeout: 15_000 }).toEqual(expect.arrayContaining(["a", "b"]));
      expect(countFailures(lines)).toBeLessThan(40);
    });

    it("leaves no connection when it is closed, and waits for the job at work", async () => {
      const before = await server.countConnections();
      const queue = await startOne();
      const gate = makeGate();
      ctx.gate = gate.promise;
      await queue.add("note", { id: "a" });
      await sleep(200);
      const closing = queue.close();
      await sleep(100);
      gate.resolve();
      await closing;
      await queue.close();
      expect(ctx.ran).toEqual(["a"]);
      await expect.poll(() => server.countConnections()).toBe(before);
    });

    describe("when a process dies", () => {
      let program: BuiltProgram;
      beforeAll(async () => {
        program = await buildProgram(new URL("../queue/worker.child.ts", import.meta.url));
      });
      afterAll(() => program.remove());

      it("another one does its job again", async () => {
        const queue = await openOne();
        await queue.add("note", { id: "a" });
        const child = program.run([JSON.stringify(server.address)]);
        expect(await child.nextLine()).toBe("started a");
        await child.kill("SIGKILL");
        await queue.start();
        await queue.add("note", { id: "b" });
        await expect.poll(() => ctx.ran).toEqual(["b"]);
        await expect.poll(() => ctx.ran, { timeout: 25_000, interval: 100 }).toEqual(["b", "a"]);
      }, 40_000);
    });
  });
}

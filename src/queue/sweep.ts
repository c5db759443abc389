/** Turns what is due in the database into jobs. */
import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { type JobDefinition, jobFactory } from "./define-job.ts";
import type { JobQueue } from "./open-queue.ts";

/** A row whose time has come and the job that deals with it. */
interface DueRow {
  job: string;
  payload: unknown;
}

/** Adds the jobs of all due rows and returns how many rows there were. */
type RunSweep = () => Promise<number>;

const sweepLimit = 10_000;
/** Jobs added at the same time; more would only queue up for connections. */
const batchSize = 20;

/**
 * A row stays due until its job's use case marks it done, so that a crash at any point loses nothing;
 * sweeping it again adds nothing while its job waits or runs. A row that cannot be added does not keep
 * the others from being added.
 *
 * @param options.claimDue gives the rows due at `now`, the oldest first, at most `limit`
 * @returns a function that throws an AggregateError after the others were added, when rows could not be
 */
export function createSweep(options: {
  claimDue: (now: Temporal.Instant, limit: number) => Promise<readonly DueRow[]>;
  queue: Pick<JobQueue, "add">;
  clock: { now(): Temporal.Instant };
}): RunSweep {
  return async () => {
    const rows = await options.claimDue(options.clock.now(), sweepLimit);
    const failures: unknown[] = [];
    for (let start = 0; start < rows.length; start += batchSize) {
      const batch = rows.slice(start, start + batchSize);
      const results = await Promise.allSettled(batch.map((row) => options.queue.add(row.job, row.payload)));
      failures.push(...results.flatMap((result) => (result.status === "rejected" ? [result.reason] : [])));
    }
    if (failures.length > 0) throw new AggregateError(failures, describeFailures(failures));
    return rows.length;
  };
}

interface SweepSoon {
  /** Sweeps after the sweeps that were asked for before. */
  sweep(): void;
  /** How often that was asked for. */
  count(): number;
  /** Waits for the sweeps that were asked for so far. */
  whenIdle(): Promise<void>;
}

/** Sweeps out of turn, for what a commit made due: nobody waits for it, and a tick makes up for one that failed. */
export function createSweepSoon(runSweep: RunSweep, onError: (error: unknown) => void): SweepSoon {
  let count = 0;
  let last: Promise<void> = Promise.resolve();
  return {
    sweep() {
      count += 1;
      last = last.then(runSweep).then(() => undefined, onError);
    },
    count: () => count,
    whenIdle: () => last,
  };
}

function describeFailures(failures: readonly unknown[]): string {
  const [first] = failures;
  return `${failures.length} due rows could not be queued: ${first instanceof Error ? first.message : String(first)}`;
}

/** Name of the job that `startTick` adds. */
export const sweepName = "sweep";

/** The job behind a tick: one at a time, once a tick, whatever the number of processes. */
export function defineSweep<Ctx>(run: (ctx: Ctx) => Promise<unknown>): JobDefinition<Ctx> {
  return jobFactory<Ctx>()({
    name: sweepName,
    payload: z.object({ tick: z.int() }),
    key: ({ tick }) => `${sweepName}_${tick}`,
    retry: { attempts: 1, backoff: "fixed" },
    alone: true,
    run: ({ ctx }) => run(ctx),
  });
}

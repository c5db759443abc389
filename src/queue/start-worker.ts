/** Runs the jobs of the queue in this process. */
import { UnrecoverableError } from "bullmq";
import type { Backend, JobWorker, StoredJob, StoredQueue } from "./backend.ts";
import type { JobDefinition, PreparedJob } from "./define-job.ts";
import { waitUntilReady } from "./wait-until-ready.ts";

/**
 * How long a process may be silent before its job is given to another, how often that is checked, and how many
 * processes may die over one job before it is given up: restarts must not add up to that, a deadly job must.
 */
const stalled = { lockDuration: 10_000, stalledInterval: 5000, maxStalledCount: 10 };

/** Call only after the queue is ready: a worker whose server or tables are missing never rests. */
export async function startWorker<Ctx>(
  backend: Backend,
  options: {
    queueName: string;
    queue: Pick<StoredQueue, "getActive">;
    definitions: ReadonlyMap<string, JobDefinition<Ctx>>;
    ctx: () => Ctx;
    /** Most jobs at work at once, at least 1. */
    concurrency: number;
    /** Told about every failed run. */
    log: (line: string) => void;
    /** Told about a server that is away, over and over. */
    quietLog: (line: string) => void;
  },
): Promise<JobWorker> {
  const { definitions, queue, ctx, concurrency, log, quietLog } = options;
  const worker = backend.makeWorker(
    options.queueName,
    async (job) => {
      const definition = find(definitions, job.name);
      const prepared = prepare(definition, job.data);
      if (definition.alone && (await isOutrun(queue, job))) return;
      await prepared.run(ctx());
    },
    { autorun: false, concurrency, runRetryDelay: 1000, ...stalled },
  );
  worker.on("failed", (job, error) => {
    if (job) log(`Job ${job.name} failed, run ${job.attemptsMade} of ${job.opts.attempts}: ${error.message}`);
  });
  await waitUntilReady(worker, quietLog);
  // It settles when the worker is closed.
  worker.run().catch((error: Error) => log(`The queue stopped: ${error.message}`));
  return worker;
}

/** What cannot run today cannot run on the next attempt either, so that neither of these is retried. */
function find<Ctx>(definitions: ReadonlyMap<string, JobDefinition<Ctx>>, name: string): JobDefinition<Ctx> {
  const definition = definitions.get(name);
  if (!definition) throw new UnrecoverableError(`There is no job ${name}`);
  return definition;
}

function prepare<Ctx>(definition: JobDefinition<Ctx>, payload: unknown): PreparedJob<Ctx> {
  try {
    return definition.prepare(payload);
  } catch (error) {
    throw new UnrecoverableError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Whether an older job of the same name is at work in any process.
 * BullMQ's own deduplication cannot be used: on PostgreSQL it sticks when a finished job is added again.
 */
async function isOutrun(queue: Pick<StoredQueue, "getActive">, job: StoredJob): Promise<boolean> {
  const active = await queue.getActive();
  return active.some((other) => other.name === job.name && isOlder(other, job));
}

function isOlder(one: StoredJob, other: StoredJob): boolean {
  if (one.timestamp !== other.timestamp) return one.timestamp < other.timestamp;
  return (one.id ?? "") < (other.id ?? "");
}

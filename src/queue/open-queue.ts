/** Opens the queue of background jobs: adds them, runs them with retries, keeps those that were given up. */
import { setTimeout as sleep } from "node:timers/promises";
import { addJob, revive } from "./add-job.ts";
import type { Backend, JobWorker, StoredJob, StoredQueue } from "./backend.ts";
import type { JobDefinition } from "./define-job.ts";
import { openPostgresBackend } from "./postgres-backend.ts";
import { quietLog } from "./quiet-log.ts";
import { openRedisBackend } from "./redis-backend.ts";
import { startWorker } from "./start-worker.ts";
import { waitUntilReady } from "./wait-until-ready.ts";

/** A job that was given up: it failed as often as it may, or its payload is wrong. */
interface DeadLetter {
  id: string;
  name: string;
  payload: unknown;
  /** Message of the last failure. */
  error: string;
  /** How often it ran. */
  attempts: number;
  failedAt: Date;
}

export interface JobQueue {
  /**
   * Adds a job, unless one with its key waits or runs. A dead one with its key is replaced, so that
   * a thing that failed yesterday can happen today.
   *
   * @throws Error when there is no such job or the payload does not fit
   */
  add(name: string, payload: unknown): Promise<void>;
  /** What was given up, the latest first, at most 1000. */
  deadLetters(): Promise<DeadLetter[]>;
  /** Runs a dead one again, with all its attempts. @throws Error when there is none with this id */
  retryDead(id: string): Promise<void>;
  /** Waits until no job waits, runs or is to be retried, in any process. Needs a started queue somewhere. */
  whenIdle(): Promise<void>;
  /** Begins to run jobs in this process. */
  start(): Promise<void>;
  /** Waits for the jobs at work and closes all connections. */
  close(): Promise<void>;
}

const queueName = "seedbed";
const deadLimit = 1000;

/**
 * @param options.url PostgreSQL connection address; holds the queue when there is no Redis
 * @param options.redisUrl address of a Redis that holds the queue instead
 * @param options.ctx gives what jobs run with; called whenever a job starts
 * @param options.concurrency jobs at work at once in this process; 10 when left out
 * @throws Error of one line, within 10 s, when the server does not answer
 */
export async function openQueue<Ctx>(options: {
  url: string;
  redisUrl?: string | undefined;
  jobs: readonly JobDefinition<Ctx>[];
  ctx: () => Ctx;
  log: (line: string) => void;
  concurrency?: number;
}): Promise<JobQueue> {
  const { url, redisUrl, ctx, log, concurrency = 10 } = options;
  const definitions = new Map(options.jobs.map((job) => [job.name, job]));
  const quiet = quietLog(log);
  const backend = redisUrl
    ? await openRedisBackend(redisUrl, quiet)
    : await openPostgresBackend(url, concurrency, quiet);
  const queue = await makeQueue(backend, quiet);
  let worker: Promise<JobWorker> | undefined;
  let closing: Promise<void> | undefined;
  return {
    add: async (name, payload) => addJob(queue, find(definitions, name), payload),
    deadLetters: async () => (await queue.getFailed(0, deadLimit - 1)).map(describeDead),
    retryDead: async (id) => revive(await findDead(queue, id)),
    whenIdle: () => waitUntilIdle(queue, () => closing !== undefined),
    start: async () => {
      worker ??= startWorker(backend, {
        queueName,
        queue,
        definitions,
        ctx,
        concurrency,
        log,
        quietLog: quiet,
      });
      await worker;
    },
    close: () => {
      closing ??= closeAll(worker, queue, backend);
      return closing;
    },
  };
}

async function makeQueue(backend: Backend, log: (line: string) => void): Promise<StoredQueue> {
  const queue = backend.makeQueue(queueName);
  try {
    await waitUntilReady(queue, log);
    return queue;
  } catch (error) {
    await backend.close();
    throw error;
  }
}

async function closeAll(
  worker: Promise<JobWorker> | undefined,
  queue: StoredQueue,
  backend: Backend,
): Promise<void> {
  await worker?.then(
    (started) => started.close(),
    () => undefined,
  );
  await queue.close();
  await backend.close();
}

function find<Ctx>(definitions: ReadonlyMap<string, JobDefinition<Ctx>>, name: string): JobDefinition<Ctx> {
  const definition = definitions.get(name);
  if (!definition) throw new Error(`There is no job ${name}`);
  return definition;
}

async function findDead(queue: StoredQueue, id: string): Promise<StoredJob> {
  const job = await queue.getJob(id);
  if (!job || !(await job.isFailed())) throw new Error(`There is no dead letter ${id}`);
  return job;
}

function describeDead(job: StoredJob): DeadLetter {
  return {
    id: job.id ?? "",
    name: job.name,
    payload: job.data,
    error: job.failedReason,
    attempts: job.attemptsMade,
    failedAt: new Date(job.finishedOn ?? 0),
  };
}

async function waitUntilIdle(queue: StoredQueue, isClosed: () => boolean): Promise<void> {
  while (!isClosed() && (await countUnfinished(queue)) > 0) await sleep(20);
}

async function countUnfinished(queue: StoredQueue): Promise<number> {
  const counts = await queue.getJobCounts("waiting", "active", "delayed", "prioritized");
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

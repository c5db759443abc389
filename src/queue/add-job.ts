/** Adds jobs under their keys and revives those that were given up. */
import type { JobsOptions } from "bullmq";
import type { StoredJob, StoredQueue } from "./backend.ts";
import type { JobDefinition } from "./define-job.ts";

const firstRetryMs = 1000;
/** How long the key of a finished job that runs alone is remembered. */
const rememberedSeconds = 600;

/**
 * Adds nothing while a job with the same key waits or runs.
 * A dead one with the same key is revived with this payload and all its attempts.
 */
export async function addJob<Ctx>(
  queue: StoredQueue,
  definition: JobDefinition<Ctx>,
  payload: unknown,
): Promise<void> {
  const jobId = makeId(definition.name, definition.prepare(payload).key);
  const existing = await queue.getJob(jobId);
  if (existing && (await existing.isFailed())) {
    await existing.updateData(payload);
    await revive(existing);
  } else {
    await queue.add(definition.name, payload, { jobId, ...describeOptions(definition) });
  }
}

/** Runs a dead job again from its first attempt; does nothing when another process was faster. */
export async function revive(job: StoredJob): Promise<void> {
  try {
    await job.retry("failed", { resetAttemptsMade: true, resetAttemptsStarted: true });
  } catch (error) {
    if (await job.isFailed()) throw error;
  }
}

/** BullMQ takes ":" for a separator and an id of digits for one that it gave out itself. */
function makeId(name: string, key: string): string {
  const id = key.replaceAll("%", "%25").replaceAll(":", "%3A");
  return /^\d*$/.test(id) ? `${name}_${id}` : id;
}

function describeOptions<Ctx>({ retry, alone }: JobDefinition<Ctx>): JobsOptions {
  const options: JobsOptions = {
    attempts: retry.attempts,
    backoff: { type: retry.backoff, delay: retry.delayMs ?? firstRetryMs },
  };
  if (!alone) return { ...options, removeOnComplete: true, removeOnFail: false };
  return {
    ...options,
    removeOnComplete: { age: rememberedSeconds },
    removeOnFail: true,
  };
}

/** Adds a sweep at every tick of the real clock. */
import { schedule } from "node-cron";
import type { JobQueue } from "./open-queue.ts";
import { sweepName } from "./sweep.ts";

/**
 * All processes tick at the same instants and number them alike, so that a tick is swept once.
 *
 * @param options.every cron expression, with seconds in front when it has six fields
 * @param options.log told when a tick could not be added; the next one sweeps what it missed
 * @returns a function that stops ticking
 */
export function startTick(options: {
  every: string;
  queue: Pick<JobQueue, "add">;
  log: (line: string) => void;
}): () => Promise<void> {
  const { every, queue, log } = options;
  const task = schedule(every, async ({ date }) => {
    const tick = Math.floor(date.getTime() / 1000);
    await queue
      .add(sweepName, { tick })
      .catch((error: Error) => log(`No sweep at this tick: ${error.message}`));
  });
  return async () => {
    await task.destroy();
  };
}

/** What a tick does: let waiting messages leave, turn due things into jobs, finish what a crash left. */
import type { Temporal } from "temporal-polyfill";
import { openDues } from "../../store/dues.ts";
import { waitingLanes } from "../../store/sending.ts";
import type { Services } from "../ctx.ts";

/** An event that has been at work for so long in another process counts as left behind. */
const LEFT_BEHIND_MS = 60_000;

export interface SweepParts {
  recover(olderThanMs: number): Promise<number>;
  queueDueJobs(): Promise<number>;
}

export async function sweep(services: Services, parts: SweepParts): Promise<void> {
  services.wake(await waitingLanes(services.store.db));
  await parts.queueDueJobs();
  // last: there may be much of it
  await parts.recover(LEFT_BEHIND_MS);
}

/**
 * Due things as jobs. One whose job was given up is left to the dead letters: adding it again at every tick would hide
 * the failure and never end.
 * @param dead keys of the due things whose jobs were given up
 */
export async function dueJobs(
  services: Services,
  now: Temporal.Instant,
  limit: number,
  dead: ReadonlySet<string>,
): Promise<{ job: string; payload: Record<string, unknown> }[]> {
  const rows = await openDues(services.store.db, now, limit);
  return rows
    .filter((row) => !dead.has(row.key))
    .map((row) => ({ job: row.job, payload: { ...row.payload, due: row.key } }));
}

/** The clock of a bench moved forward: what falls due on the way is carried out as the queue would, each job once or more. */
import { Temporal } from "temporal-polyfill";
import { jobs } from "../../jobs/index.ts";
import { nextDue, openDues } from "../../src/store/dues.ts";
import { dueJobs } from "../../src/usecases/delivery/sweep.ts";
import type { Bench } from "../support/use-case.ts";

/** Runs what is due now. @param times how often each job is run, as after a crash between its commit and its end */
export async function runDue(bench: Bench, times = 1): Promise<number> {
  const now = bench.ctx.clock.now();
  const due = await dueJobs(bench.ctx, now, 1_000, new Set());
  for (const { job, payload } of due) {
    const definition = jobs.find(({ name }) => name === job);
    if (definition === undefined) throw new Error(`There is no job ${job}.`);
    for (let run = 0; run < times; run += 1) await definition.prepare(payload).run(bench.ctx);
  }
  return due.length;
}

/** Goes to an instant and stops at everything that falls due before it, as time does. */
export async function goTo(bench: Bench, iso: string): Promise<void> {
  const target = Temporal.Instant.from(iso);
  await runDue(bench);
  for (;;) {
    const next = (await nextDue(bench.store.db, bench.ctx.clock.now()))?.at;
    if (next === undefined || Temporal.Instant.compare(next, target) > 0) break;
    bench.setNow(next.toString());
    await runDue(bench);
  }
  bench.setNow(iso);
  await runDue(bench);
}

/** Instants of everything that is still planned under keys that begin so, in order. */
export async function plannedAt(bench: Bench, keyPrefix: string): Promise<string[]> {
  const rows = await openDues(bench.store.db, Temporal.Instant.from("2100-01-01T00:00:00Z"), 1_000);
  return rows
    .filter(({ key }) => key.startsWith(keyPrefix))
    .map(({ key, dueAt }) => `${dueAt.toString()} ${key.slice(keyPrefix.length).replace(/^[^:]*:/u, "")}`);
}

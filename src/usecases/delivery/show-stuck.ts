/** What was given up: jobs that failed too often and messages no platform would take. An admin may try a job again. */
import { AppError } from "../../domain/errors.ts";
import { failedMessages } from "../../store/sending.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";

const SHOWN = 20;

export async function showStuck({ ctx }: { ctx: Ctx }): Promise<void> {
  const dead = await ctx.deadLetters();
  await transact(ctx, async (unit) => {
    const messages = await failedMessages(ctx.store.db, SHOWN);
    await unit.audit("stuck.list", "all", { jobs: dead.length, messages: messages.length });
    await unit.send({
      to: { reply: "actor" },
      template: "stuck",
      data: {
        jobs: dead.slice(0, SHOWN).map(({ id, name, error, attempts, failedAt }) => ({
          id,
          name,
          error,
          attempts,
          at: failedAt.toISOString(),
        })),
        messages: messages.map(({ createdAt, ...message }) => ({ ...message, at: createdAt.toString() })),
      },
    });
  });
}

/** @throws AppError "old-card" when the job is not stuck any more */
export async function retryStuckJob({ ctx, input }: { ctx: Ctx; input: { job: string } }): Promise<void> {
  const dead = await ctx.deadLetters();
  if (!dead.some(({ id }) => id === input.job)) throw new AppError("old-card");
  await transact(ctx, async (unit) => {
    await unit.audit("stuck.retry", input.job);
    await unit.send({ to: { reply: "actor" }, template: "done", data: { what: "job-retried" } });
  });
  // after the commit: a job tried twice is harmless, one that was promised and never tried is not
  await ctx.retryDead(input.job);
}

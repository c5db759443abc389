/** Defines background jobs: what they carry, what makes two of them the same, how they are retried. */
import type { z } from "zod";

interface Retry {
  /** Runs before the job is given up, at least 1. */
  attempts: number;
  /** "exponential" doubles the wait with every failure. */
  backoff: "exponential" | "fixed";
  /** Wait before the second run in milliseconds; a second when left out. */
  delayMs?: number;
}

/** A payload that was checked and is ready to run. */
export interface PreparedJob<Ctx> {
  key: string;
  run(ctx: Ctx): Promise<unknown>;
}

export interface JobDefinition<Ctx> {
  name: string;
  retry: Retry;
  /**
   * When true, a job of this name does nothing while an older one is at work in any process, and a key that
   * was done is not done again within ten minutes. A failed one is dropped: the next takes its place.
   */
  alone: boolean;
  /** @throws Error of one line when the payload does not fit the schema */
  prepare(payload: unknown): PreparedJob<Ctx>;
}

/** Gives the function that defines the jobs of a program whose jobs all run with the same `Ctx`. */
export function jobFactory<Ctx>() {
  /**
   * @param job.payload schema of what is stored with the job; keep it JSON
   * @param job.key jobs with the same key are one job while it is unfinished; unique across all names
   */
  return function defineJob<Schema extends z.ZodType>(job: {
    name: string;
    payload: Schema;
    key: (payload: z.output<Schema>) => string;
    retry: Retry;
    alone?: boolean;
    run: (call: { ctx: Ctx; payload: z.output<Schema> }) => Promise<unknown>;
  }): JobDefinition<Ctx> {
    return {
      name: job.name,
      retry: job.retry,
      alone: job.alone ?? false,
      prepare(raw) {
        const read = job.payload.safeParse(raw);
        if (!read.success) throw new Error(describeIssue(job.name, read.error));
        const payload = read.data;
        return { key: job.key(payload), run: (ctx) => job.run({ ctx, payload }) };
      },
    };
  };
}

function describeIssue(name: string, error: z.ZodError): string {
  const issue = error.issues[0];
  const place = issue?.path.length ? ` at ${issue.path.join(".")}` : "";
  return `The payload of job ${name} is wrong${place}: ${issue?.message ?? "unknown"}`;
}

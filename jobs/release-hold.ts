/** Releases a hold at its end. */
import { z } from "zod";
import { releaseHold as release } from "../src/usecases/outreach/end-hold.ts";
import { defineJob } from "./define-job.ts";
import { whenDue } from "./when-due.ts";

export const releaseHold = defineJob({
  name: "release-hold",
  payload: z.object({ due: z.string(), quote: z.string(), member: z.string() }),
  key: ({ due }) => due,
  retry: { attempts: 5, backoff: "exponential", delayMs: 2_000 },
  run: ({ ctx, payload }) => whenDue(ctx, payload.due, (own) => release({ ctx: own, input: payload })),
});

/** Tells the holder of a creator's time that the hold ends soon. */
import { z } from "zod";
import { remindOfHold } from "../src/usecases/outreach/end-hold.ts";
import { defineJob } from "./define-job.ts";
import { whenDue } from "./when-due.ts";

export const remindHold = defineJob({
  name: "remind-hold",
  payload: z.object({ due: z.string(), quote: z.string(), member: z.string() }),
  key: ({ due }) => due,
  retry: { attempts: 5, backoff: "exponential", delayMs: 2_000 },
  run: ({ ctx, payload }) => whenDue(ctx, payload.due, (own) => remindOfHold({ ctx: own, input: payload })),
});

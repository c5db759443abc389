/** Asks one person to pay. */
import { z } from "zod";
import { sendPaymentNudge } from "../src/usecases/payments/send-payment-nudge.ts";
import { defineJob } from "./define-job.ts";
import { whenDue } from "./when-due.ts";

export const nudgePayment = defineJob({
  name: "nudge-payment",
  payload: z.object({ due: z.string(), milestone: z.string(), step: z.int(), member: z.string() }),
  key: ({ due }) => due,
  retry: { attempts: 5, backoff: "exponential", delayMs: 2_000 },
  run: ({ ctx, payload }) =>
    whenDue(ctx, payload.due, (own) => sendPaymentNudge({ ctx: own, input: payload })),
});

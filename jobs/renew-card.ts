/** Renews one card before it dies. */
import { z } from "zod";
import { renewCard as renew } from "../src/usecases/delivery/renew-card.ts";
import { defineJob } from "./define-job.ts";
import { whenDue } from "./when-due.ts";

export const renewCard = defineJob({
  name: "renew-card",
  payload: z.object({ due: z.string(), card: z.string(), changed: z.boolean().optional() }),
  key: ({ due }) => due,
  retry: { attempts: 5, backoff: "exponential", delayMs: 2_000 },
  run: ({ ctx, payload }) => whenDue(ctx, payload.due, (own) => renew({ ctx: own, input: payload })),
});

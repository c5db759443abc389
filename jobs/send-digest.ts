/** Sends one manager the digest of the day. */
import { z } from "zod";
import { sendDigest as send } from "../src/usecases/home/send-digest.ts";
import { defineJob } from "./define-job.ts";
import { whenDue } from "./when-due.ts";

export const sendDigest = defineJob({
  name: "send-digest",
  payload: z.object({ due: z.string(), member: z.string() }),
  key: ({ due }) => due,
  retry: { attempts: 5, backoff: "exponential", delayMs: 2_000 },
  run: ({ ctx, payload }) => whenDue(ctx, payload.due, (own) => send({ ctx: own, input: payload })),
});

/** Reminds one person of a posting. */
import { z } from "zod";
import { sendWaveReminder } from "../src/usecases/waves/send-wave-reminder.ts";
import { defineJob } from "./define-job.ts";
import { whenDue } from "./when-due.ts";

export const remindWave = defineJob({
  name: "remind-wave",
  payload: z.object({ due: z.string(), slot: z.string(), step: z.int(), member: z.string() }),
  key: ({ due }) => due,
  retry: { attempts: 5, backoff: "exponential", delayMs: 2_000 },
  run: ({ ctx, payload }) =>
    whenDue(ctx, payload.due, (own) => sendWaveReminder({ ctx: own, input: payload })),
});

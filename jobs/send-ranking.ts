/** Sends the file of a ranking once more, after the ranking changed. */
import { z } from "zod";
import { sendRankingAgain } from "../src/usecases/imports/send-ranking-again.ts";
import { defineJob } from "./define-job.ts";
import { whenDue } from "./when-due.ts";

export const sendRanking = defineJob({
  name: "send-ranking",
  payload: z.object({ due: z.string(), import: z.string() }),
  key: ({ due }) => due,
  retry: { attempts: 5, backoff: "exponential", delayMs: 2_000 },
  run: ({ ctx, payload: { due, import: id } }) =>
    whenDue(ctx, due, (own) => sendRankingAgain({ ctx: own, input: { import: id } })),
});

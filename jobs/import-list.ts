/** Reads a shared creator list and vets every row. */
import { z } from "zod";
import { runImport } from "../src/usecases/run-import.ts";
import { AlreadyDone } from "../src/usecases/unit.ts";
import { defineJob } from "./define-job.ts";

export const importList = defineJob({
  name: "import-list",
  payload: z.object({ due: z.string(), import: z.string() }),
  key: ({ due }) => due,
  retry: { attempts: 5, backoff: "exponential", delayMs: 2_000 },
  async run({ ctx, payload }) {
    try {
      await runImport({ ctx: { ...ctx, dueKey: payload.due }, input: { import: payload.import } });
    } catch (error) {
      if (!(error instanceof AlreadyDone)) throw error;
    }
  },
});

/** Reads a shared creator list and vets every row. */
import { z } from "zod";
import { runImport } from "../src/usecases/imports/run-import.ts";
import { defineJob } from "./define-job.ts";
import { whenDue } from "./when-due.ts";

export const importList = defineJob({
  name: "import-list",
  payload: z.object({ due: z.string(), import: z.string() }),
  key: ({ due }) => due,
  retry: { attempts: 5, backoff: "exponential", delayMs: 2_000 },
  run: ({ ctx, payload: { due, import: id } }) =>
    whenDue(ctx, due, (own) => runImport({ ctx: own, input: { import: id } })),
});

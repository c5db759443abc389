/** /stuck: what was given up, for admins; a button tries a job again. */
import { z } from "zod";
import { IdInput } from "../src/chat/inputs.ts";
import { retryStuckJob, showStuck } from "../src/usecases/delivery/show-stuck.ts";
import { defineCommand } from "./define-command.ts";

export const stuck = defineCommand({
  name: "stuck",
  aliases: ["失败任务"],
  summary: (m) => m.people.stuckSummary,
  example: "/stuck",
  input: z.object({}),
  fields: {},
  allow: ["admin"],
  run: ({ ctx }) => showStuck({ ctx }),
});

export const stuckRetry = defineCommand({
  name: "stuck retry",
  aliases: ["失败任务 重试"],
  summary: (m) => m.people.retrySummary,
  input: z.object({ job: IdInput }),
  fields: { job: { label: (m) => m.people.fields.job } },
  allow: ["admin"],
  run: ({ ctx, input }) => retryStuckJob({ ctx, input }),
});

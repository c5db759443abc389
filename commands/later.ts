/** The button "remind me later" on reminders and nudges. */
import { z } from "zod";
import { IdInput } from "../src/chat/inputs.ts";
import { postponeDue } from "../src/usecases/delivery/postpone-due.ts";
import { defineCommand } from "./define-command.ts";

export const later = defineCommand({
  name: "later",
  aliases: ["稍后提醒"],
  summary: (m) => m.wave.laterSummary,
  input: z.object({ due: IdInput }),
  fields: { due: { label: (m) => m.wave.fields.due } },
  allow: "members",
  run: ({ ctx, input }) => postponeDue({ ctx, input }),
});

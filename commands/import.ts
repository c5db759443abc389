/** Vets a whole list: a file shared with the bot becomes this command; a button leads from the ranking to one creator. */
import { z } from "zod";
import { FileInput, IdInput } from "../src/chat/inputs.ts";
import type { Role } from "../src/chat/people.ts";
import { cancelImport } from "../src/usecases/cancel-import.ts";
import { openScorecard, rankedChoices } from "../src/usecases/open-scorecard.ts";
import { startImport } from "../src/usecases/start-import.ts";
import { defineCommand } from "./define-command.ts";

const ALLOWED: readonly Role[] = ["admin", "manager", "marketer", "partner"];

export const importList = defineCommand({
  name: "import",
  aliases: ["导入", "批量看号"],
  summary: (m) => m.import.summary,
  example: "/import",
  input: z.object({ file: FileInput.optional() }),
  fields: { file: { label: (m) => m.import.fields.file } },
  allow: ALLOWED,
  run: ({ ctx, input }) => startImport({ ctx, input }),
});

export const importOpen = defineCommand({
  name: "import open",
  aliases: ["导入 查看"],
  summary: (m) => m.import.result.open,
  input: z.object({ import: IdInput, vetting: IdInput }),
  fields: {
    import: { label: (m) => m.import.fields.file },
    vetting: { label: (m) => m.vet.fields.creator },
  },
  allow: ALLOWED,
  form: async ({ ctx, input, reading }) => {
    const id = String(input["import"]);
    const { open } = reading.m.import.result;
    const choices = await rankedChoices(ctx, id, reading);
    return {
      title: open,
      call: { command: "import open", input: { import: id } },
      submit: open,
      fields: [
        { kind: "choice", name: "vetting", label: reading.m.vet.fields.creator, required: true, choices },
      ],
    };
  },
  run: ({ ctx, input }) => openScorecard({ ctx, input: { vetting: input.vetting } }),
});

/** On the card that shows the progress; whether this person may is decided with the list at hand. */
export const importCancel = defineCommand({
  name: "import cancel",
  aliases: ["导入 取消"],
  summary: (m) => m.import.cancel.button,
  input: z.object({ import: IdInput }),
  fields: { import: { label: (m) => m.import.fields.file } },
  allow: ALLOWED,
  run: ({ ctx, input }) => cancelImport({ ctx, input }),
});

/** Vets a whole list: a file shared with the bot becomes this command. */
import { z } from "zod";
import { FileRefData } from "../src/chat/features/import.ts";
import { startImport } from "../src/usecases/start-import.ts";
import { defineCommand } from "./define-command.ts";

/** A `FileRef` as JSON: all inputs of commands are texts. */
const FileInput = z.string().transform((value) => FileRefData.parse(JSON.parse(value)));

export const importList = defineCommand({
  name: "import",
  aliases: ["导入", "批量看号"],
  summary: (m) => m.import.summary,
  example: "/import",
  input: z.object({ file: FileInput.optional() }),
  fields: { file: { label: (m) => m.import.fields.file } },
  allow: ["admin", "manager", "marketer", "partner"],
  run: ({ ctx, input }) => startImport({ ctx, input }),
});

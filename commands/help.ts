/** /help: what the reader may do; with a command's name, its inputs. */
import { z } from "zod";
import { WordsInput } from "../src/chat/inputs.ts";
import { showHelp } from "../src/usecases/intake/show-help.ts";
import { defineCommand } from "./define-command.ts";

export const help = defineCommand({
  name: "help",
  aliases: ["帮助", "hello", "hi", "你好"],
  summary: (m) => m.people.helpSummary,
  example: "/help vet",
  input: z.object({ command: WordsInput.optional() }),
  fields: { command: { label: (m) => m.people.fields.command, example: "vet" } },
  rest: "command",
  allow: "members",
  run: ({ ctx, input }) => showHelp({ ctx, input }),
});

/** Another person in charge: of one creator, or of all that a member has. */
import { z } from "zod";
import type { Field } from "../src/chat/card.ts";
import { WordsInput } from "../src/chat/inputs.ts";
import { handOverCreator, memberChoices } from "../src/usecases/creators/hand-over-creator.ts";
import { ALLOWED, aboutCreator, labelled, who } from "./about-creator.ts";
import { typedText } from "./creator-form.ts";
import { defineCommand } from "./define-command.ts";

export const creatorHandover = defineCommand({
  name: "creator handover",
  aliases: ["博主 交接", "博主 跟进人", "交接跟进人"],
  summary: (m) => m.creator.summaries.handover,
  example: "/creator handover 小鹿护肤 to=林晓雯",
  input: z
    .object({ creator: WordsInput.optional(), from: WordsInput.optional(), to: WordsInput })
    .superRefine((input, context) => {
      if (input.creator === undefined && input.from === undefined)
        context.addIssue({ code: "custom", path: ["creator"], params: { problem: "missing" } });
    }),
  fields: {
    creator: who,
    to: labelled("to", "林晓雯", ["交给", "新跟进人"]),
    from: labelled("handoverFrom", "Maya Lindqvist", ["原跟进人"]),
  },
  rest: "creator",
  allow: ALLOWED,
  form: async (args) => {
    const members = await memberChoices(args.ctx);
    const from = typedText(args.input, "from");
    const { fields } = args.reading.m.creator;
    const to: Field = { kind: "choice", name: "to", label: fields.to, required: true, choices: members };
    return aboutCreator(args, {
      command: "creator handover",
      of: "handover",
      fields: () => [to],
      ...(from === undefined ? {} : { instead: { from } }),
    });
  },
  run: ({ ctx, input }) => handOverCreator({ ctx, input }),
});

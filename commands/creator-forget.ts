/** Erasing what is personal about a creator, after somebody has confirmed it in a form. */
import { z } from "zod";
import type { Field } from "../src/chat/card.ts";
import { choiceOf, WordsInput } from "../src/chat/inputs.ts";
import { creatorToForget, forgetCreator } from "../src/usecases/creators/forget-creator.ts";
import { aboutCreator, labelled, who } from "./about-creator.ts";
import { typedText } from "./creator-form.ts";
import { defineCommand } from "./define-command.ts";

export const creatorForget = defineCommand({
  name: "creator forget",
  aliases: ["博主 删除", "删除博主"],
  summary: (m) => m.creator.summaries.forget,
  example: "/creator forget 小鹿护肤",
  input: z.object({ creator: WordsInput, confirm: choiceOf({ yes: "yes", 是: "yes" }) }),
  fields: { creator: who, confirm: labelled("confirm", "yes", ["确认"]) },
  rest: "creator",
  allow: ["admin", "manager"],
  form: async (args) => {
    const { forget, fields } = args.reading.m.creator;
    const words = typedText(args.input, "creator");
    const confirm: Field = {
      kind: "choice",
      name: "confirm",
      label: fields.confirm,
      required: true,
      choices: [{ value: "yes", label: forget.yes }],
    };
    if (words === undefined)
      return aboutCreator(args, { command: "creator forget", of: "forget", fields: () => [confirm] });
    // a form on Lark stays in the chat: it must not say the name that is to go
    const { id, masked, vettings } = await creatorToForget(args.ctx, words);
    return {
      title: forget.form,
      intro: [{ kind: "text", text: forget.intro(masked, args.reading.number(vettings)) }],
      call: { command: "creator forget", input: { creator: id } },
      submit: forget.submit,
      fields: [confirm],
    };
  },
  run: ({ ctx, input }) => forgetCreator({ ctx, input: { creator: input.creator } }),
});

/** /creator exclusive end: an exclusivity that holds no longer, or never did. */
import { z } from "zod";
import type { Field } from "../src/chat/card.ts";
import { TextInput, WordsInput } from "../src/chat/inputs.ts";
import { endExclusivity, exclusivityChoices } from "../src/usecases/creators/end-exclusivity.ts";
import { ALLOWED, aboutCreator, labelled, who } from "./about-creator.ts";
import { typedText } from "./creator-form.ts";
import { defineCommand } from "./define-command.ts";

export const creatorExclusiveEnd = defineCommand({
  name: "creator exclusive end",
  aliases: ["博主 解除排他", "解除排他期", "解除排他"],
  summary: (m) => m.creator.summaries.exclusiveEnd,
  example: "/creator exclusive end 小鹿护肤 brand=Acme reason=合同提前终止",
  input: z.object({ creator: WordsInput, brand: WordsInput, reason: TextInput }),
  fields: {
    creator: who,
    brand: labelled("brand", "Acme", ["品牌"]),
    reason: labelled("reason", "合同提前终止", ["原因"]),
  },
  rest: "creator",
  allow: ALLOWED,
  form: async (args) => {
    const { fields } = args.reading.m.creator;
    const words = typedText(args.input, "creator");
    const choices = words === undefined ? [] : await exclusivityChoices(args.ctx, words, args.reading);
    const brand: Field =
      choices.length === 0
        ? { kind: "text", name: "brand", label: fields.brand, required: true }
        : {
            kind: "choice",
            name: "brand",
            label: fields.exclusivity,
            required: true,
            choices,
            initial: choices.length === 1 ? choices[0]?.value : undefined,
          };
    return aboutCreator(args, {
      command: "creator exclusive end",
      of: "exclusiveEnd",
      fields: () => [
        brand,
        { kind: "text", name: "reason", label: fields.reason, hint: fields.reasonHint, required: true },
      ],
    });
  },
  run: ({ ctx, input: { creator, brand, reason } }) =>
    endExclusivity({ ctx, input: { creator, which: brand, reason } }),
});

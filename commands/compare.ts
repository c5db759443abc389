/** /vet compare: two to six vetted creators side by side. */
import { z } from "zod";
import { IdInput, TextInput, WordsInput } from "../src/chat/inputs.ts";
import type { Role } from "../src/chat/people.ts";
import { compareChoices } from "../src/usecases/vetting/compare-choices.ts";
import { compareCreators } from "../src/usecases/vetting/compare-creators.ts";
import { typedText } from "./creator-form.ts";
import { defineCommand } from "./define-command.ts";

const ALLOWED: readonly Role[] = ["admin", "manager", "marketer", "partner", "legal", "finance"];

/** The form's selects, one creator each. */
const PLACES = ["first", "second", "third", "fourth", "fifth", "sixth"] as const;

const place = IdInput.optional();
const CompareInput = z
  .object({
    creators: TextInput.optional(),
    first: place,
    second: place,
    third: place,
    fourth: place,
    fifth: place,
    sixth: place,
    campaign: WordsInput.optional(),
  })
  .superRefine((input, context) => {
    if (input.creators !== undefined || PLACES.some((name) => input[name] !== undefined)) return;
    context.addIssue({ code: "custom", path: ["creators"], params: { problem: "missing" } });
  });

export const vetCompare = defineCommand({
  name: "vet compare",
  aliases: ["看号 对比", "看号对比", "对比"],
  summary: (m) => m.compare.summary,
  example: "/vet compare 小鹿护肤、阿禾、大橘",
  input: CompareInput,
  fields: {
    creators: {
      label: (m) => m.compare.fields.creators,
      example: "小鹿护肤、阿禾",
      aliases: ["博主", "达人"],
    },
    first: { label: (m) => m.compare.fields.first },
    second: { label: (m) => m.compare.fields.second },
    third: { label: (m) => m.compare.fields.third },
    fourth: { label: (m) => m.compare.fields.fourth },
    fifth: { label: (m) => m.compare.fields.fifth },
    sixth: { label: (m) => m.compare.fields.sixth },
    campaign: { label: (m) => m.vet.fields.campaign, example: "春季种草", aliases: ["项目"] },
  },
  rest: "creators",
  allow: ALLOWED,
  form: async ({ ctx, input, reading }) => {
    const { compare } = reading.m;
    const { campaign, choices } = await compareChoices(ctx, typedText(input, "campaign"));
    const selects = choices.length < 2 ? [] : PLACES;
    return {
      title: compare.summary,
      ...(campaign && { intro: [{ kind: "text" as const, text: campaign.name }] }),
      call: { command: "vet compare", input: campaign ? { campaign: campaign.id } : {} },
      submit: compare.submit,
      fields: [
        ...selects.map((name, index) => ({
          kind: "choice" as const,
          name,
          label: compare.fields[name],
          required: index < 2,
          choices,
        })),
        {
          kind: "text" as const,
          name: "creators",
          label: compare.fields.creators,
          hint: compare.typeThem,
          placeholder: "小鹿护肤、阿禾",
          required: selects.length === 0,
        },
      ],
    };
  },
  run: ({ ctx, input }) => {
    const chosen = PLACES.flatMap((name) => input[name] ?? []);
    const creators = [...chosen, ...(input.creators === undefined ? [] : [input.creators])].join("、");
    return compareCreators({ ctx, input: { creators, campaign: input.campaign } });
  },
});

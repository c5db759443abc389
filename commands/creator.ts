/** /creator: all about one creator, whom to ask about them, and for whom they work alone. */
import { z } from "zod";
import type { Field } from "../src/chat/card.ts";
import { DateInput, WordsInput } from "../src/chat/inputs.ts";
import type { Reading } from "../src/chat/reading.ts";
import { setContact, showContact } from "../src/usecases/creators/set-contact.ts";
import { setExclusivity } from "../src/usecases/creators/set-exclusivity.ts";
import { showCreator } from "../src/usecases/creators/show-creator.ts";
import { ALLOWED, aboutCreator, labelled, who } from "./about-creator.ts";
import { defineCommand } from "./define-command.ts";

const contactFields = {
  creator: who,
  name: labelled("name", "王敏", ["姓名", "商务", "对接人"]),
  mcn: labelled("mcn", "无忧传媒", ["机构"]),
};

export const creator = defineCommand({
  name: "creator",
  aliases: ["博主", "博主档案"],
  summary: (m) => m.creator.summaries.show,
  example: "/creator 小鹿护肤",
  input: z.object({ creator: WordsInput }),
  fields: { creator: who },
  rest: "creator",
  allow: "members",
  form: (args) => aboutCreator(args, { command: "creator", fields: () => [], of: "show" }),
  run: ({ ctx, input }) => showCreator({ ctx, input }),
});

export const creatorContact = defineCommand({
  name: "creator contact",
  aliases: ["博主 商务", "博主 对接人", "机构商务"],
  summary: (m) => m.creator.summaries.contact,
  example: "/creator contact 小鹿护肤 name=王敏 mcn=无忧传媒",
  input: z.object({ creator: WordsInput, name: WordsInput.optional(), mcn: WordsInput.optional() }),
  fields: contactFields,
  rest: "creator",
  allow: ALLOWED,
  form: (args) => aboutCreator(args, { command: "creator contact", fields: contactAsked, of: "contact" }),
  run: ({ ctx, input: { creator: words, name, mcn } }) =>
    name === undefined
      ? showContact({ ctx, input: { creator: words, mcn } })
      : setContact({ ctx, input: { creator: words, name, mcn } }),
});

/** What the button opens: here the name is asked for. */
export const creatorContactSet = defineCommand({
  name: "creator contact set",
  aliases: ["登记商务"],
  summary: (m) => m.creator.card.setContact,
  input: z.object({ creator: WordsInput, name: WordsInput, mcn: WordsInput.optional() }),
  fields: contactFields,
  rest: "creator",
  allow: ALLOWED,
  form: (args) => aboutCreator(args, { command: "creator contact set", fields: contactAsked, of: "contact" }),
  run: ({ ctx, input }) => setContact({ ctx, input }),
});

export const creatorExclusive = defineCommand({
  name: "creator exclusive",
  aliases: ["博主 排他", "博主 排他期", "竞品排他期"],
  summary: (m) => m.creator.summaries.exclusive,
  example: "/creator exclusive 小鹿护肤 brand=Acme category=beauty from=2026-12-01 until=2027-03-01",
  input: z.object({
    creator: WordsInput,
    brand: WordsInput,
    category: WordsInput,
    from: DateInput.optional(),
    until: DateInput,
  }),
  fields: {
    creator: who,
    brand: labelled("brand", "Acme", ["品牌"]),
    category: labelled("category", "beauty", ["类目", "品类"]),
    from: labelled("from", "2026-12-01", ["开始", "起"]),
    until: labelled("until", "2027-03-01", ["结束", "截止", "止"]),
  },
  rest: "creator",
  allow: ALLOWED,
  form: (args) =>
    aboutCreator(args, {
      command: "creator exclusive",
      of: "exclusive",
      fields: ({ m: { creator: words, campaign } }) => [
        { kind: "text", name: "brand", label: words.fields.brand, required: true },
        {
          kind: "choice",
          name: "category",
          label: words.fields.category,
          hint: words.exclusiveForm.categoryHint,
          required: true,
          // the campaigns' own: any other word would stand against none of them
          choices: Object.entries(campaign.categories).map(([value, label]) => ({ value, label })),
        },
        {
          kind: "date",
          name: "from",
          label: words.fields.from,
          hint: words.exclusiveForm.fromHint,
          required: false,
        },
        { kind: "date", name: "until", label: words.fields.until, required: true },
      ],
    }),
  run: ({ ctx, input }) => setExclusivity({ ctx, input }),
});

function contactAsked({ m: { creator: words } }: Reading): Field[] {
  return [
    { kind: "text", name: "name", label: words.fields.name, required: true },
    { kind: "text", name: "mcn", label: words.fields.mcn, required: false },
  ];
}

/** /creator: all about one creator; whom to ask, exclusivities, who is in charge, and erasing what is personal. */
import { z } from "zod";
import type { Field, Form } from "../src/chat/card.ts";
import type { InputField } from "../src/chat/command.ts";
import { choiceOf, DateInput, WordsInput } from "../src/chat/inputs.ts";
import type { Messages } from "../src/chat/messages.ts";
import type { Role } from "../src/chat/people.ts";
import type { Reading } from "../src/chat/reading.ts";
import type { Ctx } from "../src/usecases/ctx.ts";
import { findCreator } from "../src/usecases/find-creator.ts";
import { creatorToForget, forgetCreator } from "../src/usecases/forget-creator.ts";
import { handOverCreator, memberChoices } from "../src/usecases/hand-over-creator.ts";
import { setContact, showContact } from "../src/usecases/set-contact.ts";
import { setExclusivity } from "../src/usecases/set-exclusivity.ts";
import { showCreator } from "../src/usecases/show-creator.ts";
import { type Typed, typedText } from "./creator-form.ts";
import { defineCommand } from "./define-command.ts";

const ALLOWED: readonly Role[] = ["admin", "manager", "marketer", "partner"];

type Label = keyof Messages["creator"]["fields"];

const labelled = (name: Label, example: string, aliases: readonly string[]): InputField => ({
  label: (m) => m.creator.fields[name],
  example,
  aliases,
});

const who = labelled("creator", "小鹿护肤", ["博主", "达人", "昵称"]);
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
      fields: ({ m: { creator: words } }) => [
        { kind: "text", name: "brand", label: words.fields.brand, required: true },
        {
          kind: "text",
          name: "category",
          label: words.fields.category,
          required: true,
          placeholder: "beauty",
        },
        { kind: "date", name: "from", label: words.fields.from, required: false },
        { kind: "date", name: "until", label: words.fields.until, required: true },
      ],
    }),
  run: ({ ctx, input }) => setExclusivity({ ctx, input }),
});

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

function contactAsked({ m: { creator: words } }: Reading): Field[] {
  return [
    { kind: "text", name: "name", label: words.fields.name, required: true },
    { kind: "text", name: "mcn", label: words.fields.mcn, required: false },
  ];
}

const TITLES = {
  show: ({ creator: { summaries } }: Messages) => [summaries.show, summaries.show],
  contact: ({ creator: { summaries, contactCard } }: Messages) => [summaries.contact, contactCard.submit],
  exclusive: ({ creator: { exclusiveForm } }: Messages) => [exclusiveForm.title, exclusiveForm.submit],
  handover: ({ creator: { handover } }: Messages) => [handover.form, handover.submit],
  forget: ({ creator: { forget } }: Messages) => [forget.form, forget.submit],
} as const;

/**
 * A form about one creator: who was named is said above it, else the form asks.
 * @param about.instead what was given in place of one creator
 * @throws AppError when it is not clear who is meant
 */
async function aboutCreator(
  { ctx, input, reading }: { ctx: Ctx; input: Typed; reading: Reading },
  about: {
    command: string;
    of: keyof typeof TITLES;
    fields(reading: Reading): Field[];
    instead?: Record<string, string>;
  },
): Promise<Form> {
  const words = typedText(input, "creator");
  const chosen = words === undefined ? undefined : await findCreator(ctx.store.db, words);
  const [title = "", submit = ""] = TITLES[about.of](reading.m);
  const asked: Field = {
    kind: "text",
    name: "creator",
    label: reading.m.creator.fields.creator,
    placeholder: "小鹿护肤",
    required: true,
  };
  return {
    title,
    ...(chosen === undefined ? {} : { intro: [{ kind: "text", text: chosen.name }] }),
    call: {
      command: about.command,
      input: chosen === undefined ? { ...about.instead } : { creator: chosen.id },
    },
    submit,
    fields: [
      ...(chosen === undefined && about.instead === undefined ? [asked] : []),
      ...about.fields(reading),
    ],
  };
}

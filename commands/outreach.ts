/** /outreach: asking creators for prices (询价), checking again (二询), holding their time (锁档). */
import { z } from "zod";
import type { Field } from "../src/chat/card.ts";
import type { InputField } from "../src/chat/command.ts";
import { choiceOf, DateInput, MoneyInput, ShareInput, WordsInput } from "../src/chat/inputs.ts";
import type { Role } from "../src/chat/people.ts";
import type { Reading } from "../src/chat/reading.ts";
import type { NoteFormat } from "../src/domain/price.ts";
import type { Ctx } from "../src/usecases/ctx.ts";
import { setQuote } from "../src/usecases/outreach/set-quote.ts";
import { showOutreach } from "../src/usecases/outreach/show-outreach.ts";
import { creatorForm, type Typed, typedText } from "./creator-form.ts";
import { defineCommand } from "./define-command.ts";

const ALLOWED: readonly Role[] = ["admin", "manager", "marketer", "partner"];

const StateInput = choiceOf({
  asked: "asked",
  询价: "asked",
  rechecked: "rechecked",
  二询: "rechecked",
  held: "held",
  hold: "held",
  锁档: "held",
  released: "released",
  release: "released",
  释放: "released",
  已释放: "released",
});
const FORMAT_WORDS: Readonly<Record<string, NoteFormat>> = {
  image: "image",
  图文: "image",
  video: "video",
  视频: "video",
};

const quoteFields = {
  creator: {
    label: (m) => m.outreach.fields.creator,
    example: "小鹿护肤",
    aliases: ["博主", "达人", "昵称"],
  },
  state: { label: (m) => m.outreach.fields.state, example: "held", aliases: ["进度", "状态"] },
  price: { label: (m) => m.outreach.fields.price, example: "3000", aliases: ["报价", "quote"] },
  via: { label: (m) => m.outreach.fields.via, example: "蜂群文化", aliases: ["机构", "mcn"] },
  until: { label: (m) => m.outreach.fields.until, example: "2026-12-05", aliases: ["锁档到", "到期"] },
  format: { label: (m) => m.outreach.fields.format, example: "image", aliases: ["形式"] },
  rebate: { label: (m) => m.outreach.fields.rebate, example: "10%", aliases: ["返点"] },
  campaign: { label: (m) => m.outreach.fields.campaign, example: "春季种草", aliases: ["项目"] },
} satisfies Record<string, InputField>;

const Shape = z.object({
  creator: WordsInput.optional(),
  state: StateInput.optional(),
  price: MoneyInput.optional(),
  via: WordsInput.optional(),
  until: DateInput.optional(),
  format: choiceOf(FORMAT_WORDS).optional(),
  rebate: ShareInput.optional(),
  campaign: WordsInput.optional(),
});

/** A hold without an end would never be given back. */
const needsEnd = (
  { state, until }: { state?: string | undefined; until?: string | undefined },
  context: z.core.$RefinementCtx,
): void => {
  if (state === "held" && until === undefined)
    context.addIssue({ code: "custom", path: ["until"], params: { problem: "missing" } });
};

/** Anything beside the creator makes it a note; a price alone means that somebody was asked. */
const OutreachInput = Shape.superRefine((input, context) => {
  needsEnd(input, context);
  if (input.creator === undefined && (input.state ?? input.price ?? input.rebate) !== undefined)
    context.addIssue({ code: "custom", path: ["creator"], params: { problem: "missing" } });
});

export const outreach = defineCommand({
  name: "outreach",
  aliases: ["询价", "锁档"],
  summary: (m) => m.outreach.summary,
  example: "/outreach 小鹿护肤 state=held price=3000 until=2026-12-05",
  input: OutreachInput,
  fields: quoteFields,
  rest: "creator",
  allow: ALLOWED,
  form: quoteForm,
  run: async ({ ctx, input }) => {
    const { creator, state, price, rebate } = input;
    const isNote = state !== undefined || price !== undefined || rebate !== undefined;
    await (creator !== undefined && isNote
      ? setQuote({ ctx, input: { ...input, creator, state: state ?? "asked" } })
      : showOutreach({ ctx, input }));
  },
});

export const outreachSet = defineCommand({
  name: "outreach set",
  aliases: ["询价 登记"],
  summary: (m) => m.outreach.setSummary,
  input: Shape.extend({ creator: WordsInput, state: StateInput }).superRefine(needsEnd),
  fields: quoteFields,
  rest: "creator",
  allow: ALLOWED,
  form: quoteForm,
  run: ({ ctx, input }) => setQuote({ ctx, input }),
});

/** What the button on a reminder opens: only the new end is asked for. */
export const outreachHold = defineCommand({
  name: "outreach hold",
  aliases: ["询价 锁档"],
  summary: (m) => m.outreach.setSummary,
  input: z.object({
    creator: WordsInput,
    until: DateInput,
    via: WordsInput.optional(),
    format: choiceOf(FORMAT_WORDS).optional(),
    campaign: WordsInput.optional(),
  }),
  fields: quoteFields,
  rest: "creator",
  allow: ALLOWED,
  form: async ({ ctx, input, reading }) => {
    const form = await formOf(ctx, input, reading, "outreach hold", (fields) => [fields.until(true)]);
    const { via, format } = input;
    const known = Object.fromEntries(
      Object.entries({ via, format }).filter(([, value]) => typeof value === "string"),
    ) as Record<string, string>;
    return { ...form, call: { ...form.call, input: { ...form.call.input, ...known } } };
  },
  run: ({ ctx, input }) => setQuote({ ctx, input: { ...input, state: "held" } }),
});

function quoteForm({ ctx, input, reading }: { ctx: Ctx; input: Typed; reading: Reading }) {
  return formOf(ctx, input, reading, "outreach set", (fields) => [
    fields.state,
    fields.price,
    fields.via,
    fields.format,
    fields.until(false),
    fields.rebate,
  ]);
}

function formOf(
  ctx: Ctx,
  input: Typed,
  reading: Reading,
  command: string,
  fieldsFor: (fields: ReturnType<typeof quoteFormFields>) => readonly Field[],
) {
  const { fields, form } = reading.m.outreach;
  return creatorForm(ctx, {
    command,
    title: form.title,
    submit: form.submit,
    label: fields.creator,
    creator: typedText(input, "creator"),
    campaign: typedText(input, "campaign"),
    fieldsFor: () => fieldsFor(quoteFormFields(input, reading)),
  });
}

function quoteFormFields(input: Typed, { m }: Reading) {
  const { fields, form, states, formats } = m.outreach;
  const text = (name: "price" | "via" | "rebate", more: { hint?: string; placeholder?: string }): Field => ({
    kind: "text",
    name,
    label: fields[name],
    required: false,
    initial: typedText(input, name),
    ...more,
  });
  const until = (required: boolean): Field => ({
    kind: "date",
    name: "until",
    label: fields.until,
    hint: form.untilHint,
    required,
    initial: typedText(input, "until"),
  });
  const state: Field = {
    kind: "choice",
    name: "state",
    label: fields.state,
    required: true,
    choices: Object.entries(states).map(([value, label]) => ({ value, label })),
    initial: typedText(input, "state"),
  };
  const format: Field = {
    kind: "choice",
    name: "format",
    label: fields.format,
    required: false,
    choices: Object.entries(formats).map(([value, label]) => ({ value, label })),
    initial: typedText(input, "format") ?? "image",
  };
  return {
    state,
    format,
    until,
    price: text("price", { placeholder: "3000" }),
    via: text("via", { hint: form.viaHint }),
    rebate: text("rebate", { hint: form.rebateHint, placeholder: "10%" }),
  };
}

/** /pay: a creator's payment plan; its buttons mark the parts as paid. */
import { z } from "zod";
import type { Form } from "../src/chat/card.ts";
import type { InputField } from "../src/chat/command.ts";
import { DateInput, IdInput, MoneyInput, SplitInput, WordsInput } from "../src/chat/inputs.ts";
import type { Role } from "../src/chat/people.ts";
import type { Reading } from "../src/chat/reading.ts";
import type { Ctx } from "../src/usecases/ctx.ts";
import { markPaid } from "../src/usecases/payments/mark-paid.ts";
import { sharePlan } from "../src/usecases/payments/open-plan.ts";
import { PAYERS } from "../src/usecases/payments/plan-nudges.ts";
import { planPayment } from "../src/usecases/payments/plan-payment.ts";
import { showPaymentPlan } from "../src/usecases/payments/show-payment-plan.ts";
import { creatorForm, type Typed, typedText } from "./creator-form.ts";
import { defineCommand } from "./define-command.ts";
import { explainWords, readTypedTotal } from "./trailing-words.ts";

const ALLOWED: readonly Role[] = ["admin", "manager", "marketer", "finance"];

/** Amounts are kept as whole minor units in four bytes. */
const LARGEST = 2_000_000_000;

const TotalInput = MoneyInput.superRefine(({ amount }, context) => {
  const problem = amount > LARGEST ? "too-large" : amount <= 0 ? "not-a-number" : undefined;
  if (problem !== undefined) context.addIssue({ code: "custom", params: { problem } });
});

const payFields = {
  creator: {
    label: (m) => m.pay.fields.creator,
    example: "小鹿护肤",
    aliases: ["博主", "达人", "昵称"],
  },
  total: { label: (m) => m.pay.fields.total, example: "3000", aliases: ["金额", "总金额", "amount"] },
  split: { label: (m) => m.pay.fields.split, example: "50/50", aliases: ["比例", "付款比例"] },
  first: { label: (m) => m.pay.fields.first, example: "2026-12-01", aliases: ["预付款日"] },
  second: { label: (m) => m.pay.fields.second, example: "2026-12-15", aliases: ["尾款日"] },
  campaign: { label: (m) => m.pay.fields.campaign, example: "春季种草", aliases: ["项目"] },
} satisfies Record<string, InputField>;

const PlanInput = z.object({
  creator: WordsInput,
  total: TotalInput,
  split: SplitInput.optional(),
  first: DateInput.optional(),
  second: DateInput.optional(),
  campaign: WordsInput.optional(),
});

const PayInput = PlanInput.extend({ total: TotalInput.optional() }).superRefine((input, context) => {
  const typed = readTypedTotal(input.creator);
  if (input.total === undefined) explainWords(context, TotalInput.optional().safeParse(typed.total));
});

export const pay = defineCommand({
  name: "pay",
  aliases: ["结算", "付款"],
  summary: (m) => m.pay.summary,
  example: "/pay 小鹿护肤 3000 split=50/50",
  input: PayInput,
  fields: payFields,
  rest: "creator",
  allow: ALLOWED,
  form: planForm,
  run: async ({ ctx, input }) => {
    const typed = input.total === undefined ? readTypedTotal(input.creator) : { creator: input.creator };
    const total = input.total ?? TotalInput.optional().parse(typed.total);
    const about = { ...input, creator: typed.creator };
    await (total === undefined
      ? showPaymentPlan({ ctx, input: about })
      : planPayment({ ctx, input: { ...about, total } }));
  },
});

export const payPlan = defineCommand({
  name: "pay plan",
  aliases: ["结算 计划"],
  summary: (m) => m.pay.planSummary,
  input: PlanInput,
  fields: payFields,
  rest: "creator",
  allow: ALLOWED,
  form: planForm,
  run: ({ ctx, input }) => planPayment({ ctx, input }),
});

export const payPaid = defineCommand({
  name: "pay paid",
  aliases: ["结算 已付"],
  summary: (m) => m.pay.paidSummary,
  input: z.object({ milestone: IdInput, amount: MoneyInput.optional() }),
  fields: {
    milestone: { label: (m) => m.pay.fields.milestone },
    amount: { label: (m) => m.pay.fields.amount, example: "1500", aliases: ["金额"] },
  },
  allow: PAYERS,
  run: ({ ctx, input }) => markPaid({ ctx, input }),
});

/** On the brand's plan over another sum than what was passed. */
export const payShare = defineCommand({
  name: "pay share",
  aliases: ["结算 同步"],
  summary: (m) => m.pay.shareSummary,
  input: z.object({ creator: IdInput, campaign: IdInput }),
  fields: { creator: payFields.creator, campaign: payFields.campaign },
  allow: ALLOWED,
  run: ({ ctx, input }) => sharePlan({ ctx, input }),
});

function planForm({ ctx, input, reading }: { ctx: Ctx; input: Typed; reading: Reading }): Promise<Form> {
  const { fields, form } = reading.m.pay;
  return creatorForm(ctx, {
    command: "pay plan",
    title: form.title,
    submit: form.submit,
    label: fields.creator,
    creator: typedText(input, "creator"),
    campaign: typedText(input, "campaign"),
    fieldsFor: () => [
      { kind: "text", name: "total", label: fields.total, placeholder: "3000", required: true },
      {
        kind: "text",
        name: "split",
        label: fields.split,
        hint: form.splitHint,
        required: false,
        initial: typedText(input, "split") ?? "50/50",
      },
      { kind: "date", name: "first", label: fields.first, hint: form.firstHint, required: false },
      { kind: "date", name: "second", label: fields.second, hint: form.secondHint, required: false },
    ],
  });
}

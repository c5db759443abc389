/** /campaign terms: budget and ceiling of the brand, margin of an agency; each side sees its own. */
import { z } from "zod";
import { ShareInput, WordsInput } from "../src/chat/inputs.ts";
import { parseMoney } from "../src/domain/numbers.ts";
import { campaignTerms as terms } from "../src/usecases/campaign-terms.ts";
import { defineCommand } from "./define-command.ts";

/** An amount as typed: which currency it means without a name is for the campaign to say. */
const AmountInput = WordsInput.superRefine((typed, context) => {
  const read = parseMoney(typed);
  const problem = read.ok ? (read.value.amount <= 0 ? "not-a-number" : undefined) : read.problem;
  if (problem !== undefined) context.addIssue({ code: "custom", params: { problem } });
});

export const campaignTerms = defineCommand({
  name: "campaign terms",
  aliases: ["项目 条款", "条款"],
  summary: (m) => m.list.terms.summary,
  example: "/campaign terms budget=200000 ceiling=5000",
  input: z.object({
    budget: AmountInput.optional(),
    ceiling: AmountInput.optional(),
    margin: ShareInput.optional(),
    campaign: WordsInput.optional(),
  }),
  fields: {
    budget: { label: (m) => m.list.terms.fields.budget, example: "200000", aliases: ["预算"] },
    ceiling: { label: (m) => m.list.terms.fields.ceiling, example: "5000", aliases: ["上限", "价格上限"] },
    margin: { label: (m) => m.list.terms.fields.margin, example: "15%", aliases: ["毛利", "毛利率"] },
    campaign: { label: (m) => m.list.fields.campaign, example: "春季种草", aliases: ["项目"] },
  },
  rest: "campaign",
  allow: ["admin", "manager", "marketer", "finance", "partner"],
  run: ({ ctx, input }) => terms({ ctx, input }),
});

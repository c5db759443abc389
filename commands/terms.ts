/** /campaign terms: budget and ceiling of the brand, margin of an agency; each side sees its own. */
import { z } from "zod";
import { AmountInput, ShareInput, WordsInput } from "../src/chat/inputs.ts";
import { campaignTerms as terms } from "../src/usecases/campaigns/campaign-terms.ts";
import { defineCommand } from "./define-command.ts";

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

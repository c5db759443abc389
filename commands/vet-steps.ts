/** What follows a scorecard: its missing data, its red flags; most of it by buttons. */
import { z } from "zod";
import { choiceOf, IdInput, TextInput } from "../src/chat/inputs.ts";
import type { Messages } from "../src/chat/messages.ts";
import type { Role } from "../src/chat/people.ts";
import { AppError } from "../src/domain/errors.ts";
import { FLAG_IDS, type FlagId } from "../src/domain/flag-types.ts";
import { askForData } from "../src/usecases/vetting/ask-for-data.ts";
import { confirmSafety } from "../src/usecases/vetting/confirm-safety.ts";
import { openScorecard } from "../src/usecases/vetting/open-scorecard.ts";
import { overrulableFlags, overruleFlag } from "../src/usecases/vetting/overrule-flag.ts";
import { showRules } from "../src/usecases/vetting/show-rules.ts";
import { typedText } from "./creator-form.ts";
import { defineCommand } from "./define-command.ts";

const ALLOWED: readonly Role[] = ["admin", "manager", "marketer", "partner"];
/** An agency does not set aside what speaks against its own creators. */
const OVERRULERS: readonly Role[] = ["admin", "manager", "marketer", "legal"];

const OneVetting = z.object({ vetting: IdInput });
const vettingField = { vetting: { label: (m: Messages) => m.vetSteps.fields.vetting } };

const FlagInput = choiceOf(
  Object.fromEntries(FLAG_IDS.map((id) => [id.toLowerCase(), id])) as Record<string, FlagId>,
);

export const vetShow = defineCommand({
  name: "vet show",
  aliases: ["看号 查看"],
  summary: (m) => m.vetSteps.openScorecard,
  input: OneVetting,
  fields: vettingField,
  allow: "members",
  run: ({ ctx, input }) => openScorecard({ ctx, input }),
});

export const vetAsk = defineCommand({
  name: "vet ask",
  aliases: ["看号 补数据", "看号 索要数据"],
  summary: (m) => m.vetSteps.askSummary,
  input: OneVetting,
  fields: vettingField,
  allow: ALLOWED,
  run: ({ ctx, input }) => askForData({ ctx, input }),
});

export const vetOverrule = defineCommand({
  name: "vet overrule",
  aliases: ["看号 排除风险"],
  summary: (m) => m.vetSteps.overruleSummary,
  input: OneVetting.extend({ flag: FlagInput, reason: TextInput }),
  fields: {
    ...vettingField,
    flag: { label: (m) => m.vetSteps.fields.flag, example: "F1", aliases: ["风险项"] },
    reason: { label: (m) => m.vetSteps.fields.reason, aliases: ["理由"] },
  },
  allow: OVERRULERS,
  form: async ({ ctx, input, reading }) => {
    const words = reading.m.vetSteps;
    const vetting = typedText(input, "vetting");
    // only a card says which vetting is meant
    if (vetting === undefined) throw new AppError("bad-input");
    const choices = await overrulableFlags(ctx, vetting, reading);
    return {
      title: words.overruleTitle,
      call: { command: "vet overrule", input: { vetting } },
      submit: words.overruleSubmit,
      fields: [
        { kind: "choice", name: "flag", label: words.fields.flag, required: true, choices },
        {
          kind: "long-text",
          name: "reason",
          label: words.fields.reason,
          hint: words.overruleHint,
          required: true,
        },
      ],
    };
  },
  run: ({ ctx, input }) => overruleFlag({ ctx, input }),
});

export const vetSafety = defineCommand({
  name: "vet safety",
  aliases: ["看号 舆情"],
  summary: (m) => m.vetSteps.safetySummary,
  input: OneVetting.extend({ controversy: choiceOf({ yes: "yes", no: "no" }) }),
  fields: { ...vettingField, controversy: { label: (m) => m.vet.fields.controversy } },
  allow: ALLOWED,
  run: ({ ctx, input }) =>
    confirmSafety({ ctx, input: { vetting: input.vetting, controversy: input.controversy === "yes" } }),
});

export const vetRules = defineCommand({
  name: "vet rules",
  aliases: ["看号 规则", "评分规则"],
  summary: (m) => m.rules.summary,
  example: "/vet rules",
  input: z.object({}),
  fields: {},
  allow: "members",
  run: ({ ctx }) => showRules({ ctx }),
});

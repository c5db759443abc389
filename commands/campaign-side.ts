/** /campaign side: whose a group is, the brand's alone or an agency's too; prices go by it. */
import { z } from "zod";
import { WordsInput } from "../src/chat/inputs.ts";
import { setChatSide, sideChoices } from "../src/usecases/people/set-chat-side.ts";
import { BRAND_WORDS } from "./brand-words.ts";
import { defineCommand } from "./define-command.ts";

/** What the form calls the two that are no agency. */
const BRAND = "brand";
const UNSAID = "unsaid";
const UNSAID_WORDS: ReadonlySet<string> = new Set([UNSAID, "unknown", "未定", "不定", "取消"]);

export const campaignSide = defineCommand({
  name: "campaign side",
  aliases: ["项目 归属", "群归属"],
  summary: (m) => m.campaign.side.summary,
  example: "/campaign side 蓝鲸传播 chat=春季种草",
  input: z.object({ side: WordsInput, chat: WordsInput.optional() }),
  fields: {
    side: {
      label: (m) => m.campaign.side.fields.side,
      example: "蓝鲸传播",
      aliases: ["归属", "agency", "代理商"],
    },
    chat: { label: (m) => m.campaign.side.fields.chat, example: "春季种草", aliases: ["群", "频道"] },
  },
  rest: "side",
  allow: ["admin"],
  form: async ({ ctx, reading }) => {
    const { side: words } = reading.m.campaign;
    const { platforms, labelled } = reading.m.common;
    const { chats, here, agencies } = await sideChoices(ctx);
    return {
      title: words.title,
      submit: words.submit,
      call: { command: "campaign side", input: {} },
      fields: [
        {
          kind: "choice",
          name: "chat",
          label: words.fields.chat,
          required: true,
          choices: chats.map(({ platform, value, label }) => ({
            value,
            label: labelled(platforms[platform], label),
          })),
          initial: here,
        },
        {
          kind: "choice",
          name: "side",
          label: words.fields.side,
          hint: words.hint,
          required: true,
          choices: [
            { value: BRAND, label: words.brandAlone },
            ...agencies.map((agency) => ({ value: agency, label: words.withAgency(agency) })),
            { value: UNSAID, label: words.unsaid },
          ],
        },
      ],
    };
  },
  run: ({ ctx, input: { side, chat } }) => setChatSide({ ctx, input: { agency: sideOf(side), chat } }),
});

function sideOf(typed: string): string | null | undefined {
  const word = typed.toLowerCase();
  if (UNSAID_WORDS.has(word)) return undefined;
  return BRAND_WORDS.has(word) ? null : typed;
}

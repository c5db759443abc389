/** /brief: a bilingual brief for one creator; buttons change it and give the message for the creator. */
import { z } from "zod";
import type { TypedSectionId } from "../src/chat/features/brief.ts";
import { choiceOf, IdInput, TextInput, WordsInput } from "../src/chat/inputs.ts";
import type { Role } from "../src/chat/people.ts";
import { makeBrief } from "../src/usecases/briefs/make-brief.ts";
import { relayBrief } from "../src/usecases/briefs/relay-brief.ts";
import { briefForm } from "./brief-form.ts";
import { defineCommand } from "./define-command.ts";

const ALLOWED: readonly Role[] = ["admin", "manager", "marketer", "partner"];

const BriefInput = z.object({
  creator: WordsInput,
  campaign: WordsInput.optional(),
  product: WordsInput.optional(),
  background: TextInput.optional(),
  backgroundZh: TextInput.optional(),
  goal: TextInput.optional(),
  goalZh: TextInput.optional(),
  points: TextInput.optional(),
  pointsZh: TextInput.optional(),
  must: TextInput.optional(),
  mustZh: TextInput.optional(),
  mustNot: TextInput.optional(),
  mustNotZh: TextInput.optional(),
  from: IdInput.optional(),
  form: choiceOf({ yes: "yes" }).optional(),
});

export const brief = defineCommand({
  name: "brief",
  aliases: ["写brief", "写 brief"],
  summary: (m) => m.brief.summary,
  example: "/brief 小鹿护肤",
  input: BriefInput,
  fields: {
    creator: { label: (m) => m.brief.fields.creator, example: "小鹿护肤", aliases: ["博主", "达人", "昵称"] },
    campaign: { label: (m) => m.brief.fields.campaign, example: "春季种草", aliases: ["项目"] },
    product: { label: (m) => m.brief.fields.product, example: "Dew Barrier Cream", aliases: ["产品"] },
    background: { label: (m) => m.brief.fields.background },
    backgroundZh: { label: (m) => m.brief.fields.backgroundZh, aliases: ["背景", "品牌背景"] },
    goal: { label: (m) => m.brief.fields.goal, example: '"20 honest notes before launch"' },
    goalZh: { label: (m) => m.brief.fields.goalZh, example: "“上市前 20 篇真实笔记”", aliases: ["目标"] },
    points: { label: (m) => m.brief.fields.points, example: '"absorbs fast; no fragrance"' },
    pointsZh: { label: (m) => m.brief.fields.pointsZh, example: "“吸收快；无香精”", aliases: ["卖点"] },
    must: { label: (m) => m.brief.fields.must },
    mustZh: { label: (m) => m.brief.fields.mustZh, aliases: ["必提", "必提点"] },
    mustNot: { label: (m) => m.brief.fields.mustNot },
    mustNotZh: { label: (m) => m.brief.fields.mustNotZh, aliases: ["禁提"] },
  },
  rest: "creator",
  allow: ALLOWED,
  form: briefForm,
  run: ({ ctx, input }) =>
    makeBrief({
      ctx,
      input: {
        creator: input.creator,
        campaign: input.campaign,
        product: input.product,
        texts: textsOf(input),
        fromForm: input.form === "yes",
        from: input.from,
      },
    }),
});

export const briefRelay = defineCommand({
  name: "brief relay",
  aliases: ["brief 转发"],
  summary: (m) => m.brief.relaySummary,
  input: z.object({ brief: IdInput }),
  fields: { brief: { label: (m) => m.brief.fields.brief } },
  allow: ALLOWED,
  run: ({ ctx, input }) => relayBrief({ ctx, input }),
});

type Texts = Parameters<typeof makeBrief>[0]["input"]["texts"];

function textsOf(input: z.output<typeof BriefInput>): Texts {
  const texts: [TypedSectionId, Texts[TypedSectionId]][] = [
    ["background", inBoth(input.background, input.backgroundZh)],
    ["goal", inBoth(input.goal, input.goalZh)],
    ["key-points", inBoth(points(input.points), points(input.pointsZh))],
    ["must", inBoth(points(input.must), points(input.mustZh))],
    ["must-not", inBoth(points(input.mustNot), points(input.mustNotZh))],
  ];
  return Object.fromEntries(texts.filter(([, text]) => text !== undefined));
}

/** Whoever types Chinese for a section means its Chinese text, whatever the name of the input. */
function inBoth(en: string | undefined, zh: string | undefined): Texts[TypedSectionId] {
  if (en === undefined && zh === undefined) return undefined;
  if (zh === undefined && en !== undefined && /\p{Script=Han}/u.test(en)) return { zh: en };
  return { en, zh };
}

/** Points stand on lines of their own; on a typed line semicolons part them. */
function points(text: string | undefined): string | undefined {
  return text
    ?.split(/[\n;；]/u)
    .map((point) => point.replace(/^\s*[-•·*]\s*/u, "").trim())
    .filter((point) => point !== "")
    .join("\n");
}

/** /campaign: starts a campaign, or shows the one of that name or of this chat. */
import { z } from "zod";
import type { InputField } from "../src/chat/command.ts";
import type { Target } from "../src/chat/features/campaign.ts";
import {
  AgesInput,
  AmountInput,
  choiceOf,
  DateInput,
  NamesInput,
  TextInput,
  WordsInput,
} from "../src/chat/inputs.ts";
import type { Role } from "../src/chat/people.ts";
import type { Currency } from "../src/domain/money.ts";
import type { TierScheme } from "../src/domain/tiers.ts";
import { createCampaign } from "../src/usecases/campaigns/create-campaign.ts";
import { showCampaign, showOrCreateCampaign } from "../src/usecases/campaigns/show-campaign.ts";
import { bindableCampaigns, bindChat } from "../src/usecases/people/bind-chat.ts";
import { campaignForm } from "./campaign-form.ts";
import { defineCommand } from "./define-command.ts";

const TARGET_WORDS: Readonly<Record<string, Target>> = {
  female: "female",
  women: "female",
  女: "female",
  女性: "female",
  male: "male",
  men: "male",
  男: "male",
  男性: "male",
  everyone: "everyone",
  all: "everyone",
  不限: "everyone",
};
const SCHEME_WORDS: Readonly<Record<string, TierScheme>> = { t1: "T1", t3x: "T3x", t4: "T4", t5: "T5" };
const CURRENCY_WORDS: Readonly<Record<string, Currency>> = {
  cny: "CNY",
  rmb: "CNY",
  人民币: "CNY",
  usd: "USD",
  美元: "USD",
  eur: "EUR",
  欧元: "EUR",
  gbp: "GBP",
  英镑: "GBP",
  hkd: "HKD",
  港币: "HKD",
  jpy: "JPY",
  日元: "JPY",
};

const NewCampaignInput = z.object({
  name: WordsInput,
  brand: WordsInput,
  product: WordsInput,
  category: WordsInput,
  launch: DateInput,
  target: choiceOf(TARGET_WORDS).optional(),
  ages: AgesInput.optional(),
  regions: NamesInput.optional(),
  scheme: choiceOf(SCHEME_WORDS).optional(),
  currency: choiceOf(CURRENCY_WORDS).optional(),
  budget: AmountInput.optional(),
  slack: WordsInput.optional(),
  lark: WordsInput.optional(),
  backgroundEn: TextInput.optional(),
  backgroundZh: TextInput.optional(),
  goalEn: TextInput.optional(),
  goalZh: TextInput.optional(),
  pointsEn: TextInput.optional(),
  pointsZh: TextInput.optional(),
  mustEn: TextInput.optional(),
  mustZh: TextInput.optional(),
  mustNotEn: TextInput.optional(),
  mustNotZh: TextInput.optional(),
});

const fields: Readonly<Record<string, InputField>> = {
  name: { label: (m) => m.campaign.fields.name, example: "春日新品", aliases: ["名称"] },
  brand: { label: (m) => m.campaign.fields.brand, example: "Acme", aliases: ["品牌"] },
  product: { label: (m) => m.campaign.fields.product, example: "面霜", aliases: ["产品"] },
  category: { label: (m) => m.campaign.fields.category, example: "beauty", aliases: ["类目"] },
  launch: {
    label: (m) => m.campaign.fields.launch,
    example: "2027-03-08",
    aliases: ["上市", "上市日期", "date"],
  },
  target: { label: (m) => m.campaign.fields.target, example: "women", aliases: ["人群", "目标人群"] },
  ages: { label: (m) => m.campaign.fields.ages, example: "18-34", aliases: ["年龄", "目标年龄"] },
  regions: { label: (m) => m.campaign.fields.regions, example: "上海、北京", aliases: ["地域", "目标地域"] },
  scheme: { label: (m) => m.campaign.fields.scheme, example: "T4", aliases: ["tiers", "量级"] },
  currency: { label: (m) => m.campaign.fields.currency, example: "CNY", aliases: ["币种"] },
  budget: { label: (m) => m.campaign.fields.budget, example: "200000", aliases: ["预算"] },
  slack: { label: (m) => m.campaign.fields.slack, example: "#spring-launch", aliases: ["频道"] },
  lark: { label: (m) => m.campaign.fields.lark, example: "春季种草", aliases: ["飞书", "飞书群"] },
  backgroundEn: { label: (m) => m.campaign.fields.backgroundEn },
  backgroundZh: { label: (m) => m.campaign.fields.backgroundZh, aliases: ["背景"] },
  goalEn: { label: (m) => m.campaign.fields.goalEn },
  goalZh: { label: (m) => m.campaign.fields.goalZh, aliases: ["目标"] },
  pointsEn: { label: (m) => m.campaign.fields.pointsEn },
  pointsZh: { label: (m) => m.campaign.fields.pointsZh, aliases: ["卖点"] },
  mustEn: { label: (m) => m.campaign.fields.mustEn },
  mustZh: { label: (m) => m.campaign.fields.mustZh, aliases: ["必提点"] },
  mustNotEn: { label: (m) => m.campaign.fields.mustNotEn },
  mustNotZh: { label: (m) => m.campaign.fields.mustNotZh, aliases: ["禁提"] },
};

const STARTERS: readonly Role[] = ["admin", "manager", "marketer"];

export const campaign = defineCommand({
  name: "campaign",
  aliases: ["项目"],
  summary: (m) => m.campaign.summary,
  example: "/campaign 春日新品 brand=Acme product=面霜 category=beauty launch=2027-03-08",
  input: NewCampaignInput.partial().required({ name: true }),
  fields,
  rest: "name",
  allow: STARTERS,
  form: campaignForm,
  run: ({ ctx, input }) => showOrCreateCampaign({ ctx, input }),
});

/** What the form submits: here everything that a campaign needs is required. */
export const campaignNew = defineCommand({
  name: "campaign new",
  aliases: ["项目 新建", "新建项目"],
  summary: (m) => m.campaign.newSummary,
  input: NewCampaignInput,
  fields,
  rest: "name",
  allow: STARTERS,
  form: campaignForm,
  run: ({ ctx, input }) => createCampaign({ ctx, input }),
});

export const campaignShow = defineCommand({
  name: "campaign show",
  aliases: ["项目 查看", "查看项目"],
  summary: (m) => m.campaign.showSummary,
  example: "/campaign show",
  input: z.object({ name: WordsInput.optional() }),
  fields: { name: { label: (m) => m.campaign.fields.name, example: "春季种草", aliases: ["名称"] } },
  rest: "name",
  allow: STARTERS,
  run: ({ ctx, input }) => showCampaign({ ctx, input }),
});

/** A campaign that was started on one side gets its chat on the other. */
export const campaignBind = defineCommand({
  name: "campaign bind",
  aliases: ["项目 绑定", "绑定本群"],
  summary: (m) => m.home.bind.summary,
  example: "/campaign bind 春季种草",
  input: z.object({ campaign: WordsInput }),
  fields: { campaign: { label: (m) => m.home.bind.field, example: "春季种草", aliases: ["项目"] } },
  rest: "campaign",
  allow: [...STARTERS, "partner"],
  form: async ({ ctx, reading }) => {
    const { title, submit, field } = reading.m.home.bind;
    return {
      title,
      submit,
      call: { command: "campaign bind", input: {} },
      fields: [
        {
          kind: "choice",
          name: "campaign",
          label: field,
          required: true,
          choices: await bindableCampaigns(ctx),
        },
      ],
    };
  },
  run: ({ ctx, input }) => bindChat({ ctx, input }),
});

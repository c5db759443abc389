/** /vet: a scorecard from typed numbers. */
import { z } from "zod";
import {
  AgeSharesInput,
  CountInput,
  choiceOf,
  MoneyInput,
  RatingInput,
  RegionSharesInput,
  ShareInput,
  WordsInput,
} from "../src/chat/inputs.ts";
import type { CreatorFacts, Fact, HealthGrade } from "../src/domain/creator-facts.ts";
import { readCreatorWords } from "../src/usecases/creators/read-creator-words.ts";
import { vetCreator } from "../src/usecases/vetting/vet-creator.ts";
import { defineCommand } from "./define-command.ts";

const YesNoInput = choiceOf({ yes: "yes", no: "no", 是: "yes", 否: "no", 有: "yes", 无: "no" });

/** The platform's fee as people name it: by its share or by the mode. */
const FeeInput = choiceOf({
  "10": "usual",
  "10%": "usual",
  usual: "usual",
  普通: "usual",
  "20": "guaranteed",
  "20%": "guaranteed",
  guaranteed: "guaranteed",
  优效: "guaranteed",
  优效模式: "guaranteed",
});

const HealthInput = choiceOf<HealthGrade>({
  excellent: "excellent",
  ordinary: "ordinary",
  abnormal: "abnormal",
  优秀: "excellent",
  普通: "ordinary",
  异常: "abnormal",
});

export const VetInput = z.object({
  creator: WordsInput,
  followers: CountInput.optional(),
  notes: CountInput.optional(),
  likes: CountInput.optional(),
  saves: CountInput.optional(),
  comments: CountInput.optional(),
  shares: CountInput.optional(),
  reads: CountInput.optional(),
  active: ShareInput.optional(),
  fake: ShareInput.optional(),
  female: ShareInput.optional(),
  age: AgeSharesInput.optional(),
  region: RegionSharesInput.optional(),
  sponsored: ShareInput.optional(),
  works: CountInput.optional(),
  category: WordsInput.optional(),
  inCategory: ShareInput.optional(),
  silence: CountInput.optional(),
  gained: CountInput.optional(),
  competitor: YesNoInput.optional(),
  controversy: YesNoInput.optional(),
  health: HealthInput.optional(),
  lowActivity: YesNoInput.optional(),
  quality: RatingInput.optional(),
  fit: RatingInput.optional(),
  quote: MoneyInput.optional(),
  video: MoneyInput.optional(),
  fee: FeeInput.optional(),
  agency: ShareInput.optional(),
  rebate: ShareInput.optional(),
  campaign: WordsInput.optional(),
});

export const vet = defineCommand({
  name: "vet",
  aliases: ["看号", "账号评估"],
  summary: (m) => m.vet.summary,
  example: "/vet 小鹿护肤 followers=82k likes=1900 saves=1100 comments=130 reads=41000 quote=3000",
  input: VetInput,
  fields: {
    creator: { label: (m) => m.vet.fields.creator, example: "小鹿护肤", aliases: ["博主", "达人", "昵称"] },
    followers: {
      label: (m) => m.vet.fields.followers,
      example: "82k",
      aliases: ["粉丝", "粉丝数", "粉丝量"],
    },
    notes: { label: (m) => m.vet.fields.notes, example: "23", aliases: ["笔记", "笔记数"] },
    likes: { label: (m) => m.vet.fields.likes, example: "1900", aliases: ["点赞", "赞", "单篇点赞"] },
    saves: { label: (m) => m.vet.fields.saves, example: "1100", aliases: ["收藏", "单篇收藏"] },
    comments: { label: (m) => m.vet.fields.comments, example: "130", aliases: ["评论", "单篇评论"] },
    shares: { label: (m) => m.vet.fields.shares, example: "80", aliases: ["分享"] },
    reads: {
      label: (m) => m.vet.fields.reads,
      example: "41000",
      aliases: ["阅读", "阅读量", "单篇阅读", "views"],
    },
    active: {
      label: (m) => m.vet.fields.active,
      example: "52%",
      aliases: ["活跃粉丝", "活粉", "活跃粉丝占比"],
    },
    fake: { label: (m) => m.vet.fields.fake, example: "15%", aliases: ["水粉", "水粉占比"] },
    female: { label: (m) => m.vet.fields.female, example: "88%", aliases: ["女粉", "女粉占比"] },
    age: {
      label: (m) => m.vet.fields.age,
      example: "18-24:40%,25-34:35%",
      aliases: ["ages", "年龄", "年龄分布"],
    },
    region: {
      label: (m) => m.vet.fields.region,
      example: "上海:17.4%,北京:15.2%",
      aliases: ["regions", "地域", "地域分布", "地区"],
    },
    sponsored: { label: (m) => m.vet.fields.sponsored, example: "70%", aliases: ["商单占比", "商单"] },
    works: { label: (m) => m.vet.fields.works, example: "6", aliases: ["合作数", "合作"] },
    category: { label: (m) => m.vet.fields.category, example: "beauty", aliases: ["类目", "垂类"] },
    inCategory: {
      label: (m) => m.vet.fields.inCategory,
      example: "60%",
      aliases: ["incategory", "类目占比", "本类目", "本类目占比", "本类目笔记占比"],
    },
    silence: {
      label: (m) => m.vet.fields.silence,
      example: "12",
      aliases: ["断更", "断更天数", "最长断更", "最长断更天数"],
    },
    gained: {
      label: (m) => m.vet.fields.gained,
      example: "300",
      aliases: ["涨粉", "单日涨粉", "单日最大涨粉"],
    },
    competitor: { label: (m) => m.vet.fields.competitor, example: "no", aliases: ["竞品", "竞品合作"] },
    controversy: { label: (m) => m.vet.fields.controversy, example: "no", aliases: ["舆情", "负面舆情"] },
    health: {
      label: (m) => m.vet.fields.health,
      example: "excellent",
      aliases: ["健康等级", "博主健康等级"],
    },
    lowActivity: {
      label: (m) => m.vet.fields.lowActivity,
      example: "no",
      aliases: ["lowactivity", "低活跃", "是否低活跃"],
    },
    quality: { label: (m) => m.vet.fields.quality, example: "4", aliases: ["内容质量", "质量"] },
    fit: { label: (m) => m.vet.fields.fit, example: "4", aliases: ["契合度", "品牌契合度", "调性"] },
    quote: { label: (m) => m.vet.fields.quote, example: "3000", aliases: ["报价", "图文报价"] },
    video: { label: (m) => m.vet.fields.video, example: "4500", aliases: ["视频报价"] },
    fee: {
      label: (m) => m.price.fields.fee,
      example: "20%",
      aliases: ["mode", "平台服务费", "服务费", "模式"],
    },
    agency: { label: (m) => m.price.fields.agency, example: "8%", aliases: ["代理服务费", "代理费"] },
    rebate: { label: (m) => m.price.fields.rebate, example: "10%", aliases: ["返点"] },
    campaign: { label: (m) => m.vet.fields.campaign, example: "春季种草", aliases: ["项目"] },
  },
  rest: "creator",
  allow: ["admin", "manager", "marketer", "partner", "legal", "finance"],
  form: async ({ reading }) => {
    const { fields } = reading.m.vet;
    const optional = (name: keyof typeof fields, placeholder: string) =>
      ({ kind: "text", name, label: fields[name], placeholder, required: false }) as const;
    return {
      title: reading.m.vet.summary,
      call: { command: "vet", input: {} },
      submit: reading.m.vet.submit,
      fields: [
        { kind: "text", name: "creator", label: fields.creator, placeholder: "小鹿护肤", required: true },
        optional("followers", "82k / 8.2万"),
        optional("notes", "23"),
        optional("likes", "1900"),
        optional("saves", "1100"),
        optional("comments", "130"),
        optional("reads", "41000"),
        optional("active", "52%"),
        optional("fake", "15%"),
        optional("female", "88%"),
        optional("age", "18-24:40%,25-34:35%"),
        optional("region", "上海:17.4%,北京:15.2%"),
        optional("category", "beauty"),
        optional("quality", "1-5"),
        optional("fit", "1-5"),
        optional("quote", "3000"),
        optional("video", "4500"),
      ],
    };
  },
  run: ({ ctx, input }) =>
    vetCreator({
      ctx,
      input: { creator: readCreatorWords(input.creator), facts: typedFacts(input), campaign: input.campaign },
    }),
});

/** Typed numbers are medians per note over 90 days, as the form and the help say. */
export function typedFacts(input: z.output<typeof VetInput>): CreatorFacts {
  const fact = <T>(value: T | undefined): Fact<T> | undefined =>
    value === undefined ? undefined : { value, source: "typed" };
  const perNote = (value: number | undefined): Fact<number> | undefined =>
    value === undefined ? undefined : { value, source: "typed", statistic: "median", windowDays: 90 };
  return known({
    followers: fact(input.followers),
    notes90d: fact(input.notes),
    likes: perNote(input.likes),
    saves: perNote(input.saves),
    comments: perNote(input.comments),
    shares: perNote(input.shares),
    reads: perNote(input.reads),
    activeShare: fact(input.active),
    suspiciousShare: fact(input.fake),
    femaleShare: fact(input.female),
    ageShares: fact(input.age),
    regionShares: fact(input.region),
    sponsoredRatio: fact(input.sponsored),
    brandWorks: fact(input.works),
    category: fact(input.category),
    categoryShare: fact(input.inCategory),
    longestSilenceDays: fact(input.silence),
    followersGainedDay: fact(input.gained),
    competitorWork: fact(yesOf(input.competitor)),
    controversy: fact(yesOf(input.controversy)),
    healthGrade: fact(input.health),
    activeLow: fact(yesOf(input.lowActivity)),
    quality: fact(input.quality),
    fit: fact(input.fit),
    quoteImage: fact(input.quote),
    quoteVideo: fact(input.video),
    guaranteedMode: fact(input.fee === undefined ? undefined : input.fee === "guaranteed"),
    agencyShare: fact(input.agency),
    rebate: fact(input.rebate),
  });
}

function yesOf(answer: "yes" | "no" | undefined): boolean | undefined {
  return answer === undefined ? undefined : answer === "yes";
}

/** Leaves out what is not known: an absent fact is absent, not undefined. */
function known(facts: { [Name in keyof CreatorFacts]: CreatorFacts[Name] | undefined }): CreatorFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
}

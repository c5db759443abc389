/** Briefs: ready to go out, with remarks, not complete yet, replaced; and the message that goes with one. */
import type { TemplateInput } from "../../../src/chat/template-data.ts";
import { en } from "../../../templates/locales/en.ts";
import { zhCN } from "../../../templates/locales/zh-CN.ts";
import { maya, type Samples, xiaowen } from "./sample.ts";

type Data = TemplateInput<"brief-card">;

const sections: Data["content"]["sections"] = [
  {
    id: "goal",
    en: "Make the 50 ml cream known to women of 25 to 35 with dry skin.",
    zh: "让 25 到 35 岁的干皮女生认识这款 50 ml 面霜。",
  },
  {
    id: "key-points",
    en: "5% ceramides against tightness\nAbsorbs within 30 seconds",
    zh: "5% 神经酰胺，缓解紧绷\n30 秒吸收",
  },
  { id: "must", en: "Show the texture on your own skin", zh: "上脸展示质地" },
  { id: "latitude", en: en.brief.fixed.latitude, zh: zhCN.brief.fixed.latitude },
];

const ready: Data = {
  id: "bri_01",
  version: 1,
  newest: 1,
  campaign: { id: "cam_01", name: "春季种草" },
  creator: { id: "cre_01", name: "小鹿护肤" },
  content: {
    brand: "Acme Skin",
    product: "Dew Barrier Cream",
    sections,
    dates: {
      postAt: "2026-12-21T12:00:00Z",
      draftDueAt: "2026-12-10T10:00:00Z",
      zones: ["Asia/Shanghai", "Europe/Berlin"],
    },
    advice: [],
    incomplete: false,
    changed: null,
  },
  createdBy: maya,
  createdAt: "2026-11-23T02:00:00Z",
};

const remarks: Data["content"]["advice"] = [
  { kind: "missing", section: "must", languages: ["en"] },
  { kind: "numbers-differ", section: "goal", numbers: [25, 28] },
  { kind: "script", section: "must", length: 180, limit: 120 },
  { kind: "wording", section: "key-points", word: "最好", severity: "high", advice: "drop-superlative" },
  { kind: "late", severity: "error", until: "2026-11-30" },
  { kind: "calendar-unknown", year: 2027 },
];

const verbatim = [
  "小鹿护肤",
  "春季种草",
  "Acme Skin",
  "Dew Barrier Cream",
  "Maya Lindqvist",
  "林晓雯",
  "最好",
  ...sections.flatMap((section) => [...section.en.split("\n"), ...section.zh.split("\n")]),
];
const times = { posting: "21 Dec, 20:00 Shanghai", draftDue: "10 Dec, 18:00 Shanghai" };
const about = { creator: "小鹿护肤", product: "Dew Barrier Cream", version: 1 };
const relayZh = zhCN.brief.relayText({
  ...about,
  posting: "12月21日周一 20:00 上海",
  draftDue: "12月10日周四 18:00 上海",
});

export const brief: Samples = {
  "brief-card": {
    ready: { data: ready, verbatim },
    "with-remarks": {
      data: {
        ...ready,
        version: 2,
        newest: 2,
        content: { ...ready.content, advice: remarks, changed: ["goal", "product"] },
        createdBy: xiaowen,
      },
      verbatim,
    },
    incomplete: {
      data: {
        ...ready,
        content: {
          ...ready.content,
          sections: [{ id: "goal", en: "", zh: "" }],
          dates: null,
          advice: [{ kind: "missing", section: "goal", languages: ["en", "zh"] }, { kind: "no-date" }],
          incomplete: true,
        },
      },
      // what one side lacks stands in that side's language
      verbatim: [
        ...verbatim,
        en.brief.notGiven.en,
        en.brief.notGiven.zh,
        zhCN.brief.notGiven.en,
        zhCN.brief.notGiven.zh,
      ],
    },
    replaced: {
      data: { ...ready, newest: 2 },
      verbatim,
    },
  },
  "brief-relay": {
    message: {
      data: {
        creator: "小鹿护肤",
        campaign: "春季种草",
        version: 1,
        en: en.brief.relayText({ ...about, ...times }),
        zh: relayZh,
      },
      verbatim: [...verbatim, ...relayZh.split("\n")],
      onlyIn: {
        en: [1, 20, 18, 1210, 1221],
        why: "an English reader gets the Chinese message and its meaning",
      },
    },
  },
};

/** What follows a scorecard: the message that asks for data, and samples of comments of each kind. */
import { findSafetyHits } from "../../../src/domain/brand-safety.ts";
import { RULES_VERSION } from "../../../src/domain/rules.ts";
import type { Samples } from "./sample.ts";

const creator = { id: "cre_01", name: "小鹿护肤" };
const verbatim = [
  "小鹿护肤",
  "春季种草",
  "这个博主之前买粉被扒过。",
  "买粉",
  "眼妆翻车现场，笑死",
  "翻车",
  "reads=41000 active=52%",
  "阅读=41000 活跃粉丝=52%",
];
/** What the creator's side gets is Chinese, whoever reads the card. */
const askedInChinese = [
  "老师您好！我们正在评估与「小鹿护肤」的品牌合作，还缺以下数据，方便的话麻烦您补充一下，蒲公英后台截图或表格都可以：",
  "近 90 天单篇阅读中位数",
  "近 90 天单篇收藏中位数",
  "活跃粉丝占比",
  "粉丝年龄分布",
  "近 90 天及已排期的同类品牌合作",
  "麻烦注明数据日期，收到后我们会尽快回复，辛苦老师！",
];

export const vetSteps: Samples = {
  "rules-card": { all: { data: { version: RULES_VERSION } } },
  "vet-ask": {
    several: {
      data: {
        creator,
        campaign: "春季种草",
        inputs: [
          { input: "reads", unlocks: 15 },
          { input: "saves", unlocks: 15 },
          { input: "activeShare", unlocks: 10 },
          { input: "ageShares", unlocks: 10 },
          { input: "competitorWork", unlocks: 3 },
        ],
      },
      verbatim: [...verbatim, ...askedInChinese],
      onlyIn: {
        en: [90, 90, 90, 1, 2, 3, 4, 5],
        why: "an English reader also gets the meaning of the Chinese message",
      },
    },
  },
  "comment-file": {
    reading: {
      data: { fileName: "小鹿评论.xlsx", state: "reading", creator, file: null, failure: null },
      verbatim: [...verbatim, "小鹿评论.xlsx"],
    },
    asking: {
      data: {
        fileName: "小鹿评论.txt",
        state: "asking",
        creator: null,
        file: '{"platform":"slack","id":"F01","name":"小鹿评论.txt"}',
        failure: null,
      },
      verbatim: ["小鹿评论.txt"],
    },
    failed: {
      data: {
        fileName: "小鹿评论.xlsx",
        state: "failed",
        creator,
        file: null,
        failure: { code: "no-comment-column", details: { columns: "昵称, 时间, IP属地" } },
      },
      verbatim: [...verbatim, "小鹿评论.xlsx", "昵称, 时间, IP属地", "评论内容"],
    },
  },
  "comment-check": {
    "from-a-file": {
      data: {
        creator,
        vettingId: "vet_01JD9Q4X",
        fileName: "小鹿评论.xlsx",
        unused: [
          { reason: "own-reply", count: 12, lines: [3, 9, 14, 20, 31] },
          { reason: "no-text", count: 2, lines: [40, 41] },
        ],
        read: 148,
        shares: { generic: 0.25, emojiOnly: 0.125, duplicate: 0.02, questions: 0.375 },
        least: 20,
        limit: 0.5,
        hits: [],
      },
      verbatim: [...verbatim, "小鹿评论.xlsx"],
    },
    generic: {
      data: {
        creator,
        vettingId: "vet_01JD9Q4X",
        read: 64,
        shares: { generic: 0.625, emojiOnly: 0.25, duplicate: 0.125, questions: 0.0625 },
        least: 20,
        limit: 0.5,
        hits: findSafetyHits(["这个博主之前买粉被扒过。", "眼妆翻车现场，笑死"]),
      },
      verbatim,
    },
    lively: {
      data: {
        creator,
        vettingId: "vet_01JD9Q4X",
        read: 48,
        shares: { generic: 0.25, emojiOnly: 0.125, duplicate: 0, questions: 0.375 },
        least: 20,
        limit: 0.5,
        hits: [],
      },
      verbatim,
    },
    "too-few": {
      data: {
        creator,
        vettingId: "vet_01JD9Q4X",
        read: 6,
        shares: { generic: 0.5, emojiOnly: 0.5, duplicate: 0, questions: 0 },
        least: 20,
        limit: 0.5,
        hits: [],
      },
      verbatim,
    },
    none: {
      data: {
        creator,
        vettingId: "vet_01JD9Q4X",
        read: 0,
        shares: null,
        least: 20,
        limit: 0.5,
        hits: [],
      },
      verbatim,
    },
  },
};

/** One creator: which of several, nobody yet, everything about one, contacts, handovers, being forgotten. */
import { money } from "../../../src/domain/money.ts";
import { jonas, maya, type Samples, xiaowen } from "./sample.ts";

const link = "https://www.xiaohongshu.com/user/profile/5ff0e6410000000001008400";
const xiaolu = { id: "cre_01", name: "小鹿护肤", handle: "xiaolu" };
const ahe = { id: "cre_02", name: "阿禾", handle: null };
const verbatim = [
  "小鹿护肤",
  "阿禾",
  "xiaolu",
  "ahe_daily",
  "春季种草",
  "夏日防晒",
  "Maya Lindqvist",
  "Jonas Weber",
  "林晓雯",
  "王敏",
  "无忧传媒",
  "Rival",
  "beauty",
  "#0k3q (forgotten · 已删除博主)",
];

const vetting = (at: string, score: number | null, campaign: string | null) => ({
  vetting: "vet_01JD9Q4X",
  at,
  score,
  coverage: score === null ? 0.2 : 0.71,
  campaign,
  by: maya,
});

export const creator: Samples = {
  "creator-choice": {
    two: {
      data: {
        text: "阿禾",
        command: "vet",
        options: [
          {
            ...ahe,
            handle: "ahe_daily",
            platformId: null,
            followers: 82_000,
            vettedAt: "2026-11-20T02:00:00Z",
            input: { creator: "cre_02", reads: "41000" },
          },
          {
            ...ahe,
            id: "cre_05",
            platformId: "6aa0e6410000000001008499",
            followers: null,
            vettedAt: null,
            input: { creator: "cre_05", reads: "41000" },
          },
        ],
        more: 0,
      },
      verbatim: [...verbatim, "6aa0e6410000000001008499"],
    },
    "known-without-a-link": {
      data: {
        text: "阿禾",
        command: "vet",
        options: [
          {
            ...ahe,
            handle: null,
            platformId: null,
            followers: 82_000,
            vettedAt: "2026-11-20T02:00:00Z",
            input: { creator: "cre_02 https://www.xiaohongshu.com/user/profile/6aa0e6410000000001008499" },
          },
        ],
        other: { creator: "other:阿禾 https://www.xiaohongshu.com/user/profile/6aa0e6410000000001008499" },
        more: 0,
      },
      verbatim: [...verbatim, "6aa0e6410000000001008499"],
    },
  },
  "creator-unknown": {
    near: {
      data: {
        text: "小鹿护服",
        near: [xiaolu],
        missing: [
          { fact: "active-share", points: 10 },
          { fact: "likes-saves-per-follower", points: 10 },
          { fact: "interactions-per-read", points: 8 },
        ],
        campaign: "cam_01",
      },
      verbatim: [...verbatim, "小鹿护服"],
    },
    nobody: {
      data: {
        text: "rule",
        near: [],
        missing: [{ fact: "quality", points: 8 }],
        campaign: null,
        commands: [{ en: "vet rules", "zh-CN": "看号 规则" }],
      },
      verbatim: [...verbatim, "rule"],
    },
  },
  "creator-card": {
    everything: {
      data: {
        creator: { ...xiaolu, platformId: "5ff0e6410000000001008400", link },
        forgotten: false,
        merged: [{ ...ahe, handle: "ahe_daily" }],
        inCharge: xiaowen,
        contact: { name: "王敏", mcn: "无忧传媒", creators: 12 },
        history: [
          vetting("2026-11-23T02:00:00Z", 81.5, "春季种草"),
          vetting("2026-09-01T02:00:00Z", 76, "夏日防晒"),
          vetting("2026-06-12T02:00:00Z", 70.2, null),
          vetting("2026-06-11T02:00:00Z", null, null),
        ],
        exclusivities: [
          {
            brand: "Rival",
            category: "beauty",
            from: "2026-11-01",
            until: "2026-12-31",
            state: "running",
          },
        ],
        delivery: { onTime: 3, late: 1, open: 1 },
        postings: [
          { campaign: "春季种草", postOn: "2026-12-08", state: "open", rounds: 1 },
          { campaign: "夏日防晒", postOn: "2026-07-02", state: "late", rounds: null },
        ],
        quotes: [
          { format: "image", price: money(3_000, "CNY"), source: "mcn", at: "2026-11-23T02:00:00Z" },
          { format: "video", price: money(4_500, "CNY"), source: "pugongying", at: "2026-11-20" },
          {
            format: "image",
            price: money(2_800, "CNY"),
            source: "typed",
            at: "2026-11-18T02:00:00Z",
            origin: { kind: "outreach", campaign: "春季种草", via: "无忧传媒" },
          },
          {
            format: "image",
            price: money(2_900, "CNY"),
            source: "typed",
            at: "2026-06-12T02:00:00Z",
            origin: { kind: "list", campaign: "夏日防晒", via: null },
          },
        ],
        moreQuotes: 2,
      },
      verbatim,
    },
    new: {
      data: {
        creator: { ...ahe, platformId: null, link: null },
        forgotten: false,
        inCharge: null,
        contact: null,
        history: [vetting("2026-11-23T02:00:00Z", null, null)],
        exclusivities: [],
        delivery: { onTime: 0, late: 0, open: 0 },
        postings: [],
        quotes: [],
      },
      verbatim,
    },
    "exclusivity-ended": {
      data: {
        creator: { ...xiaolu, platformId: null, link: null },
        forgotten: false,
        inCharge: null,
        contact: null,
        history: [vetting("2026-11-23T02:00:00Z", 81.5, "春季种草")],
        exclusivities: [],
        ended: {
          brand: "Rival",
          category: "beauty",
          from: "2026-11-01",
          until: "2026-12-31",
          reason: "合同提前终止",
          by: xiaowen,
        },
        delivery: { onTime: 0, late: 0, open: 0 },
        postings: [],
        quotes: [],
      },
      verbatim: [...verbatim, "合同提前终止"],
    },
    forgotten: {
      data: {
        creator: {
          id: "cre_0k3q",
          name: "#0k3q (forgotten · 已删除博主)",
          handle: null,
          platformId: null,
          link: null,
        },
        forgotten: true,
        inCharge: jonas,
        contact: null,
        history: [vetting("2026-11-23T02:00:00Z", 81.5, "春季种草")],
        exclusivities: [],
        delivery: { onTime: 1, late: 0, open: 0 },
        postings: [{ campaign: "夏日防晒", postOn: "2026-07-02", state: "on-time", rounds: 0 }],
        quotes: [],
      },
      verbatim,
    },
  },
  "creator-contact": {
    two: {
      data: {
        creator: xiaolu,
        contact: { name: "王敏", mcn: "无忧传媒" },
        creators: [xiaolu, ahe],
      },
      verbatim,
    },
    none: { data: { creator: ahe, contact: null, creators: [] }, verbatim },
  },
  "creator-separated": {
    mixed: {
      data: {
        kept: xiaolu,
        separated: ahe,
        since: "2026-11-20T02:00:00Z",
        back: { vettings: 2, lists: 1, shortlists: 1, work: 0 },
        mixed: 3,
        vettedAnew: true,
      },
      verbatim,
    },
    clean: {
      data: {
        kept: xiaolu,
        separated: ahe,
        since: "2026-11-20T02:00:00Z",
        back: { vettings: 0, lists: 0, shortlists: 0, work: 0 },
        mixed: 0,
        vettedAnew: false,
      },
      verbatim,
    },
  },
  "creator-handover": {
    yours: {
      data: { creators: [xiaolu], from: maya, to: xiaowen, by: jonas, yours: true },
      verbatim,
    },
    all: {
      data: { creators: [xiaolu, ahe], from: maya, to: xiaowen, by: jonas, yours: false },
      verbatim,
    },
    first: {
      data: { creators: [ahe], from: null, to: xiaowen, by: xiaowen, yours: false },
      verbatim,
    },
  },
  "creator-forgotten": {
    done: {
      data: { placeholder: "#0k3q (forgotten · 已删除博主)", vettings: 4, cards: 11, files: 2 },
      verbatim,
    },
  },
};

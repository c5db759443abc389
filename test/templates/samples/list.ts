/** Submitted lists in their states, for the brand and for the agency; and the terms of a campaign. */
import type { TemplateInput } from "../../../src/chat/template-data.ts";
import { money } from "../../../src/domain/money.ts";
import { jonas, maya, type Samples, xiaowen } from "./sample.ts";

type List = TemplateInput<"list-card">;
type Row = List["rows"][number];

const verbatim = [
  "春季种草",
  "蓝鲸传播",
  "小鹿护肤",
  "阿禾",
  "Momo酱",
  "林晓雯",
  "Maya Lindqvist",
  "Jonas Weber",
  "肤质匹配，评论区真实",
  "头部号，可报备",
  "先看预算",
  "第一批，优先看前两位",
  "星河 MCN",
];

const row: Row = {
  position: 1,
  creator: "小鹿护肤",
  tier: "mid",
  followers: 82_000,
  score: 73.4,
  format: "image",
  price: money(3_000, "CNY"),
  passedPrice: null,
  reason: "肤质匹配，评论区真实",
  decision: null,
  comment: null,
  decidedBy: null,
  quotedSince: null,
};

const rows: Row[] = [
  row,
  {
    ...row,
    position: 2,
    creator: "阿禾",
    tier: null,
    followers: null,
    score: null,
    price: money(2_000, "CNY"),
    reason: "",
  },
  {
    ...row,
    position: 3,
    creator: "Momo酱",
    tier: "top",
    followers: 310_000,
    score: 68,
    format: "video",
    price: money(12_500, "CNY"),
    reason: "头部号，可报备",
  },
];

const submitted: List = {
  id: "lst_01",
  number: 1,
  campaign: { id: "cam_01", name: "春季种草" },
  tierScheme: "T4",
  view: "brand",
  agency: "蓝鲸传播",
  note: "第一批，优先看前两位",
  submittedBy: xiaowen,
  submittedAt: "2026-11-23T02:00:00Z",
  closedAt: null,
  rows,
  seen: "...",
  deciders: [maya, jonas],
  isOnlyDecider: false,
  passedSums: [],
  brand: {
    budget: money(200_000, "CNY"),
    ceiling: money(8_000, "CNY"),
    spent: [money(36_500, "CNY"), money(800, "USD")],
    aboveCeiling: [3],
    rivals: [{ creator: "阿禾", agency: "星河 MCN", price: money(1_800, "CNY") }],
  },
  funnel: { candidates: 34, vetted: 28, submitted: 18, passed: 9 },
  advice: [],
};

const passed: Row[] = rows.map((one) => ({
  ...one,
  decision: one.position === 3 ? "reserve" : "pass",
  comment: one.position === 3 ? "先看预算" : null,
  passedPrice: one.position === 3 ? null : one.position === 1 ? money(2_800, "CNY") : one.price,
  decidedBy: jonas,
}));

export const lists: Samples = {
  "list-card": {
    submitted: { data: submitted, verbatim },
    "own-side": {
      data: { ...submitted, view: "own", brand: null, passedSums: [] },
      verbatim,
    },
    "partly-decided": {
      data: {
        ...submitted,
        agency: "",
        note: null,
        rows: [{ ...row, decision: "no", decidedBy: jonas, comment: "先看预算" }, ...rows.slice(1)],
        seen: "n..",
        brand: { budget: null, ceiling: null, spent: [], aboveCeiling: [], rivals: [] },
        funnel: { candidates: 12, vetted: 9, submitted: 3, passed: 0 },
        advice: ["few-candidates"],
      },
      verbatim,
    },
    // a slip of the pen
    "passed-above": {
      data: {
        ...submitted,
        rows: [
          { ...row, decision: "pass", decidedBy: jonas, passedPrice: money(28_000, "CNY") },
          ...rows.slice(1),
        ],
        seen: "p..",
        passedSums: [money(28_000, "CNY")],
      },
      verbatim,
    },
    decided: {
      data: {
        ...submitted,
        rows: passed.map((one) => (one.position === 2 ? { ...one, quotedSince: money(2_600, "CNY") } : one)),
        seen: "ppr",
        passedSums: [money(4_800, "CNY")],
        advice: ["few-passed"],
      },
      verbatim,
    },
    closed: {
      data: {
        ...submitted,
        view: "own",
        brand: null,
        rows: passed,
        seen: "ppr",
        passedSums: [money(4_800, "CNY")],
        closedAt: "2026-11-25T09:00:00Z",
        advice: ["many-candidates", "many-passed"],
        funnel: { candidates: 61, vetted: 60, submitted: 40, passed: 18 },
      },
      verbatim,
    },
    "only-decider": {
      data: {
        ...submitted,
        submittedBy: maya,
        deciders: [maya],
        isOnlyDecider: true,
        agency: "",
        note: null,
      },
      verbatim,
    },
    "nobody-to-decide": { data: { ...submitted, deciders: [], view: "own", brand: null }, verbatim },
    /** as long as lists get */
    fifty: {
      data: {
        ...submitted,
        rows: Array.from({ length: 50 }, (_, index) => ({ ...row, position: index + 1 })),
        seen: ".".repeat(50),
        brand: { budget: money(200_000, "CNY"), ceiling: null, spent: [], aboveCeiling: [], rivals: [] },
        funnel: { candidates: 50, vetted: 44, submitted: 50, passed: 0 },
      },
      verbatim,
    },
  },
  "list-note": {
    "left-out": {
      data: { campaign: "春季种草", number: 1, done: 3, noPrice: ["小鹿护肤", "阿禾"], late: [] },
      verbatim,
    },
    late: {
      data: {
        campaign: "春季种草",
        number: 1,
        done: 2,
        noPrice: [],
        late: [{ position: 2, creator: "阿禾", decision: "no", by: "Jonas Weber" }],
      },
      verbatim,
    },
  },
  "terms-card": {
    brand: {
      data: {
        campaign: { id: "cam_01", name: "春季种草" },
        brand: {
          budget: money(200_000, "CNY"),
          ceiling: money(8_000, "CNY"),
          spent: [money(36_500, "CNY"), money(800, "USD")],
        },
        own: null,
        changed: true,
      },
      verbatim: [...verbatim, "/campaign terms budget=200000 ceiling=5000", "预算", "上限"],
    },
    agency: {
      data: {
        campaign: { id: "cam_01", name: "春季种草" },
        brand: null,
        own: { agency: "蓝鲸传播", margin: 0.15 },
        changed: false,
      },
      verbatim,
    },
    nobody: {
      data: { campaign: { id: "cam_01", name: "春季种草" }, brand: null, own: null, changed: false },
      verbatim,
    },
  },
};

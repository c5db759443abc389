/** Scorecards: one with everything, one with hardly anything, one with red flags. Reports come from the rules themselves. */
import type { CreatorFacts } from "../../../src/domain/creator-facts.ts";
import { missingInputs } from "../../../src/domain/missing-inputs.ts";
import { money } from "../../../src/domain/money.ts";
import { RULES_VERSION } from "../../../src/domain/rules.ts";
import { shownFacts } from "../../../src/domain/shown-facts.ts";
import { vetCreator } from "../../../src/domain/vet-report.ts";
import { jonas, maya, type Samples, xiaowen } from "./sample.ts";
import { priced, priceTerms } from "./vet-price.ts";

const settings = {
  rules: RULES_VERSION,
  today: "2026-11-23",
  category: "beauty",
  targetGender: "female",
  peers: { from: 50_000, below: 100_000, median: 0.0333, creators: 23 },
} as const;

/** hardly anybody else of this size was vetted yet */
const fewPeers = { ...settings, peers: { from: 1_000_000, below: 5_000_000, median: null, creators: 3 } };

const noCampaign = { rules: RULES_VERSION, today: "2026-11-23" } as const;

const exported = <T>(value: T) => ({ value, source: "pugongying" as const, asOf: "2026-11-20" });
const perNote = (value: number) => ({ ...exported(value), statistic: "median" as const, windowDays: 90 });
const typed = <T>(value: T) => ({ value, source: "typed" as const });

const complete: CreatorFacts = {
  followers: exported(82_000),
  notes90d: exported(23),
  likes: perNote(1_900),
  saves: perNote(1_100),
  comments: perNote(130),
  reads: perNote(41_000),
  activeShare: exported(0.52),
  suspiciousShare: { value: 0.15, source: "qiangua", asOf: "2026-11-18" },
  femaleShare: exported(0.88),
  categoryShare: exported(0.632),
  sponsoredRatio: exported(0.71),
  brandWorks: exported(6),
  category: typed("beauty"),
  competitorWork: typed(false),
  quality: typed(4),
  fit: typed(4),
  longestSilenceDays: typed(12),
  quoteImage: { value: money(3_000, "CNY"), source: "mcn" },
};

/** what no rule of the score reads, and what is made of notes and records */
const moreFacts: CreatorFacts = {
  likes: { ...perNote(1_900), notes: 23 },
  sponsoredReads: { ...perNote(29_000), notes: 4 },
  sponsoredInteractions: { ...perNote(1_900), source: "qiangua", notes: 4 },
  interactions: { ...perNote(3_100), notes: 19 },
  ageShares: exported({ "18-24": 0.41, "25-34": 0.356, "45+": 0.02 }),
  regionShares: exported({ 北京: 0.152, 上海: 0.174 }),
  healthGrade: exported("ordinary"),
  activeLow: exported(false),
  onTimeShare: { value: 0.833, source: "own-records", records: 6, asOf: "2026-11-23" },
  categoryShare: { ...exported(0.632), notes: 19 },
  city: { value: "上海", source: "mcn" },
};

/** two medians that nobody may hold against each other */
const unlike: CreatorFacts = {
  sponsoredInteractions: { ...perNote(1_900), source: "qiangua", notes: 4 },
  interactions: { ...perNote(3_100), notes: 19 },
};

const flagged: CreatorFacts = {
  followers: typed(1_250_000),
  reads: { ...typed(30_000), statistic: "median", windowDays: 90 },
  likes: { ...typed(31_000), statistic: "median", windowDays: 90 },
  saves: { ...typed(400), statistic: "median", windowDays: 90 },
  comments: { ...typed(90), statistic: "median", windowDays: 90 },
  femaleShare: typed(0.12),
  brandWorks: typed(0),
  longestSilenceDays: typed(61),
  followersGainedDay: typed(80_000),
  healthGrade: exported("abnormal"),
  activeLow: exported(true),
  quoteImage: typed(money(30_000, "CNY")),
};

const link = "https://www.xiaohongshu.com/user/profile/5ff0e6410000000001008400";
const verbatim = [
  "上海",
  "北京",
  "小鹿护肤",
  "阿禾",
  "大橘 Tangerine",
  "春季种草",
  "Maya Lindqvist",
  "Jonas Weber",
  "林晓雯",
  "beauty",
  "vet_01JD9Q4X",
  "allxhs.com/guides/kol-marketing",
  "allxhs.com/posts/finding-kols",
  "jfound.net",
  "ijunjun.com",
  "登上平台热搜，涨粉截图已核实",
];

export const vet: Samples = {
  "price-terms": priceTerms,
  "vet-card": {
    ...priced,
    complete: {
      data: {
        vettingId: "vet_01JD9Q4X",
        creator: { id: "cre_01", name: "小鹿护肤", handle: "xiaolu", link },
        campaign: { id: "cam_01", name: "春季种草" },
        followers: 82_000,
        report: vetCreator(complete, settings, { scheme: "T4" }),
        vettedBy: maya,
        vettedAt: "2026-11-23T02:00:00Z",
        shortlisted: { by: xiaowen, at: "2026-11-23T03:15:00Z" },
        facts: shownFacts({ ...complete, ...moreFacts }, settings.today),
        missing: missingInputs(
          complete,
          settings,
          vetCreator(complete, settings, { scheme: "T4" }).scorecard,
        ),
      },
      verbatim,
      onlyIn: {
        en: [100, 100],
        why: "a Chinese score is followed by 分 in title and summary, an English one by `of 100`",
      },
    },
    "little-known": {
      data: {
        vettingId: "vet_01JD9Q4X",
        creator: { id: "cre_02", name: "阿禾", handle: null, link: null },
        campaign: null,
        followers: null,
        report: vetCreator({}, noCampaign, { scheme: "T1" }),
        vettedBy: xiaowen,
        vettedAt: "2026-11-23T02:00:00Z",
        shortlisted: null,
        missing: missingInputs({}, noCampaign, vetCreator({}, noCampaign, { scheme: "T1" }).scorecard),
      },
      verbatim,
    },
    flagged: {
      data: {
        vettingId: "vet_01JD9Q4X",
        creator: { id: "cre_03", name: "大橘 Tangerine", handle: null, link: null },
        campaign: { id: "cam_01", name: "春季种草" },
        followers: 1_250_000,
        report: vetCreator(flagged, fewPeers, { scheme: "T5" }),
        vettedBy: jonas,
        vettedAt: "2026-11-23T02:00:00Z",
        shortlisted: null,
        facts: shownFacts({ ...flagged, ...unlike }, settings.today),
        notCombined: "source",
        missing: missingInputs(flagged, settings, vetCreator(flagged, settings, { scheme: "T5" }).scorecard),
        overruled: [
          {
            flag: "F1",
            reason: "登上平台热搜，涨粉截图已核实",
            by: xiaowen,
            at: "2026-11-23T02:30:00Z",
          },
        ],
      },
      verbatim,
    },
    again: {
      data: {
        vettingId: "vet_01JD9Q4X",
        creator: { id: "cre_01", name: "小鹿护肤", handle: "xiaolu", link },
        campaign: { id: "cam_01", name: "春季种草" },
        followers: 82_000,
        report: vetCreator(
          { ...complete, competitorWork: { value: true, source: "own-records", asOf: "2026-11-23" } },
          settings,
          { scheme: "T4" },
        ),
        vettedBy: maya,
        vettedAt: "2026-11-23T02:00:00Z",
        shortlisted: null,
        exclusivity: { brand: "Rival", category: "beauty", from: "2026-11-01", until: "2026-12-31" },
        changes: {
          since: "2026-09-01T02:00:00Z",
          score: { before: 92.1, after: 88.4 },
          facts: [
            { fact: "followers", before: 74_000, after: 82_000 },
            { fact: "activeShare", before: null, after: 0.52 },
            { fact: "competitorWork", before: false, after: true },
            { fact: "quoteImage", before: money(2_500, "CNY"), after: money(3_000, "CNY") },
          ],
        },
      },
      verbatim: [...verbatim, "Rival"],
      onlyIn: {
        en: [100, 100],
        why: "a Chinese score is followed by 分 in title and summary, an English one by `of 100`",
      },
    },
  },
};

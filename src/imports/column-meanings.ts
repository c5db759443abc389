/** What a column of a sheet with free headers may mean, and the best guess from its words and its cells. */
import { type Shape, shapesOf } from "./column-shapes.ts";
import {
  AS_OF,
  count,
  HANDLE,
  ID,
  LINK,
  NAME,
  PLATFORM,
  perNote,
  quote,
  type Reading,
  share,
  shares,
  words,
  yesNo,
} from "./header-maps/header-map.ts";
import {
  ACTIVE,
  AS_OF_WORDS,
  BRAND_WORKS,
  CATEGORY,
  CITY,
  FEMALE,
  FOLLOWERS,
  FOLLOWERS_CHANGE,
  MALE,
  MCN,
  NAMES,
  NOTES,
  OF_A_NOTE,
  PLATFORM_WORDS,
  perNoteWords,
  QUOTE_IMAGE,
  QUOTE_VIDEO,
  SUSPICIOUS,
  statisticOf,
  windowOf,
} from "./header-words.ts";

interface MeaningRule {
  shapes: readonly Shape[];
  /** its cells look otherwise than a guess would have them, though a person may say so */
  never?: readonly Shape[];
  /** its cells must look so for a guess */
  only?: Shape;
  /** words in the header that say so, in the spelling of `readHeader` */
  words: RegExp;
  /** @param key the header's own words say what its numbers are over notes, and over how many days */
  reading(key: string): Reading;
}

const usual = (fact: Parameters<typeof perNote>[1]) => (key: string) =>
  perNote(statisticOf(key), fact, windowOf(key));

/** In the order in which people are offered them; of two guesses the earlier one counts. */
const RULES = {
  name: { shapes: ["words"], words: NAMES, reading: () => NAME },
  handle: {
    shapes: ["words", "count", "id"],
    words: /红书号|红书id|账号id|账号号|xhs.?id|red.?id|handle|username/,
    reading: () => HANDLE,
  },
  id: { shapes: ["id"], words: /id/, reading: () => ID },
  link: { shapes: ["link"], words: /链接|主页|网址|url|link|profile|homepage/, reading: () => LINK },
  followers: { shapes: ["count"], words: FOLLOWERS, reading: () => count("followers") },
  "female-share": {
    shapes: ["share"],
    never: ["two-shares"],
    words: FEMALE,
    reading: () => share("femaleShare"),
  },
  "male-share": {
    shapes: ["share"],
    never: ["two-shares"],
    words: MALE,
    reading: () => share("femaleShare", { opposite: true }),
  },
  "active-share": { shapes: ["share"], words: ACTIVE, reading: () => share("activeShare") },
  "suspicious-share": { shapes: ["share"], words: SUSPICIOUS, reading: () => share("suspiciousShare") },
  "real-share": {
    shapes: ["share"],
    words: /粉.*真实|真实.*粉|realfollowers/,
    reading: () => share("suspiciousShare", { opposite: true }),
  },
  impressions: {
    shapes: ["count"],
    words: perNoteWords("曝光|展现|impression", "曝"),
    reading: usual("impressions"),
  },
  reads: {
    shapes: ["count"],
    words: perNoteWords("阅读|浏览|观看|播放|reads?|views?", "阅"),
    reading: usual("reads"),
  },
  interactions: {
    shapes: ["count"],
    words: perNoteWords("互动|engagement|interaction", "互"),
    reading: usual("interactions"),
  },
  likes: {
    shapes: ["count"],
    words: perNoteWords("点赞|赞|likes?", "赞", "(?!.*(?:藏|评|赞助|千赞|百赞|万赞))"),
    reading: usual("likes"),
  },
  saves: {
    shapes: ["count"],
    words: perNoteWords("收藏|saves?|collect", "藏", "(?!.*(?:赞|评))"),
    reading: usual("saves"),
  },
  comments: {
    shapes: ["count"],
    words: perNoteWords("评论|comments?", "评", "(?!.*(?:赞|藏))"),
    reading: usual("comments"),
  },
  shares: { shapes: ["count"], words: perNoteWords("分享|转发|shares?", "转"), reading: usual("shares") },
  "brand-works": { shapes: ["count"], words: BRAND_WORKS, reading: () => count("brandWorks") },
  "quote-video": { shapes: ["price"], words: QUOTE_VIDEO, reading: () => quote("quoteVideo") },
  "quote-image": { shapes: ["price"], words: QUOTE_IMAGE, reading: () => quote("quoteImage") },
  category: { shapes: ["words"], never: ["format"], words: CATEGORY, reading: () => words("category") },
  city: { shapes: ["words"], words: CITY, reading: () => words("city") },
  mcn: { shapes: ["words"], words: MCN, reading: () => words("mcn") },
  platform: { shapes: ["words"], only: "platform", words: PLATFORM_WORDS, reading: () => PLATFORM },
  "as-of": { shapes: ["date"], words: AS_OF_WORDS, reading: () => AS_OF },
  notes: { shapes: ["count"], words: NOTES, reading: (key) => count("notes90d", windowOf(key)) },
  "followers-change": {
    shapes: ["change"],
    words: FOLLOWERS_CHANGE,
    reading: () => share("followersGained30dShare", { signed: true, windowDays: 30 }),
  },
  "female-second": {
    shapes: ["two-shares"],
    words: /男[/|、:]女/,
    reading: () => share("femaleShare", { second: true }),
  },
  "age-shares": { shapes: ["shares"], words: /年龄|(?<![a-z])age/, reading: () => shares("ageShares") },
  "region-shares": {
    shapes: ["shares"],
    words: /地域|地区|城市|省份|region|cit(?:y|ies)/,
    reading: () => shares("regionShares"),
  },
  "health-grade": { shapes: ["grade"], words: /健康|等级|health|grade/, reading: () => words("healthGrade") },
  "low-activity": { shapes: ["yes-no"], words: /低活|lowactiv/, reading: () => yesNo("activeLow") },
} as const satisfies Readonly<Record<string, MeaningRule>>;

export type Meaning = keyof typeof RULES;

export const MEANINGS = Object.keys(RULES) as Meaning[];

export function isMeaning(word: string): word is Meaning {
  return Object.hasOwn(RULES, word);
}

/** How a column with this meaning is read. */
export function readingOf(meaning: Meaning, key: string): Reading {
  return RULES[meaning].reading(key);
}

/** The meaning whose words stand in the header and whose cells look like this column's. */
export function guessMeaning(key: string, cells: readonly string[]): Meaning | undefined {
  const shape = shapesOf(cells);
  if (shape.has("link") || shape.has("id")) {
    if (OF_A_NOTE.test(key)) return undefined;
    return shape.has("link") ? "link" : "id";
  }
  return MEANINGS.find((meaning) => {
    const { shapes, never = [], only, words: inHeader }: MeaningRule = RULES[meaning];
    if (never.some((one) => shape.has(one)) || (only !== undefined && !shape.has(only))) return false;
    return shapes.some((one) => shape.has(one)) && inHeader.test(key);
  });
}

/** The meanings that the cells of a column can have: a column of texts holds no followers. */
export function possibleMeanings(cells: readonly string[]): Meaning[] {
  const shape = shapesOf(cells);
  return MEANINGS.filter((meaning) => RULES[meaning].shapes.some((one) => shape.has(one)));
}

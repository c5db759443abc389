/** What a column of a sheet with free headers may mean, and the best guess from its words and its cells. */
import type { Statistic } from "../domain/creator-facts.ts";
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
  words,
} from "./header-maps/header-map.ts";
import { parseProfileLink } from "./profile-link.ts";
import { isAbsent, readCount, readDate, readPrice, readShare } from "./read-cell.ts";

/** How the cells of a column look: what they can be read as. */
type Shape = "words" | "count" | "share" | "price" | "link" | "id" | "date";

interface MeaningRule {
  shapes: readonly Shape[];
  /** words in the header that say so, in the spelling of `readHeader` */
  words: RegExp;
  reading(statistic: Statistic): Reading;
}

const NOT_A_COUNT = "^(?!.*(?:占比|比例|率|share|rate|%|cpe|cpm|单价|价|赞粉|粉比|增|涨))";
/** Sums over an account or over days, the best of its notes and what a day brought are no usual note; 赞藏 adds up two kinds. */
const NOT_PER_NOTE = [
  NOT_A_COUNT,
  "(?!.*(?:获赞|赞藏|藏赞|累计|总|合计|最高|最低|最多|日均|周均|月均|total|daily))",
  "(?!(?=.*[0-9][天日])(?!.*(?:均|中位|篇|avg|average|mean|median)))",
].join("");
/** The short word of sheets: 均赞 and 赞均, 赞中位. */
const short = (sign: string) => `(?:均|篇|中位数?|^)${sign}(?=均|中位|量|数|$)|${sign}(?:均|中位)`;

/** In the order in which people are offered them; of two guesses the earlier one counts. */
const RULES = {
  name: {
    shapes: ["words"],
    words: /昵称|名称|名字|达人|博主|红人|账号|kol|creator|blogger|influencer|^name$|nickname/,
    reading: () => NAME,
  },
  handle: {
    shapes: ["words", "count", "id"],
    words: /红书号|红书id|账号id|账号号|xhs.?id|red.?id|handle|username/,
    reading: () => HANDLE,
  },
  id: { shapes: ["id"], words: /id/, reading: () => ID },
  link: { shapes: ["link"], words: /链接|主页|网址|url|link|profile|homepage/, reading: () => LINK },
  followers: {
    shapes: ["count"],
    words: new RegExp(
      `${NOT_A_COUNT}(?!.*(?:活跃|水粉|假粉|女|男))(?:.*粉丝|.*粉量|.*粉数|粉|.*followers?|fans)`,
    ),
    reading: () => count("followers"),
  },
  "female-share": { shapes: ["share"], words: /女|female|women/, reading: () => share("femaleShare") },
  "male-share": {
    shapes: ["share"],
    words: /男|(?<!fe)male|(?<!wo)men/,
    reading: () => share("femaleShare", { opposite: true }),
  },
  "active-share": { shapes: ["share"], words: /活跃|活粉|active/, reading: () => share("activeShare") },
  "suspicious-share": {
    shapes: ["share"],
    words: /水粉|假粉|僵尸|可疑|fake|suspicious/,
    reading: () => share("suspiciousShare"),
  },
  impressions: {
    shapes: ["count"],
    words: new RegExp(`${NOT_PER_NOTE}.*(?:曝光|展现|impression|${short("曝")})`),
    reading: (statistic) => perNote(statistic, "impressions"),
  },
  reads: {
    shapes: ["count"],
    words: new RegExp(`${NOT_PER_NOTE}.*(?:阅读|浏览|观看|播放|reads?|views?|${short("阅")})`),
    reading: (statistic) => perNote(statistic, "reads"),
  },
  interactions: {
    shapes: ["count"],
    words: new RegExp(`${NOT_PER_NOTE}.*(?:互动|engagement|interaction|${short("互")})`),
    reading: (statistic) => perNote(statistic, "interactions"),
  },
  likes: {
    shapes: ["count"],
    words: new RegExp(`${NOT_PER_NOTE}(?!.*(?:藏|评|赞助)).*(?:点赞|赞|likes?)`),
    reading: (statistic) => perNote(statistic, "likes"),
  },
  saves: {
    shapes: ["count"],
    words: new RegExp(`${NOT_PER_NOTE}(?!.*(?:赞|评)).*(?:收藏|saves?|collect|${short("藏")})`),
    reading: (statistic) => perNote(statistic, "saves"),
  },
  comments: {
    shapes: ["count"],
    words: new RegExp(`${NOT_PER_NOTE}(?!.*(?:赞|藏)).*(?:评论|comments?|${short("评")})`),
    reading: (statistic) => perNote(statistic, "comments"),
  },
  shares: {
    shapes: ["count"],
    words: new RegExp(`${NOT_PER_NOTE}.*(?:分享|转发|shares?|${short("转")})`),
    reading: (statistic) => perNote(statistic, "shares"),
  },
  "brand-works": {
    shapes: ["count"],
    words: new RegExp(`${NOT_A_COUNT}.*(?:商单|商业笔记|合作数|合作次数|brand.?works?)`),
    reading: () => count("brandWorks"),
  },
  "quote-video": {
    shapes: ["price"],
    words: /视频.*(?:价|费|报)|video.*(?:price|rate|fee|quote|cost)/,
    reading: () => quote("quoteVideo"),
  },
  "quote-image": {
    shapes: ["price"],
    words: /(?:价|费用|报价|刊例)|price|rate|fee|quote|cost/,
    reading: () => quote("quoteImage"),
  },
  category: {
    shapes: ["words"],
    words: /类目|类型|品类|垂类|领域|标签|赛道|category|vertical|niche/,
    reading: () => words("category"),
  },
  city: {
    shapes: ["words"],
    words: /地区|城市|地域|所在地|city|region|location/,
    reading: () => words("city"),
  },
  mcn: { shapes: ["words"], words: /机构|mcn|公司|agency/, reading: () => words("mcn") },
  platform: { shapes: ["words"], words: /平台|platform/, reading: () => PLATFORM },
  "as-of": { shapes: ["date"], words: /日期|时间|更新|date|updated/, reading: () => AS_OF },
} as const satisfies Readonly<Record<string, MeaningRule>>;

export type Meaning = keyof typeof RULES;

export const MEANINGS = Object.keys(RULES) as Meaning[];

export function isMeaning(word: string): word is Meaning {
  return Object.hasOwn(RULES, word);
}

/** How a column with this meaning is read; the header's own words say what its numbers are over notes. */
export function readingOf(meaning: Meaning, key: string): Reading {
  return RULES[meaning].reading(statisticOf(key));
}

function statisticOf(key: string): Statistic {
  if (/中位|median/.test(key)) return "median";
  // pasted from Qiangua, whose columns of these names hold medians. source: vendor-exports
  if (/^平均(?:收藏|评论)$/.test(key)) return "unknown";
  return /平均|均|avg|average|mean/.test(key) ? "mean" : "unknown";
}

/** The meaning whose words stand in the header and whose cells look like this column's. */
export function guessMeaning(key: string, cells: readonly string[]): Meaning | undefined {
  const shape = shapesOf(cells);
  if (shape.has("link")) return "link";
  if (shape.has("id")) return "id";
  return MEANINGS.find((meaning) => {
    const { shapes, words: inHeader }: MeaningRule = RULES[meaning];
    return inHeader.test(key) && shapes.some((one) => shape.has(one));
  });
}

/** The meanings that the cells of a column can have: a column of texts holds no followers. */
export function possibleMeanings(cells: readonly string[]): Meaning[] {
  const shape = shapesOf(cells);
  return MEANINGS.filter((meaning) => RULES[meaning].shapes.some((one) => shape.has(one)));
}

/** Most of the cells with a value must look so: one odd cell does not change what a column is. */
function shapesOf(cells: readonly string[]): Set<Shape> {
  const filled = cells.filter((cell) => !isAbsent(cell));
  const most = (test: (cell: string) => boolean) =>
    filled.length > 0 && filled.filter(test).length * 10 >= filled.length * 7;
  const shapes: [Shape, boolean][] = [
    ["link", most((cell) => parseProfileLink(cell) !== undefined)],
    ["id", most((cell) => /^[0-9a-f]{24}$/iu.test(cell.trim()))],
    ["date", most((cell) => readDate(cell) !== undefined)],
    ["share", most((cell) => /[%％]/u.test(cell) || Number(cell) <= 100) && most(isShare)],
    ["count", most((cell) => readCount(cell, { tenThousands: false, statistic: "mean" }).ok)],
    ["price", most((cell) => readPrice(cell, false).ok)],
  ];
  const found = new Set(shapes.filter(([, yes]) => yes).map(([shape]) => shape));
  const isNumber = found.has("count") || found.has("share") || found.has("price");
  // a handle may be all digits, and what looks like nothing else is words
  if (!isNumber && !found.has("link") && !found.has("id") && !found.has("date")) found.add("words");
  return found;
}

function isShare(cell: string): boolean {
  return readShare(cell, "percent").ok || readShare(cell, "percent", true).ok;
}

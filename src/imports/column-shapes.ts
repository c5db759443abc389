/** How the cells of a column look, whatever stands above them: what they can be read as. */
import { parseProfileLink } from "./profile-link.ts";
import {
  isAbsent,
  readChange,
  readCount,
  readDate,
  readPrice,
  readShare,
  readShares,
  readYesNo,
} from "./read-cell.ts";
import { HEALTH_GRADES } from "./read-facts.ts";

export type Shape =
  | "words"
  | "count"
  | "share"
  /** `13.6% | 86.4%` */
  | "two-shares"
  | "change"
  | "price"
  | "link"
  | "id"
  | "date"
  | "shares"
  | "yes-no"
  | "grade"
  /** what platforms are called */
  | "platform"
  /** whether a note is of pictures or a video */
  | "format";

/** Nothing that is also a text about a creator: such a column is that and no other. */
const OF_ITS_OWN: readonly Shape[] = [
  "count",
  "share",
  "price",
  "link",
  "id",
  "date",
  "shares",
  "yes-no",
  "grade",
];

const PLATFORM =
  /^(?:小红书|抖音|快手|微博|b站|哔哩哔哩|视频号|公众号|知乎|得物|xiaohongshu|xhs|rednote|red|douyin|tiktok|bilibili|weibo|kuaishou|instagram|youtube)$/i;
const FORMAT = /^(?:图文|视频|图片|直播|image|video)/i;

/** A column is looked at for a guess and for what may be chosen: once is enough. */
const looked = new WeakMap<readonly string[], ReadonlySet<Shape>>();

/** Most of the cells with a value must look so: one odd cell does not change what a column is. */
export function shapesOf(cells: readonly string[]): ReadonlySet<Shape> {
  const known = looked.get(cells);
  if (known !== undefined) return known;
  const shapes = lookAt(cells);
  looked.set(cells, shapes);
  return shapes;
}

function lookAt(cells: readonly string[]): Set<Shape> {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => !isAbsent(cell));
  const most = (test: (cell: string) => boolean) =>
    filled.length > 0 && filled.filter(test).length * 10 >= filled.length * 7;
  const shapes: [Shape, boolean][] = [
    ["link", most((cell) => parseProfileLink(cell) !== undefined)],
    ["id", most((cell) => /^[0-9a-f]{24}$/iu.test(cell))],
    ["date", most((cell) => readDate(cell) !== undefined)],
    ["share", most((cell) => /[%％]/u.test(cell) || Number(cell) <= 100) && most(isShare)],
    ["two-shares", most((cell) => /[|｜/]/u.test(cell) && readShare(cell, "percent", true).ok)],
    ["change", most((cell) => /[%％+-]/u.test(cell) && readChange(cell, "percent").ok)],
    ["count", most((cell) => readCount(cell, { tenThousands: false, statistic: "mean" }).ok)],
    ["price", most((cell) => readPrice(cell, false).ok)],
    ["shares", most((cell) => /[%％]/u.test(cell) && readShares(cell).ok)],
    [
      "yes-no",
      most((cell) => readYesNo(cell) !== undefined || /^(?:可|不可|可以|不可以|支持|不支持)$/u.test(cell)),
    ],
    ["grade", most((cell) => HEALTH_GRADES[cell] !== undefined)],
    ["platform", most((cell) => PLATFORM.test(cell))],
    ["format", most((cell) => FORMAT.test(cell))],
  ];
  const found = new Set(shapes.filter(([, yes]) => yes).map(([shape]) => shape));
  // a handle may be all digits, and what looks like nothing else is words
  if (!OF_ITS_OWN.some((shape) => found.has(shape))) found.add("words");
  return found;
}

function isShare(cell: string): boolean {
  return readShare(cell, "percent").ok || readShare(cell, "percent", true).ok;
}

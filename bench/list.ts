/** A creator list as Pugongying exports it, of any length: what batches are measured with. */
import type { SheetColumn } from "../src/chat/documents.ts";
import { writeWorkbook } from "../src/documents/xlsx.ts";

const HEADER = (
  "小红书昵称,等级,粉丝数,主页链接,蒲公英链接,优效模式(平台可保曝光量),是否低活跃,内容类目," +
  "账号人设,内容特征,小红书id,地区,博主性别,粉丝量变化幅度%,活跃粉丝占比%,互动粉丝占比%," +
  "阅读中位数,互动中位数,千赞笔记比例%,百赞笔记比例%,图文阅读中位数,图文互动中位数," +
  "预估阅读单价(图文),视频阅读中位数,视频互动中位数,视频完播率%,预估阅读单价(视频)," +
  "千赞笔记比例(视频)%,蒲公英图文价格,蒲公英视频价格"
).split(",");
const CATEGORIES = ["护肤/彩妆", "美食", "母婴/亲子", "穿搭", "旅行", "健身"];
const CITIES = ["上海", "北京", "成都", "杭州", "广州"];
const PROFILE = "https://www.xiaohongshu.com/user/profile";
const PUGONGYING = "https://pgy.xiaohongshu.com/solar/pre-trade/blogger-detail";

/** @param first the number of the first creator, so that two lists need not name the same people */
function rowsOf(count: number, first: number): (string | number)[][] {
  const random = createRandom(first + 1);
  return Array.from({ length: count }, (_, index) => {
    const number = first + index;
    const id = number.toString(16).padStart(24, "0");
    const followers = Math.round(1_000 * Math.exp(random() * 6));
    const reads = Math.round(followers * (0.1 + random()));
    const interactions = Math.round(reads * (0.01 + random() * 0.1));
    const percent = (most: number) => `${(random() * most).toFixed(1)}%`;
    return [
      [`博主${number}的日常`, "优秀", followers, `${PROFILE}/${id}`, `${PUGONGYING}/${id}`, "否", "否"],
      [CATEGORIES[number % 6] ?? "", "成分党", "测评/教程", `rb_${number}`, CITIES[number % 5] ?? "", "女"],
      [percent(10), percent(70), percent(10), reads, interactions, percent(20), percent(60), reads],
      [interactions, 0.35, Math.round(reads * 1.2), interactions, percent(60), 0.41, percent(20)],
      [Math.round(followers / 20), Math.round(followers / 15)],
    ].flat();
  });
}

export function csvList(count: number, first = 0): Buffer {
  return Buffer.from([HEADER, ...rowsOf(count, first)].map((cells) => cells.join(",")).join("\n"));
}

export async function xlsxList(count: number): Promise<Uint8Array> {
  const rows = rowsOf(count, 0);
  const columns = HEADER.map((title, index): SheetColumn => {
    return typeof rows[0]?.[index] === "number" ? { title, format: "decimal" } : { title };
  });
  return writeWorkbook([{ name: "博主", columns, rows }]);
}

/** The same numbers at every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

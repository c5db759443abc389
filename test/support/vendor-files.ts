/** Made-up exports of every vendor with the vendors' real headers, as tables of text. */
import { AGENCY_HEADERS, VENDOR_HEADERS } from "./vendor-headers.ts";

export type Grid = readonly (readonly string[])[];

/** How a made-up creator looks; everything else of a row follows from the number. */
export interface MadeUp {
  name: string;
  handle: string;
  id: string;
  followers: number;
}

const NAMES = ["小鹿慢慢护肤", "阿禾的早餐", "大橘 Tangerine", "在逃园长", "林间有风", "一颗糖豆"];

export function madeUp(index: number): MadeUp {
  return {
    name: `${NAMES[index % NAMES.length] ?? ""}${index}`,
    handle: `rb_${(index + 1).toString(16).padStart(6, "0")}`,
    id: (0x5f00000000 + index).toString(16).padStart(24, "0"),
    followers: 1_000 + index * 7_919,
  };
}

/** The cell below a header; headers that are not here get `-`. */
type CellOf = (creator: MadeUp, index: number) => string;

const WHO: Readonly<Record<string, CellOf>> = Object.fromEntries([
  ...["小红书昵称", "博主昵称", "达人昵称", "达人名称", "昵称"].map((title) => [
    title,
    ({ name }: MadeUp) => name,
  ]),
  ...["小红书id", "小红书号", "账号ID"].map((title) => [title, ({ handle }: MadeUp) => handle]),
  ...["主页链接", "博主主页链接", "小红书主页", "达人官方地址"].map((title) => [
    title,
    ({ id }: MadeUp) => `https://www.xiaohongshu.com/user/profile/${id}?xsec_token=x`,
  ]),
  ["达人ID", ({ id }: MadeUp) => id],
]) as Record<string, CellOf>;

/** Cells as the vendors write them: thousands commas, 万, percent signs, two values in a cell. */
const CELLS: Readonly<Record<string, CellOf>> = {
  ...WHO,
  粉丝数: ({ followers }) => followers.toLocaleString("en-US"),
  粉丝量: ({ followers }) => String(followers),
  博主粉丝量: ({ followers }) => String(followers),
  "粉丝量/w": ({ followers }) => String(followers / 10_000),
  阅读中位数: ({ followers }) => `${(followers / 20_000).toFixed(2)}万`,
  互动中位数: (_, index) => String(100 + index),
  点赞中位数: (_, index) => String(60 + index),
  收藏中位数: (_, index) => String(30 + index),
  评论中位数: (_, index) => String(10 + index),
  "粉丝量变化幅度%": (_, index) => String(index - 3.5),
  "活跃粉丝占比%": (_, index) => String(40 + index),
  活跃粉丝占比: ({ followers }, index) => `${40 + index}.64% | ${Math.round(followers / 2)}`,
  水粉占比: (_, index) => `${12 + index}.50%`,
  "粉丝男/女": () => "13.6% | 86.4%",
  粉丝地域: () => "上海|17.4% 北京|15.2%",
  粉丝年龄: () => "18-24|45.2% 25-34|30%",
  粉丝真实度: () => "58%",
  女粉占比: () => "87.5%",
  是否低活跃: (_, index) => (index % 2 === 0 ? "否" : "是"),
  健康等级: () => "优秀",
  博主健康等级: () => "优秀",
  蒲公英图文价格: (_, index) => String(1_000 + index * 100),
  图文报价: (_, index) => `¥${(1_000 + index * 100).toLocaleString("en-US")}`,
  图文笔记报价: () => "0.3万",
  "实时报价-图文": () => "1,200元",
  地区: () => "上海",
  地域: () => "上海",
  内容类目: () => "护肤/美食",
  达人类型: () => "母婴",
  达人标签: () => "护肤",
  垂类: () => "运动健身",
  类目: () => "护肤",
  笔记数: () => "14",
  平均点赞: () => "500.25",
  平均收藏: () => "200",
  近60天笔记数: () => "9",
  近60天平均点赞: () => "300",
  商业笔记总数: () => "21",
  联系方式: () => "13800138000",
  联系邮箱: () => "someone@example.com",
  简介: () => "合作请加微信 abc",
  更新时间: () => "2026-08-06 10:20",
  数据更新日期: () => "2026/08/06",
  数据更新时间: () => "2026-08-06",
  笔记发布日期: () => "2026/07/20",
  发布时间: () => "2026-07-20 12:00:00",
  笔记来源: () => "定制商单",
  订单id: (_, index) => `1234567890123456789${index}`,
  笔记类型: () => "图文笔记",
  博主报价: () => "3000",
  阅读量: () => "1000",
  自然阅读量: () => "800",
  推广阅读量: () => "200",
  互动量: () => "50",
  点赞量: () => "30",
};

/** A file of `rows` creators with all headers of this vendor. Pugongying's notes have their headers in rows 1 and 3. */
export function vendorGrid(vendor: string, rows: number): Grid {
  const header = vendor === "mcn" ? agencyHeader() : Object.keys(VENDOR_HEADERS[vendor]?.headers ?? {});
  const body = Array.from({ length: rows }, (_, index) =>
    header.map((title) => CELLS[title]?.(madeUp(index), index) ?? "-"),
  );
  if (vendor !== "pugongying-notes") return [header, ...body];
  const half = Math.floor(header.length / 2);
  const upper = header.map((title, index) => (index < half ? title : ""));
  const lower = header.map((title, index) => (index < half ? "" : title));
  return [upper, header.map(() => ""), lower, ...body];
}

/** One name and one size, as a person would write a sheet. */
function agencyHeader(): string[] {
  const other = new Set([
    "达人昵称",
    "账号名称",
    "达人",
    "账号ID",
    "小红书ID",
    "粉丝数（万）",
    "粉丝量",
    "粉丝",
  ]);
  return Object.keys(AGENCY_HEADERS).filter((title) => !other.has(title));
}

export const VENDOR_FILES = [...Object.keys(VENDOR_HEADERS), "mcn"].filter(
  (vendor) => vendor !== "pugongying-orders",
);

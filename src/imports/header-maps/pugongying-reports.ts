/** Pugongying's reports on notes and orders: known so that their headers are found and the file is named rightly. */
import { AS_OF, count, type HeaderMap, LINK, NAME } from "./header-map.ts";

/** The note report's numbers are of one paid note each, so none of them is a fact about the creator's notes at large. */
export const pugongyingNotes: HeaderMap = {
  source: "pugongying",
  rows: "notes",
  marks: [
    "博主健康等级",
    "笔记发布日期",
    "笔记id",
    "笔记来源",
    "报备品牌",
    "下单账号",
    "自然曝光量",
    "推广曝光量",
  ],
  columns: {
    数据更新日期: AS_OF,
    博主昵称: NAME,
    博主主页链接: LINK,
    博主粉丝量: count("followers"),
  },
};

export const pugongyingOrders: HeaderMap = {
  source: "pugongying",
  rows: "orders",
  marks: [
    "笔记数",
    "发布人数",
    "总预算",
    "总消耗",
    "订单创建时间",
    "订单完成时间",
    "总曝光量",
    "总阅读量",
    "总互动量",
  ],
  columns: { 数据更新日期: AS_OF },
};

/** Newrank's list of creators: medians per note, and a share of real followers. */
import { count, HANDLE, type HeaderMap, ID, NAME, perNote, quote, share, words } from "./header-map.ts";

/** 近30天发文 stays evidence: a count over 30 days says too little about 90. */
export const newrank: HeaderMap = {
  source: "newrank",
  rows: "creators",
  marks: ["新红指数", "粉丝真实度", "互动粉丝比", "近30天发文", "垂类", "达人ID", "爆文数"],
  columns: {
    昵称: NAME,
    达人ID: ID,
    小红书号: HANDLE,
    粉丝数: count("followers"),
    曝光中位数: perNote("median", "impressions"),
    阅读中位数: perNote("median", "reads"),
    互动中位数: perNote("median", "interactions"),
    点赞中位数: perNote("median", "likes"),
    收藏中位数: perNote("median", "saves"),
    评论中位数: perNote("median", "comments"),
    粉丝真实度: share("suspiciousShare", { opposite: true }),
    垂类: words("category"),
    地区: words("city"),
    图文报价: quote("quoteImage"),
    预估报价: quote("quoteImage"),
    视频报价: quote("quoteVideo"),
    健康等级: words("healthGrade"),
  },
  evidence: ["近30天发文", "爆文数", "CPE", "CPM", "互动粉丝比", "新红指数", "合作品牌"],
};

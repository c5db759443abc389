/** HuiTun's list of Xiaohongshu creators: means over 60 days, audience shares, and cells with two values. */
import {
  AS_OF,
  count,
  HANDLE,
  type HeaderMap,
  LINK,
  NAME,
  perNote,
  quote,
  share,
  words,
} from "./header-map.ts";

const DAYS = 60;

export const huitun: HeaderMap = {
  source: "huitun",
  rows: "creators",
  marks: ["灰豚指数", "达人官方地址", "水粉占比", "粉丝男/女", "签约MCN", "近60天爆文率", "粉丝关注焦点"],
  columns: {
    达人名称: NAME,
    小红书号: HANDLE,
    达人官方地址: LINK,
    更新时间: AS_OF,
    粉丝数: count("followers"),
    商业笔记总数: count("brandWorks"),
    近60天笔记数: count("notes90d", DAYS),
    近60天平均点赞: perNote("mean", "likes", DAYS),
    近60天平均收藏: perNote("mean", "saves", DAYS),
    近60天平均评论: perNote("mean", "comments", DAYS),
    近60天平均分享: perNote("mean", "shares", DAYS),
    活跃粉丝占比: share("activeShare"),
    水粉占比: share("suspiciousShare"),
    "粉丝男/女": share("femaleShare", { second: true }),
    达人标签: words("category"),
    地域: words("city"),
    签约MCN: words("mcn"),
    图文笔记报价: quote("quoteImage"),
    视频笔记报价: quote("quoteVideo"),
  },
};

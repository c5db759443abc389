/** Pugongying's list of creators: the platform's own numbers, medians for reads and interactions. */
import {
  count,
  HANDLE,
  type HeaderMap,
  LINK,
  NAME,
  perNote,
  quote,
  share,
  words,
  yesNo,
} from "./header-map.ts";

/**
 * Likes, saves and comments are not in this list; only their sum with shares is, as 互动中位数.
 * The columns for image and video notes apart stay evidence: the facts are over all notes.
 */
export const pugongyingCreators: HeaderMap = {
  source: "pugongying",
  rows: "creators",
  marks: [
    "小红书昵称",
    "蒲公英链接",
    "蒲公英图文价格",
    "蒲公英视频价格",
    "是否低活跃",
    "优效模式(平台可保曝光量)",
  ],
  columns: {
    小红书昵称: NAME,
    小红书id: HANDLE,
    主页链接: LINK,
    蒲公英链接: LINK,
    粉丝数: count("followers"),
    "粉丝量变化幅度%": share("followersGained30dShare", { signed: true, windowDays: 30 }),
    "活跃粉丝占比%": share("activeShare", { windowDays: 28 }),
    阅读中位数: perNote("median", "reads"),
    互动中位数: perNote("median", "interactions"),
    是否低活跃: yesNo("activeLow"),
    内容类目: words("category"),
    地区: words("city"),
    蒲公英图文价格: quote("quoteImage"),
    蒲公英视频价格: quote("quoteVideo"),
  },
  evidence: [
    "等级",
    "优效模式(平台可保曝光量)",
    "账号人设",
    "内容特征",
    "博主性别",
    "互动粉丝占比%",
    "千赞笔记比例%",
    "百赞笔记比例%",
    "图文阅读中位数",
    "图文互动中位数",
    "预估阅读单价(图文)",
    "千赞笔记比例(图文)%",
    "百赞笔记比例(图文)%",
    "视频阅读中位数",
    "视频互动中位数",
    "视频完播率%",
    "预估阅读单价(视频)",
    "千赞笔记比例(视频)%",
    "百赞笔记比例(视频)%",
  ],
};

/** Qiangua's exports: a list of creators over 60 days, and a list of notes. */
import {
  AS_OF,
  count,
  HANDLE,
  type HeaderMap,
  LINK,
  NAME,
  ofNote,
  perNote,
  quote,
  words,
} from "./header-map.ts";

const DAYS = 60;

/** 平均收藏 and 平均评论 are medians in spite of their names; 平均互动 and 平均点赞 are means. */
export const qianguaCreators: HeaderMap = {
  source: "qiangua",
  rows: "creators",
  marks: ["千瓜指数", "蒲公英主页", "实时报价-图文", "实时报价-视频", "冠薯", "标签占比", "标签指数"],
  columns: {
    博主昵称: NAME,
    小红书号: HANDLE,
    小红书主页: LINK,
    蒲公英主页: LINK,
    粉丝数: count("followers"),
    笔记数: count("notes90d", DAYS),
    平均互动: perNote("mean", "interactions", DAYS),
    平均点赞: perNote("mean", "likes", DAYS),
    平均收藏: perNote("median", "saves", DAYS),
    平均评论: perNote("median", "comments", DAYS),
    达人类型: words("category"),
    "实时报价-图文": quote("quoteImage"),
    "实时报价-视频": quote("quoteVideo"),
  },
  evidence: [
    "千瓜指数",
    "赞藏总数",
    "实时报价-图文CPE",
    "实时报价-视频CPE",
    "关注数",
    "冠薯",
    "达人等级",
    "标签占比",
    "标签指数",
  ],
};

export const qianguaNotes: HeaderMap = {
  source: "qiangua",
  rows: "notes",
  marks: ["预估阅读", "提及品牌", "笔记标签", "内容类型", "发布时间", "数据更新时间"],
  columns: {
    达人昵称: NAME,
    小红书号: HANDLE,
    达人类型: words("category"),
    数据更新时间: AS_OF,
    发布时间: ofNote("published"),
    内容类型: ofNote("kind"),
    分类: ofNote("tags"),
    笔记标签: ofNote("tags"),
    提及品牌: ofNote("mention"),
    互动量: ofNote("interactions"),
    点赞: ofNote("likes"),
    收藏: ofNote("saves"),
    评论: ofNote("comments"),
    分享: ofNote("shares"),
  },
  // 预估阅读 is the vendor's estimate, and an estimate is no count
  evidence: ["笔记标题", "达人等级", "预估阅读"],
};

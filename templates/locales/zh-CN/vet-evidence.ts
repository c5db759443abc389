/** 中文：评分依据。 */
import type { VetEvidenceMessages } from "../../../src/chat/features/vet-words.ts";

export const vetEvidence: VetEvidenceMessages = {
  allFrom: (details) => `以下均为：${details}`,
  fakePrior: (share) => `背景参考：中腰部及以下账号的粉丝平均约 ${share} 可能是水粉，这不是对该博主的判断。`,
  evidence: "查看依据",
  pointsByDimension: "各维度得分",
  chart: {
    title: "各维度得分率（占已知分值的 %）",
    series: "得分率（%）",
    alt: (strongest, weakest, unknown) =>
      `最强：${strongest}；最弱：${weakest}。${unknown === null ? "" : `暂无数据：${unknown}。`}`,
  },
  rates: "互动数据",
  rateNames: {
    "likes-saves-per-follower": "单篇赞藏 / 粉丝数",
    "interactions-per-read": "互动量 / 阅读量",
    "saves-per-read": "收藏量 / 阅读量",
  },
  counted: { likes: "点赞", saves: "收藏", comments: "评论", shares: "分享", "vendor-sum": "平台汇总互动量" },
  allFacts: "全部已存数据",
  factGroups: {
    audience: "粉丝",
    perNote: "单篇数据",
    content: "内容与评论",
    standing: "品牌契合与合作记录",
    price: "报价",
  },
  ofNotes: (notes) => `取自 ${notes} 篇笔记`,
  ofRecords: (records) => `取自 ${records} 条我方记录`,
  inDays: (days) => `近 ${days} 天`,
  notCombined: {
    source: "商单与日常数据比：两个中位数来源不同，未计算",
    statistic: "商单与日常数据比：两个数据口径不同，未计算",
    window: "商单与日常数据比：两个数据统计天数不同，未计算",
    dates: "商单与日常数据比：两个数据日期相差超过一个月，未计算",
  },
  rateLine: ({ name, value, counted, numerator, denominator }) =>
    `${name}：${value}（${counted}；${numerator} / ${denominator}）`,
  statistics: {
    median: (notes, days) => `近 ${days} 天${notes === null ? "" : ` ${notes} 篇`}笔记中位数`,
    mean: (notes, days) => `近 ${days} 天${notes === null ? "" : ` ${notes} 篇`}笔记平均值`,
    total: (_notes, days) => `近 ${days} 天总数`,
    unknown: (_notes, days) => `近 ${days} 天，口径未注明`,
  },
  sources: {
    typed: "手动填写",
    screenshot: "按截图填写",
    "self-reported": "博主自报",
    pugongying: "蒲公英",
    qiangua: "千瓜",
    newrank: "新红",
    huitun: "灰豚",
    mcn: "机构表格",
    "own-records": "我方记录",
  },
  age: (days) => (days === null ? "日期未知" : days === 0 ? "今天的数据" : `${days} 天前`),
  against: {
    peers: (value, creators) =>
      creators === null ? `同量级博主中位数 ${value}` : `同量级 ${creators} 位博主中位数 ${value}`,
    "size-band": (value) => `同量级账号中位数 ${value}`,
    benchmark: (value) => `基准 ${value}`,
  },
  fewPeers: (creators, least) =>
    creators === "0"
      ? `同量级博主还没有其他看号数据，满 ${least} 位才作参照`
      : `同量级博主只看过 ${creators} 位，满 ${least} 位才作参照`,
  confidences: { high: "可信度高", medium: "可信度中", low: "可信度低" },
};

/** 中文：价格。 */
import type { PriceMessages } from "../../../src/chat/features/price.ts";

export const price: PriceMessages = {
  fields: {
    fee: "平台服务费（普通 10%，优效 20%）",
    agency: "代理服务费（按报价的比例）",
    rebate: "返点（合同约定返还品牌的比例）",
  },
  title: "合理价格",
  titles: { image: "合理价格（图文）", video: "合理价格（视频）" },
  range: (low, mid, high) => `${low} 至 ${high}，中间价 ${mid}`,
  quoted: "报价",
  quotedTitles: { image: "图文报价", video: "视频报价" },
  standings: {
    below: (quote) => `${quote}，低于区间`,
    within: (quote) => `${quote}，在区间内`,
    above: (quote) => `${quote}，高于区间`,
    "far-off": (quote) => `${quote}，与市场相差太远，请核对单位`,
  },
  noQuote: "未提供",
  notPlaced: (quote, currency) => `${quote}，未提供汇率，不与 ${currency} 区间比较`,
  unknownSize: "缺粉丝数，暂不估价",
  noFollowers: "粉丝数为 0，不估价，请核对",
  allIn: (total, fee) => `含 ${fee} 平台服务费共 ${total}`,
  fromMethods: (count) => `取有结论的 ${count} 种方法的中位数`,
  fromOneMethod: "只有一种方法有结论",
  methods: {
    "tier-band": "同量级公开价",
    "cost-per-read": "单次阅读成本",
    "cost-per-engagement": "单次互动成本",
  },
  publisherDefaults: "公开页面默认值",
  noConclusion: "暂无结论",
  perRead: ({ count, low, mid, high, times, fee }) =>
    `${count} 个可比报价，单次阅读（含服务费）${low} 至 ${high}，中间值 ${mid}${times === null ? "" : `；乘以阅读量 ${times}，再扣除 ${fee} 服务费`}`,
  perEngagement: ({ count, low, mid, high, times, fee }) =>
    `${count} 个可比报价，单次互动（含服务费）${low} 至 ${high}，中间值 ${mid}${times === null ? "" : `；乘以互动量 ${times}，再扣除 ${fee} 服务费`}`,
  tooFew: (count, least, points) =>
    `可比报价 ${count} 个，满 ${least} 个才下结论${points === null ? "" : `（${points}）`}`,
  gaps: {
    quotes: (missing) => `再收集 ${missing} 个同量级、同形式、同币种的报价`,
    reads: () => "该博主的单篇阅读量",
    interactions: () => "该博主的单篇互动量",
  },
  toConclude: (needs) => `还需：${needs}`,
  cost: "总成本",
  quote: (amount) => `报价 ${amount}`,
  platformFee: (share, amount) => ` + 平台服务费 ${share} ${amount}`,
  agencyShare: (amount) => ` + 代理服务费 ${amount}`,
  rebate: (amount) => ` − 返点 ${amount}`,
  total: (amount) => ` = ${amount}`,
  mcnInside: "机构佣金已含在报价内，不重复计算",
  terms: {
    title: (creator) => `${creator} 的总成本`,
    costs: { image: "图文笔记", video: "视频笔记" },
    onlyYou: "仅您可见：群里的卡片不显示代理服务费和返点。",
  },
  unitCosts: (perRead, perInteraction) =>
    [
      perRead === null ? undefined : `单次阅读成本 ${perRead}`,
      perInteraction === null ? undefined : `单次互动成本 ${perInteraction}`,
    ]
      .filter((part) => part !== undefined)
      .join("，"),
};

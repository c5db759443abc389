/** 中文：评分规则。 */
import type { RulesMessages } from "../../../src/chat/features/rules.ts";

export const rules: RulesMessages = {
  summary: "查看评分规则",
  title: "评分规则",
  version: (version) => `规则版本 ${version}`,
  intro: "得分在“零分线”和“满分线”之间按比例计算。未知项不得分，也不扣分。",
  headings: {
    points: "计分项",
    verdict: "从得分到结论",
    flags: "风险项",
    tiers: "量级口径",
    trust: "数据可信度",
  },
  columns: { fact: "计分项", points: "分值", nothingAt: "零分线", allAt: "满分线", rule: "规则" },
  dimension: (name, points) => `${name}，${points} 分`,
  straight: (points, nothingAt, allAt) => `${points} 分，零分线 ${nothingAt}，满分线 ${allAt}`,
  other: (points, way) => `${points} 分，${way}`,
  otherWays: {
    "likes-saves-per-follower": (n) =>
      `达到同类博主或同量级（${n.sizes}）中位数得一半，达到两倍得满分；两者都没有时，${n.benchmark} 得一半，${n.benchmarkFull} 得满分`,
    "category-fit": (n) => `与项目类目一致得满分（${n.sameCategory}），相近类目得 ${n.adjacentCategory}`,
    "posting-rhythm": (n) => `断更超过 ${n.silence} 天不得分`,
    "competitor-free": () => "排他期内无竞品合作得满分",
  },
  size: (below, median) => `粉丝 ${below} 以下 ${median}`,
  formula: "评分 = 得分 ÷ 已知分值 × 100。得分区间按未知项从最差到最好估算。",
  coverage: (least) => `数据完整度满 ${least} 才给结论。`,
  band: (name, from) => `${name}：${from} 分起`,
  flags: {
    F1: (n) =>
      `单日涨粉达到账号粉丝的 ${n.dailyShare} 且不少于 ${n.dailyLeast}（高）；或 30 天涨粉达到 ${n.monthlyShare}（中）`,
    F2: (n) =>
      `粉丝 ${n.large} 及以上：互动 / 阅读低于 ${n.lowEngagement}（中）；无阅读数据时，点赞加评论 / 粉丝低于 ${n.lowEngagement}（低）`,
    F3: (n) => `无信息量的评论达到 ${n.generic}，且样本不少于 ${n.leastComments} 条（中）`,
    F4: (n) => `报价比市场价下限低 ${n.farOffTimes} 倍以上（高）`,
    F5: (n) => `粉丝 ${n.large} 及以上却没有任何商单（中）`,
    F6: (n) => `与项目目标性别相反的粉丝达到 ${n.otherGender}（高）`,
    F7: (n) => `断更超过 ${n.silence} 天（中）`,
    F8: () => "经人工确认的负面舆情（高）",
    F9: () => "排他期内有竞品合作（高）",
    F10: (n) => `本类目笔记占比低于 ${n.category}（低）`,
    "impossible-numbers": () => "可能是列错、单位错或刷赞（高）",
    "health-grade": () => "平台健康等级为异常（高）或普通（中）",
    "low-activity": () => "平台标为低活跃（中）",
  },
  tierFrom: (name, from) => `${name} ${from} 起`,
  trust: {
    high: (n) => `蒲公英导出，${n.fresh} 天以内`,
    medium: () => "第三方数据工具；较早或未注明日期的蒲公英数据",
    low: (n) => `手动填写、博主自报、按截图填写、机构表格，或超过 ${n.stale} 天`,
  },
  context: (n) =>
    `粉丝 ${n.large} 以下账号的粉丝平均约 ${n.fakePrior} 可能是水粉，仅作背景参考，不计入任何账号的得分。`,
};

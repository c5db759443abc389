/** 中文：日报。 */
import type { DigestMessages } from "../../../src/chat/features/digest.ts";

export const digest: DigestMessages = {
  summary: "日报：待办、发布、付款一屏看完",
  title: (date) => `${date} 日报`,
  cardSummary: (needs, posting) => `待您处理 ${needs} 项 · 今天发布 ${posting} 篇`,
  late: (at) => `这份日报来晚了，原定 ${at}；之前漏发的不再补发。`,
  needsYou: (count) => `待您处理：${count} 项`,
  nothingNeeded: "没有待您处理的事。",
  decide: (campaign, number, open, days) =>
    `${campaign} 第 ${number} 批提报待过号：${open} 位，${days === 0 ? "今天提报" : `已等 ${days} 天`}`,
  openList: (campaign, number) => `去过号 ${campaign} 第 ${number} 批`,
  review: (creator, version, days) =>
    `${creator} 第 ${version} 版稿件：${days === 0 ? "今天提交，待审" : `待审 ${days} 天`}`,
  pay: (creator, amount, due) => `请付 ${creator} ${amount}，${due} 前`,
  payOverdue: (creator, amount, days) => `请付 ${creator} ${amount}：已逾期 ${days} 天`,
  confirmPosted: (creator, at) => `${creator} 发了吗？原定 ${at}`,
  more: (count) => `另有 ${count} 项`,
  posting: {
    today: "今天发布",
    tomorrow: "明天发布",
    none: "今明两天没有其他发布。",
    notApproved: "稿件未通过",
  },
  money: "款项",
  noMoney: "还没有付款计划",
  moneyLine: (planned, paid, dueSoon, overdue) =>
    `计划 ${planned}，已付 ${paid}，7 天内到期 ${dueSoon}，逾期 ${overdue}`,
  moneyColumns: { currency: "币种", planned: "计划", paid: "已付", dueSoon: "7 天内到期", overdue: "逾期" },
  drafts: "稿件",
  draftLine: (state, count) =>
    ({
      "in-review": `审稿中 ${count}`,
      "changes-requested": `修改中 ${count}`,
      approved: `已通过 ${count}`,
      withdrawn: `已撤回 ${count}`,
    })[state],
  noDrafts: "还没有",
  changes: "变动",
  changeKinds: {
    vetted: (count) => `看号 ${count}`,
    shortlisted: (count) => `入选 ${count}`,
    listed: (count) => `提报 ${count} 批`,
    decided: (count) => `过号有结果 ${count} 位`,
    briefed: (count) => `出 brief ${count}`,
    submitted: (count) => `交稿 ${count}`,
    approved: (count) => `过稿 ${count}`,
    "sent-back": (count) => `打回修改 ${count}`,
    scheduled: (count) => `排期 ${count}`,
    posted: (count) => `发布 ${count}`,
    planned: (count) => `付款计划 ${count}`,
    paid: (count) => `付款 ${count}`,
  },
  changed: (changes, since) => `${since} 以来：${changes}`,
  noChange: (at) => `${at} 以来没有变动`,
  missing: "待补",
  missingLinks: (names) => `已发布但缺链接：${names}`,
  missingDates: (names) => `付款日待定：${names}`,
  missingSlots: (count) => `入选但未排期：${count} 位`,
  asOf: (at) => `数据截至 ${at}`,
  openSchedule: "查看排期",
};

/** 中文：付款计划与催办。 */
import type { PayMessages } from "../../../src/chat/features/pay.ts";

export const pay: PayMessages = {
  summary: "查看或新建博主的付款计划",
  planSummary: "新建博主的付款计划",
  paidSummary: "标记一笔款已付",
  fields: {
    creator: "博主",
    total: "总金额",
    split: "付款比例",
    first: "首笔付款日",
    second: "第二笔付款日",
    campaign: "项目",
    milestone: "付款节点",
    amount: "金额",
  },
  form: {
    title: "付款计划",
    submit: "生成计划",
    splitHint: "百分比，例如 50/50 或 30/70",
    firstHint: "不填：今天起 5 个工作日",
    secondHint: "不填：发布后 5 个工作日",
  },
  title: (creator, total) => `付款计划：${creator}，${total}`,
  allPaid: (creator, total) => `已全部付清：${creator}，${total}`,
  replaced: (creator) => `付款计划已失效：${creator}`,
  replacedText: "这份计划已被新计划取代，请勿按此付款。",
  seenBy: {
    both: (agency) => `品牌方和 ${agency} 都看得到。`,
    notPassed:
      "目前只有品牌方看得到：博主还没过号。过号价与总金额相同会自动同步给代理商；不同的，过号后在这里同步。",
    otherSum: (agency) => `目前只有品牌方看得到：总金额和过号价不同。经 ${agency} 付款的，请同步给他们。`,
  },
  share: (agency) => `同步给 ${agency}`,
  shareSummary: "把付款计划同步给代理商",
  part: (position, of) => {
    if (of === 1) return "全款";
    if (position === 0) return "预付款";
    return position === of - 1 ? "尾款" : `第 ${position + 1} 笔`;
  },
  states: { planned: "待付", due: "到期", paid: "已付", held: "暂缓", cancelled: "已取消" },
  columns: { part: "款项", amount: "金额", due: "付款日", state: "状态" },
  noDate: "待定",
  campaign: "项目",
  noSlot: "尾款日期跟着发布走，请先用 /排期 定发布日期。",
  noManager: "没有人会收到付款催办，可请管理员发送 /成员 添加，加上项目负责人。",
  unknownYear: (year) => `${year} 年官方放假安排还没录入，节假日未知，只按周末算。`,
  assumption: "未指定日期时，付款日为建计划（预付款）或发布（尾款）后 5 个工作日。",
  recordsOnly: "这里只做登记，不会动账。",
  requestedBy: (name, at) => `${name} 于 ${at} 申请`,
  markPaid: (part) => `标记已付：${part}`,
  setSlot: "去排期",
  confirm: {
    title: (part, amount) => `${part}：${amount}`,
    text: "确认这笔已付吗？之后不再催办，大家都会看到。",
    ok: "已付",
    cancel: "还没付",
  },
  nudge: {
    titles: {
      ahead: (amount, creator, days) => `请付 ${creator} ${amount}：还剩 ${days} 天`,
      today: (amount, creator) => `今天请付 ${creator} ${amount}`,
      overdue: (amount, creator, days) => `请付 ${creator} ${amount}：已逾期 ${days} 天`,
      paid: (amount, creator) => `已付：${creator}，${amount}`,
      gone: (amount, creator) => `有变动：${creator}，${amount}`,
    },
    part: "款项",
    amount: "金额",
    due: "付款日",
    paid: "已付",
    paidBy: (name, at) => `${name} 于 ${at} 标记已付`,
    gone: "付款计划或日期有变，付款前请先看最新计划。",
    pay: "标记已付",
    showPlan: "付款计划",
    later: "稍后提醒",
    postponed: (at) => `${at} 再提醒您`,
    ownRequest: "这笔款是您申请的，需由其他人标记已付。",
    reason: "到期前和到期日提醒项目负责人，逾期后也提醒财务。",
  },
};

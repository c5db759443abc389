/** 中文：等您处理的事，以及进群问候。 */
import type { HomeMessages } from "../../../src/chat/features/home.ts";

export const home: HomeMessages = {
  summary: "等您处理的事",
  title: "等您处理",
  head: {
    review: (count, oldest) => `${count} 篇待审${oldest > 0 ? `，最久已等 ${oldest} 天` : ""}`,
    lists: (count, oldest) => `${count} 批名单待过号${oldest > 0 ? `，最久已等 ${oldest} 天` : ""}`,
    revise: (count) => `${count} 篇待修改`,
    payments: (count, overdue) => `${count} 笔待付${overdue > 0 ? `，其中 ${overdue} 笔已逾期` : ""}`,
    late: (count) => `${count} 篇待确认发布`,
    holds: (count) => `${count} 个锁档快到期`,
    links: (count) => `${count} 篇缺链接`,
    imports: (count) => `${count} 份名单待确认`,
  },
  nothing: "都处理完了，没有等您的事。",
  nothingMore: "随时发送 /待办 再看一眼。",
  lists: {
    title: "待过号名单",
    item: (campaign, number, open, days) =>
      `${campaign} 第 ${number} 批：待定 ${open} 位，${days === 0 ? "今天提报" : `已等 ${days} 天`}`,
    open: (campaign, number) => `去过号 ${campaign} 第 ${number} 批`,
  },
  submitted: {
    title: "您提报的，等品牌方过号",
    item: (campaign, number, open, days) =>
      `${campaign} 第 ${number} 批：还有 ${open} 位没结果，${days === 0 ? "今天提报" : `已等 ${days} 天`}`,
    open: (campaign, number) => `查看 ${campaign} 第 ${number} 批`,
  },
  review: {
    title: "待审稿件",
    item: (name, version, days) =>
      `${name}：第 ${version} 版，${days === 0 ? "今天提交" : `已等 ${days} 天`}`,
    open: (name) => `审稿 ${name}`,
  },
  revise: {
    title: "待您修改",
    item: (name, version) => `${name}：第 ${version} 版有修改意见`,
    open: (name) => `看意见 ${name}`,
  },
  payments: {
    title: "待付款项",
    due: (name, amount, due) => `${name}：${amount}，${due}前付`,
    overdue: (name, amount, days) => `${name}：${amount}，已逾期 ${days} 天`,
    open: (name) => `结算 ${name}`,
  },
  holds: {
    title: "锁档快到期：延长或释放",
    item: (name, until, days) => `${name}：锁档到 ${until}，${days <= 0 ? "今天到期" : `还剩 ${days} 天`}`,
    open: (name) => `锁档 ${name}`,
  },
  late: {
    title: "发布了吗？",
    item: (name, at) => `${name}：原定 ${at}`,
    posted: (name) => `已发布 ${name}`,
  },
  links: {
    title: "已发布，缺链接",
    item: (name) => name,
    add: (name) => `补链接 ${name}`,
  },
  imports: {
    title: "您上传的名单，等您确认",
    questions: (file, count) => `${file}：${count} 行存疑`,
    columns: (file) => `${file}：各列含义待确认`,
    answer: (file) => `去确认 ${file}`,
    say: (file) => `填列含义 ${file}`,
  },
  week: {
    title: "7 天内发布",
    none: "7 天内没有要发布的笔记。",
    notApproved: "稿件未通过",
  },
  campaigns: {
    title: "进行中的项目",
    none: "还没有进行中的项目。",
    ahead: (name, launch, days) => `${name}：${launch}上市${days === 0 ? "，就在今天" : `，还有 ${days} 天`}`,
    launched: (name, launch) => `${name}：${launch}已上市`,
    posted: (posted, slots) => `已发布 ${posted}/${slots}`,
    open: (name) => `查看 ${name}`,
  },
  more: (count) => `另有 ${count} 项`,
  start: "快捷操作",
  actions: {
    vet: "看号",
    brief: "写 brief",
    draft: "提交稿件",
    wave: "查看排期",
    campaign: "新建项目",
    digest: "日报",
    help: "帮助",
  },
  settings: "语言和时区",
  settingsForm: { title: "语言和时区", submit: "保存" },
  asOf: (at) => `数据截至 ${at}`,
  stranger: {
    title: "欢迎使用苗圃",
    text: "我还不认识您。请管理员发送 /成员 添加，把您加进来，之后您的待办会显示在这里。",
    code: "手上有验证码？点下面填写，或直接发送 /绑定 加验证码。",
    button: "填写验证码",
    form: { title: "绑定账号", submit: "绑定" },
  },
  greeting: {
    title: { group: "大家好，我是苗圃", direct: "您好，我是苗圃", stranger: "您好，我是苗圃" },
    whoIAm:
      "我帮品牌方和代理商一起推进小红书种草项目：看号、审稿、排期、结算，Slack 和飞书两边同步，各看各的语言。",
    bound: (campaign) => `本群已绑定项目“${campaign}”，项目卡片会发到这里。`,
    bind: "把本群绑定到项目，之后项目卡片会发到这里。",
    start: "为本群新建项目，之后项目卡片会发到这里。",
    vet: {
      slack: "看号：发送 /vet，或把博主名单（CSV、XLSX）拖进频道。",
      lark: "看号：@我 并发送 /看号，或把博主名单（CSV、XLSX）发到群里。",
    },
    vetDirect: "看号：发送 /看号，或把博主名单（CSV、XLSX）发给我。",
    help: { slack: "其他功能：发送 /help。", lark: "其他功能：@我 并发送 /帮助。" },
    helpDirect: "其他功能：发送 /帮助。",
    home: "随时发送 /待办，查看等您处理的事。",
    buttons: {
      bind: "绑定本群",
      start: "新建项目",
      vet: "看号",
      help: "帮助",
      home: "我的待办",
    },
  },
  bind: { summary: "把本群绑定到项目", field: "项目", title: "绑定本群", submit: "绑定" },
};

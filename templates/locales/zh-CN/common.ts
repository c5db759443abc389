/** 中文：拒绝、填错、帮助，以及各卡片通用的词。 */
import type { CommonMessages } from "../../../src/chat/features/common.ts";
import { fileRefusals } from "./file-refusals.ts";
import { importQuestionMessages } from "./import-questions.ts";

/** What a column of a list means, in words. */
function meaningOf(meaning: string | number | undefined): string {
  return importQuestionMessages.mapping.meanings[meaning ?? ""] ?? "";
}

export const common: CommonMessages = {
  appName: "苗圃 Seedbed",
  cities: {
    "Asia/Shanghai": "上海",
    "Asia/Hong_Kong": "香港",
    "Asia/Tokyo": "东京",
    "Europe/Berlin": "柏林",
    "Europe/London": "伦敦",
    "Europe/Paris": "巴黎",
    "America/New_York": "纽约",
    "America/Los_Angeles": "洛杉矶",
    UTC: "UTC",
  },
  roles: {
    admin: "管理员",
    manager: "项目负责人",
    marketer: "品牌方市场",
    finance: "财务",
    partner: "中国区媒介",
    legal: "法务",
  },
  languages: { en: "英文", "zh-CN": "中文" },
  platforms: { slack: "Slack", lark: "飞书" },
  leftOut: {
    rows: (n) => `还有 ${n} 行未在此显示。`,
    rowsInFile: (n, file) => `还有 ${n} 行未在此显示，完整表格见下方文件 ${file}。`,
    text: "内容过长，此处为精简版。",
    textInFile: (file) => `内容过长，此处为精简版，全文见下方文件 ${file}。`,
    file: (title) => `「${title}」完整内容`,
  },
  none: "无",
  unknown: "未知",
  labelled: (label, value) => `${label}：${value}`,
  listed: (parts) => parts.join("，"),
  inBrackets: (text) => `（${text}）`,
  by: (name) => `操作人：${name}`,
  working: "处理中…",
  replaced: "这张卡片已换新，请在本会话下方的最新卡片上操作。",
  currentCard: "打开最新卡片",
  inputProblem: {
    title: (command) => `/${command} 有几处要改`,
    wrong: "请修改",
    again: "改好后这样发",
    example: "可以这样写",
    didYouMean: (name) => `，是不是 ${name}=…？`,
    problems: {
      empty: () => "没有填",
      "not-a-number": (value) => `“${value}”不是数字`,
      "unknown-unit": (value) => `“${value}”的单位无法识别，请写 8.2万、82k 或 82000`,
      bucket: (value) => `“${value}”是区间，请填准确数字`,
      negative: (value) => `“${value}”是负数`,
      "too-large": (value) => `“${value}”大得不合常理，请核对`,
      "not-whole": (value) => `“${value}”应为整数`,
      "ambiguous-percent": (value) => `“${value}”看不出是小数还是百分比，请带上 %`,
      missing: () => "还没填",
      "unknown-field": (value) => `没有这个参数（“${value}”）`,
      "not-a-date": (value) => `“${value}”不是日期，请写 2026-12-08`,
      "not-a-time": (value) => `“${value}”不是时间，请写 20:00`,
      "not-a-choice": (value) => `“${value}”不在可选项里`,
      "too-long": () => "太长了",
      "not-a-zone": (value) => `“${value}”不是时区，请写 Asia/Shanghai`,
      "not-an-email": (value) => `“${value}”不是邮箱`,
      "not-a-link": (value) => `“${value}”不是链接，应以 https:// 开头`,
      "bad-split": (value) => `“${value}”加起来应为 100，例如 50/50`,
      "not-shares": (value) => `“${value}”要逐项写明占比，合计不超过 100%`,
      "chosen-twice": (value) =>
        `“${importQuestionMessages.mapping.meanings[value] ?? value}”选了两次，请留一列，另一列改为“${importQuestionMessages.mapping.notUsed}”`,
      "no-name-column": () => "请选出写着博主昵称（或小红书号、主页链接）的那一列",
      wrong: (value) => `“${value}”填得不对`,
    },
  },
  refusals: {
    "bad-input": (d) => {
      if (d["problem"] === "short-link")
        return "短链接看不出是哪位博主，我也打不开。请在浏览器或 App 里打开它，复制地址栏里的完整主页链接（xiaohongshu.com/user/profile/…）发给我。";
      if (d["problem"] === "note-link")
        return "这是一篇笔记的链接，看号需要博主主页。请打开博主主页，把完整链接（xiaohongshu.com/user/profile/…）发给我，或直接写昵称：/看号 昵称 粉丝=…";
      if (d["problem"] === "other-link")
        return "这不是小红书的博主主页。请发小红书主页链接（xiaohongshu.com/user/profile/…），或直接写昵称：/看号 昵称 粉丝=…";
      if (d["problem"] === "not-a-group") return "项目要绑定到群，请在群里发送，私聊里不行。";
      if (d["problem"] === "which-group") return "是哪个群？请在群里发送，或加上 群=群名。";
      if (d["problem"] === "no-agency")
        return `没有成员属于代理商“${d["text"] ?? ""}”。${d["names"] ? `现有：${d["names"]}。` : ""}先发送 /成员 添加 邮箱 角色=… 代理商=…，给成员填上代理商。`;
      if (d["problem"] === "compare-count")
        return `一次对比 2 至 6 位博主，这次是 ${d["count"] ?? ""} 位。用顿号隔开昵称，例如：/看号 对比 昵称、昵称`;
      if (d["problem"] === "column-twice")
        return `“${d["column"] ?? ""}”和“${d["other"] ?? ""}”都选了“${meaningOf(d["meaning"])}”。您的选择已保存，请再打开表单，把其中一列改为“${importQuestionMessages.mapping.notUsed}”。`;
      if (d["problem"] === "no-name-column")
        return "还没有选出写着博主昵称（或小红书号、主页链接）的那一列。您的选择已保存，请再打开表单选一次。";
      if (d["problem"] === "no-file") return "把博主名单（CSV 或 XLSX）发到这里，我会逐行看号。";
      if (d["problem"] === "ends-early") return "结束日期早于开始日期，请核对。";
      if (d["problem"] === "no-member")
        return `团队里没有“${d["text"] ?? ""}”。现有成员：${d["names"] ?? ""}。`;
      if (d["problem"] === "several-members") return `有多位成员叫“${d["text"] ?? ""}”，请改用邮箱。`;
      if (d["problem"] === "no-handler")
        return `${d["text"] ?? "该成员"}不负责对接博主，请选市场、媒介、项目负责人或管理员。`;
      if (d["problem"] === "no-creators") return `${d["text"] ?? "该成员"}名下没有博主。`;
      if (d["problem"] === "no-exclusivity")
        return `${d["creator"] ?? ""} 没有“${d["text"] ?? ""}”的排他期。${d["names"] ? `登记过的：${d["names"]}。` : ""}`;
      if (d["problem"] === "several-exclusivities")
        return `“${d["text"] ?? ""}”有几个类目的排他期，请在博主档案里点“解除排他期”选一个。`;
      if (d["problem"] === "one-price") return "改价一次只能选一位，请只填一个序号。";
      return "这个输入用不了，发送 /帮助 可查看写法。";
    },
    "not-allowed": (d) =>
      `“/${d["commandZh"] ?? d["command"] ?? ""}”仅限${d["roles"] ?? "其他角色"}使用，您目前的角色是${d["role"] ?? "其他"}。需要开通请找管理员（/成员 添加）。`,
    "unknown-person": () =>
      "我还不认识您。请管理员发送 /成员 添加，把您加进来；如果有验证码，直接发送 /绑定 加验证码。",
    "unknown-creator": (d) =>
      `没有找到博主“${d["text"] ?? ""}”。${d["near"] ? `是不是 ${d["near"]}？` : ""}请先看号：/看号 ${d["text"] ?? "昵称"} 粉丝=…`,
    "ambiguous-creator": (d) =>
      `有多位博主叫“${d["text"] ?? ""}”：${d["names"] ?? ""}。请改用小红书号或主页链接。`,
    "still-vetting": (d) =>
      `“${d["text"] ?? ""}”暂时打不开：${d["file"] === undefined ? "有份名单里有这位博主，" : `名单 ${d["file"]} `}还在整理。等表格发出后再试。`,
    "not-in-list": (d) =>
      `这份名单里没有“${d["text"] ?? ""}”。请填 1–${d["count"] ?? ""} 的名次，或名单里的博主昵称。`,
    "both-at-work": (d) =>
      `${d["text"] ?? ""} 和 ${d["other"] ?? ""} 在同一个项目里都有进行中的工作（稿件、排期、付款计划、报价或提报）。请先处理掉其中一边，再确认是同一位。`,
    "two-accounts": (d) =>
      `${d["text"] ?? ""} 和 ${d["other"] ?? ""} 的主页 ID 不同，是两个账号，不能合并。请选“不是同一位”。`,
    "unknown-campaign": (d) =>
      `没有叫“${d["text"] ?? ""}”的进行中项目。${d["names"] ? `进行中：${d["names"]}。` : ""}`,
    "ambiguous-campaign": (d) => `是哪个项目：${d["names"] ?? ""}？请加上 项目=…，或在该项目的群里发送。`,
    "no-campaign": () => "还没有进行中的项目，发送 /项目 新建一个。",
    "unknown-draft": (d) => `${d["text"] ?? "这位博主"}还没有稿件，请先用 /审稿 提交。`,
    "own-draft": () => "这篇稿件是您提交的，需要由其他人审。",
    "already-decided": (d) => `这一版${d["by"] ? `已由 ${d["by"]} ` : "已经"}审过了，结果见卡片。`,
    "flag-overruled": (d) => `这个风险项已${d["by"] ? `由 ${d["by"]} ` : ""}排除，理由见卡片。`,
    "old-card": (d) => {
      if (d["renewed"]) return "这张卡片已换新，刚才的点击没有生效，请在最新的卡片上操作。";
      return `这张卡片已过期${d["current"] ? `，最新为第${d["current"]}版` : ""}，请在最新的卡片上操作${d["draft"] ? `；找不到可发送 /审稿 查看 ${d["draft"]}` : ""}。`;
    },
    "no-slot": (d) =>
      `${d["text"] ?? "这位博主"}还没有排期，请先定档：/排期 ${d["text"] ?? "昵称"} 2026-12-08 20:00`,
    "no-plan": (d) => `${d["text"] ?? "这位博主"}还没有付款计划，用 /结算 新建。`,
    "plan-exists": (d) => `${d["text"] ?? "这位博主"}已有付款计划，且部分已付款。`,
    "unknown-milestone": () => "找不到这笔款项，发送 /结算 加博主昵称查看付款计划。",
    "already-paid": () => "这笔款已标记为已付，未做改动。",
    "not-payable": () => "这笔款已暂缓或取消，不能标记为已付。",
    "amount-mismatch": (d) => `金额与计划不符：应付 ${d["expected"] ?? ""}，填写的是 ${d["given"] ?? ""}。`,
    "own-request": () => "这笔款是您申请的，需由其他有付款权限的人标记已付。",
    "bad-split": () => "各期比例加起来应为 100，例如 50/50 或 30/70。",
    "bad-link-code": () => "验证码不对、已使用或已过期。请在已绑定的账号里发送 /link 重新获取。",
    "link-taken": () => "该账号（或您在这个平台的另一个账号）已绑定他人，请联系管理员。",
    ...fileRefusals,
    "no-creator-column": (d) =>
      d["chosen"]
        ? "还没有选出写着博主昵称（或小红书号、主页链接）的那一列，请打开表单再选一次。"
        : "没有找到博主昵称这一列，表头里需要有“昵称”“博主昵称”等字样。",
    "no-comment-column": (d) =>
      `没有找到评论这一列（${d["columns"] ?? ""}）。请把表头改为“评论内容”，或发每行一条评论的 TXT。`,
    "name-taken": (d) =>
      `已有叫“${d["text"] ?? ""}”的项目，请换个名称；查看它请发送 /项目 ${d["text"] ?? ""}。`,
    "unknown-chat": (d) => `我不在“${d["text"] ?? ""}”里，请先把我拉进群，再发一次。`,
    "chat-bound": (d) => `${d["text"] ?? "该项目"}在这个平台已绑定其他群，卡片仍发到那边。`,
    "extra-round": () => "约定的两轮修改已用完，再改可能产生费用，需由项目负责人提出。",
    "currency-mismatch": (d) => `币种不一致：这里用 ${d["currency"] ?? ""}，填写的是 ${d["given"] ?? ""}。`,
    "price-frozen": (d) =>
      `第 ${d["row"] ?? ""} 行的过号价已锁定，不能再改。要按新价合作，请代理商重新提报。`,
    "list-closed": (d) => `第 ${d["number"] ?? ""} 批提报已经结束，结果不再变动。要调整请重新提报。`,
    "unknown-list": () => "没有找到提报名单。先提报：/提报",
    "unknown-rows": (d) =>
      `没看懂“${d["text"] ?? ""}”是哪几行。请填序号，例如 1-5, 8；每行一位时请以博主昵称开头。`,
    "nothing-to-submit": (d) =>
      d["names"]
        ? `还没有报价，提报不了：${d["names"]}。先登记报价：/询价 昵称 进度=询价 报价=3000`
        : "没有可提报的博主：入选名单是空的，或都已提报且价格没变。",
    "own-list": () => "这批是您提报的，需由品牌方其他人过号。",
    "brand-only": () => "预算、价格上限和过号由品牌方决定。",
    "agency-only": () =>
      "毛利和返点由代理商填写。请管理员先发送 /成员 添加 邮箱 角色=… 代理商=…，登记您所在的代理商。",
    "past-date": (d) => `${d["date"] ?? "这个日期"} 已经过去，请选之后的日期。`,
    "unknown-command": (d) =>
      `没看懂“${d["text"] ?? ""}”。${d["near"] ? `是不是 ${slashed(d["near"], "、")}？` : ""}发送 /帮助 看看我能做什么。`,
    "stale-event": (d) =>
      `${d["text"] ? `“${d["text"]}”` : "您的消息"}到得太晚，我没有处理。如仍需要，请再发一次。`,
    "platform-refused": () => "对方平台拒绝了这次操作，请再试一次；仍不行请告知管理员。",
    "platform-unreachable": () => "对方平台暂时没有响应，我会继续重试。",
    "rate-limited": () => "操作太频繁，平台暂时限制了发送，请过一分钟再试。",
    internal: () => "我这边出错了。",
  },
  refusalTitle: "这次没有成功",
  openForm: {
    title: "还差几项",
    text: (fields) => `还需要：${fields}。`,
    changed: "只填有变化的数据就行。",
    button: "填写",
  },
  error: {
    title: "我这边出错了",
    text: (errorId) => `没有任何改动，请再试一次；仍不行请把这个编号发给管理员：${errorId}`,
  },
  help: {
    title: "我能做什么",
    intro: "直接发送命令，或在群里 @我 加命令。发送 /帮助 加命令名可查看参数。",
    usage: "示例",
    inputs: "参数（没标必填的都可不填）",
    required: "必填",
    aliases: "也可写作",
  },
};

/** 命令名按输入的写法 */
function slashed(names: string | number, between: string): string {
  return String(names)
    .split(", ")
    .map((name) => `/${name}`)
    .join(between);
}

/** The bot's commands as the composers suggest them. */

export interface Command {
  en: string;
  zh: string;
  about: { en: string; zh: string };
}

const COMMANDS: readonly Command[] = [
  { en: "/vet", zh: "/看号", about: { en: "Score a creator", zh: "评估博主账号" } },
  { en: "/brief", zh: "/brief", about: { en: "Write a bilingual brief", zh: "生成双语 brief" } },
  { en: "/draft", zh: "/审稿", about: { en: "Submit a draft for review", zh: "提交稿件审稿" } },
  { en: "/wave", zh: "/排期", about: { en: "Plan a posting slot", zh: "安排发布档期" } },
  { en: "/pay", zh: "/结算", about: { en: "Plan or record payments", zh: "付款节点与结算" } },
  { en: "/digest", zh: "/日报", about: { en: "Today on one screen", zh: "一屏看今天" } },
  { en: "/shortlist", zh: "/名单", about: { en: "Compare the shortlist", zh: "查看入选名单" } },
  { en: "/creator", zh: "/博主", about: { en: "One creator's state", zh: "查看博主进度" } },
  { en: "/campaign", zh: "/项目", about: { en: "The campaign's settings", zh: "项目设置" } },
  { en: "/report", zh: "/结案", about: { en: "Results report", zh: "结案报告" } },
  { en: "/help", zh: "/帮助", about: { en: "What Seedbed can do", zh: "看看能做什么" } },
];

/** The commands that go on from what was typed; none once an input follows. */
export function suggest(text: string, chinese: boolean): Command[] {
  const typed = text.replace("／", "/").toLowerCase();
  if (!/^\/\S*$/.test(typed)) return [];
  return COMMANDS.filter((command) =>
    (chinese ? [command.zh, command.en] : [command.en]).some((name) => name.startsWith(typed)),
  );
}

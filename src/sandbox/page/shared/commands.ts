/** The bot's commands as the composers suggest them. */

export interface Command {
  en: string;
  zh: string;
  /** what may follow */
  inputs: { en: string; zh: string };
  about: { en: string; zh: string };
}

const command = (
  names: readonly [en: string, zh: string],
  inputs: readonly [en: string, zh: string],
  about: readonly [en: string, zh: string],
): Command => ({
  en: names[0],
  zh: names[1],
  inputs: { en: inputs[0], zh: inputs[1] },
  about: { en: about[0], zh: about[1] },
});

const COMMANDS: readonly Command[] = [
  command(
    ["/vet", "/看号"],
    ["creator followers=82k likes=1900 …", "博主 粉丝=8.2万 点赞=1900 …"],
    ["Score a creator: verdict, risks, fair price", "给博主打分：结论、风险、合理价格"],
  ),
  command(["/import", "/导入"], ["", ""], ["How to vet a whole list", "如何批量看号"]),
  command(["/shortlist", "/名单"], ["", ""], ["The campaign's shortlist", "查看入选名单"]),
  command(
    ["/draft", "/审稿"],
    ["creator text=…", "博主 正文=…"],
    ["Submit a draft for review", "提交稿件审稿"],
  ),
  command(["/brief", "/写brief"], ["creator", "博主"], ["Make a bilingual brief", "生成双语 brief"]),
  command(
    ["/wave", "/排期"],
    ["creator 2026-12-08 20:00", "博主 12月8日 20:00"],
    ["The schedule, or set a posting slot", "查看排期，或安排发布档期"],
  ),
  command(
    ["/pay", "/结算"],
    ["creator 3000 split=50/50", "博主 3000 比例=50/50"],
    ["Payment plans and what is owed", "付款节点与结算"],
  ),
  command(["/digest", "/日报"], ["", ""], ["What waits, posts and is owed today", "一屏看今天"]),
  command(["/campaign", "/项目"], ["name", "名称"], ["Start a campaign, or show one", "新建或查看项目"]),
  command(["/people", "/成员"], ["", ""], ["The members", "查看成员"]),
  command(["/settings", "/设置"], ["", ""], ["Your language and time zone", "语言和时区"]),
  command(["/link", "/绑定"], ["", ""], ["Link your other account", "绑定另一个平台的账号"]),
  command(["/help", "/帮助"], ["", ""], ["What Seedbed can do for you", "看看能做什么"]),
];

/** The commands that go on from what was typed; none once an input follows. */
export function suggest(text: string, chinese: boolean): Command[] {
  const typed = text.replace("／", "/").toLowerCase();
  if (!/^\/\S*$/.test(typed)) return [];
  return COMMANDS.filter((command) =>
    (chinese ? [command.zh, command.en] : [command.en]).some((name) => name.startsWith(typed)),
  );
}

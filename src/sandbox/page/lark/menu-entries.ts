/** The bot's menu as it is set up in the local Lark's console: an entry's event key is what the bot is told. */

interface MenuEntry {
  eventKey: string;
  label: { en: string; zh: string };
}

/** One group a top entry of the menu. */
export const MENU: readonly { label: { en: string; zh: string }; entries: readonly MenuEntry[] }[] = [
  {
    label: { en: "My work", zh: "待办" },
    entries: [
      { eventKey: "/待办", label: { en: "What waits on me", zh: "等我处理" } },
      { eventKey: "/日报", label: { en: "Digest", zh: "日报" } },
      { eventKey: "/排期", label: { en: "Schedule", zh: "排期" } },
    ],
  },
  {
    label: { en: "New", zh: "新建" },
    entries: [
      { eventKey: "/看号", label: { en: "Vet a creator", zh: "看号" } },
      { eventKey: "/审稿", label: { en: "Submit a draft", zh: "提交稿件" } },
      { eventKey: "/写brief", label: { en: "Make a brief", zh: "写 brief" } },
      { eventKey: "/名单", label: { en: "Shortlist", zh: "入选名单" } },
    ],
  },
  {
    label: { en: "More", zh: "更多" },
    entries: [
      { eventKey: "/修改设置", label: { en: "Language and zone", zh: "语言和时区" } },
      { eventKey: "/帮助", label: { en: "Help", zh: "帮助" } },
    ],
  },
];

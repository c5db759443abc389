/** The bot's menu in Lark: an entry's event key is the command that typing it would start. */

export interface MenuEntry {
  /** up to 30 characters; begins with `/` like a typed command */
  eventKey: string;
  label: { "zh-CN": string; en: string };
}

/** Lark shows up to three entries beside the composer, with up to five below each. */
export const BOT_MENU: readonly { label: MenuEntry["label"]; entries: readonly MenuEntry[] }[] = [
  {
    label: { "zh-CN": "待办", en: "My work" },
    entries: [
      { eventKey: "/待办", label: { "zh-CN": "等我处理", en: "What waits on me" } },
      { eventKey: "/日报", label: { "zh-CN": "日报", en: "Digest" } },
      { eventKey: "/排期", label: { "zh-CN": "排期", en: "Schedule" } },
    ],
  },
  {
    label: { "zh-CN": "新建", en: "New" },
    entries: [
      { eventKey: "/看号", label: { "zh-CN": "看号", en: "Vet a creator" } },
      { eventKey: "/审稿", label: { "zh-CN": "提交稿件", en: "Submit a draft" } },
      { eventKey: "/写brief", label: { "zh-CN": "写 brief", en: "Make a brief" } },
      { eventKey: "/名单", label: { "zh-CN": "入选名单", en: "Shortlist" } },
    ],
  },
  {
    label: { "zh-CN": "更多", en: "More" },
    entries: [
      { eventKey: "/修改设置", label: { "zh-CN": "语言和时区", en: "Language and zone" } },
      { eventKey: "/帮助", label: { "zh-CN": "帮助", en: "Help" } },
    ],
  },
];

/** The app's shortcuts as its menus list them; a callback id is the name of the command it starts. */

export interface Shortcut {
  callbackId: string;
  label: { en: string; zh: string };
}

export const GLOBAL_SHORTCUTS: readonly Shortcut[] = [
  { callbackId: "vet", label: { en: "Vet a creator", zh: "看号" } },
  { callbackId: "draft", label: { en: "Submit a draft", zh: "提交稿件" } },
  { callbackId: "brief", label: { en: "Make a brief", zh: "写 brief" } },
  { callbackId: "home", label: { en: "What waits on you", zh: "等您处理" } },
];

export const MESSAGE_SHORTCUTS: readonly Shortcut[] = [
  { callbackId: "draft", label: { en: "Submit as a draft", zh: "作为稿件提交" } },
  { callbackId: "import", label: { en: "Vet this list", zh: "给名单看号" } },
  { callbackId: "vet comments", label: { en: "Check these comments", zh: "检查这些评论" } },
];

/** Slack's shortcuts: which command each one starts, and what of a message it takes along. */

export interface Shortcut {
  /** the name of the command, and Slack's `callback_id` */
  command: string;
  /** "global" stands in the menu of the composer and the search, "message" in the menu of a message */
  type: "global" | "message";
  /** Slack's configuration has one language: English, as in its own menus */
  name: string;
  description: string;
  /** the input that a message's text or its file becomes */
  takes?: "text" | "file";
}

export const SHORTCUTS: readonly Shortcut[] = [
  { command: "vet", type: "global", name: "Vet a creator", description: "Score a creator from numbers" },
  { command: "draft", type: "global", name: "Submit a draft", description: "Send a draft to review" },
  { command: "brief", type: "global", name: "Make a brief", description: "Make a bilingual brief" },
  { command: "home", type: "global", name: "What waits on you", description: "Your open work, privately" },
  {
    command: "draft",
    type: "message",
    name: "Submit as a draft",
    description: "Send this message's text to review",
    takes: "text",
  },
  {
    command: "import",
    type: "message",
    name: "Vet this list",
    description: "Vet every creator of this message's file",
    takes: "file",
  },
  {
    command: "vet comments",
    type: "message",
    name: "Check these comments",
    description: "Judge the comments in this message's file",
    takes: "file",
  },
];

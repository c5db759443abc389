/** The files that tell Slack and Lark what the app is, as text; the working folder is the repository. */
import { stringify } from "yaml";
import { commands } from "../commands/index.ts";
import { BOT_MENU } from "../src/chat/bot-menu.ts";
import type { Messages } from "../src/chat/messages.ts";
import type { Language } from "../src/chat/people.ts";
import { createRegistry } from "../src/chat/registry.ts";
import type { Manifest } from "../src/slack/manifest.ts";

export const SLACK_APP_FILE = "docs/slack-app.yaml";
export const LARK_MENU_FILE = "docs/lark-menu.md";

export function slackAppText(manifest: Manifest): string {
  const head = '# Paste this at https://api.slack.com/apps under "Create New App", "From a manifest".';
  return `${head}\n# Made by npm run manifest: change the commands, not this file.\n${stringify(manifest, { lineWidth: 0 })}`;
}

/** The menu as a person types it into Lark's console. */
export function menuText(locales: Readonly<Record<Language, Messages>>): string {
  const registry = createRegistry(commands);
  const rows = BOT_MENU.flatMap(({ label: top, entries }) =>
    entries.map(({ eventKey, label }) => {
      const summary = registry.byName(eventKey.slice(1))?.summary(locales["zh-CN"]) ?? "";
      return `| ${top["zh-CN"]} / ${top.en} | ${label["zh-CN"]} / ${label.en} | \`${eventKey}\` | ${summary} |`;
    }),
  );
  return [
    "# The bot's menu in Lark",
    "",
    "In the developer console, under “Bot”, “Custom menu”, add these entries. Each one sends an event (推送事件) with the",
    "event key of its row: a key is the command that typing it would start. Made by `npm run manifest` from the program.",
    "",
    "| Menu | Entry | Event key | What it does |",
    "|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

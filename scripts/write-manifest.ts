/** Writes the Slack app, the Lark menu and the page about the score into docs; with `--url https://…` it prints the Slack app for HTTP instead. */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { commands } from "../commands/index.ts";
import { SHORTCUTS } from "../src/chat/shortcuts.ts";
import { checkManifest } from "../src/slack/check-manifest.ts";
import { createManifest } from "../src/slack/manifest.ts";
import { locales } from "../templates/locales/index.ts";
import { LARK_MENU_FILE, menuText, SLACK_APP_FILE, slackAppText } from "./app-files.ts";
import { SCORE_PAGE_FILE, scorePageText } from "./score-page.ts";

const { url } = parseArgs({ options: { url: { type: "string" } } }).values;
if (url !== undefined && !(URL.canParse(url) && new URL(url).protocol === "https:")) {
  process.stderr.write("--url takes the address of the bot, such as https://bot.example.com\n");
  process.exit(1);
}
const manifest = createManifest({ commands, shortcuts: SHORTCUTS, words: locales.en, url });
const problems = checkManifest(manifest);
if (problems.length > 0) {
  process.stderr.write(`Slack would refuse this app:\n${problems.join("\n")}\n`);
  process.exit(1);
}
if (url === undefined) {
  writeFileSync(SLACK_APP_FILE, slackAppText(manifest));
  writeFileSync(LARK_MENU_FILE, menuText(locales));
  writeFileSync(SCORE_PAGE_FILE, scorePageText(locales));
  process.stdout.write(`Written: ${SLACK_APP_FILE}, ${LARK_MENU_FILE}, ${SCORE_PAGE_FILE}\n`);
} else {
  process.stdout.write(slackAppText(manifest));
}

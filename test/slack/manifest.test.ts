/** The Slack app and the Lark menu in docs are what the program makes, and no more than the program uses. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { LARK_MENU_FILE, menuText, SLACK_APP_FILE, slackAppText } from "../../scripts/app-files.ts";
import { BOT_MENU } from "../../src/chat/bot-menu.ts";
import { createRegistry } from "../../src/chat/registry.ts";
import { SHORTCUTS } from "../../src/chat/shortcuts.ts";
import { MENU } from "../../src/sandbox/page/lark/menu-entries.ts";
import { GLOBAL_SHORTCUTS, MESSAGE_SHORTCUTS } from "../../src/sandbox/page/slack/shortcuts.ts";
import { checkManifest } from "../../src/slack/check-manifest.ts";
import { createManifest } from "../../src/slack/manifest.ts";
import { EVENTS, SCOPES } from "../../src/slack/scopes.ts";
import { locales } from "../../templates/locales/index.ts";

const ROOT = new URL("../../", import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, ROOT), "utf8");
const parts = { commands, shortcuts: SHORTCUTS, words: locales.en };
const manifest = createManifest(parts);
const registry = createRegistry(commands);

test("the files in docs are what npm run manifest writes", () => {
  expect(read(SLACK_APP_FILE)).toBe(slackAppText(manifest));
  expect(read(LARK_MENU_FILE)).toBe(menuText(locales));
});

test("Slack would take the app, for Socket Mode and for HTTP", () => {
  expect(checkManifest(manifest)).toEqual([]);
  const http = createManifest({ ...parts, url: "https://bot.example.com" });
  expect(checkManifest(http)).toEqual([]);
  const address = "https://bot.example.com/slack/events";
  expect(new Set(http.features.slash_commands.map(({ url }) => url))).toEqual(new Set([address]));
  expect(http.settings.event_subscriptions.request_url).toBe(address);
  expect(http.settings.interactivity.request_url).toBe(address);
  expect(http.settings.socket_mode_enabled).toBe(false);
  expect(JSON.stringify(manifest)).not.toContain("url");
});

test("what Slack would refuse is named", () => {
  const [vet] = manifest.features.slash_commands;
  const [shortcut] = manifest.features.shortcuts;
  if (vet === undefined || shortcut === undefined) throw new Error("The app has no commands.");
  const broken = createManifest({ ...parts, url: "http://bot.example.com" });
  broken.features.slash_commands.push({ ...vet, command: "/pay paid" }, { ...vet, description: "看号" });
  broken.features.shortcuts = Array.from({ length: 6 }, (_, index) => ({
    ...shortcut,
    name: "A name that is longer than twenty-four",
    callback_id: `id-${index}`,
  }));
  const problems = checkManifest(broken).join("\n");
  for (const part of [
    "request_url",
    ".command:",
    ".description: is not English",
    ".name:",
    "more than 5 global",
  ])
    expect(problems).toContain(part);
  expect(problems).toContain("/vet stands twice");
});

test("every one-word command that people type is a slash command, and no subcommand is", () => {
  const typed = commands.filter(({ example }) => example !== undefined).map(({ name }) => name);
  const words = [...new Set(typed.map((name) => name.split(" ")[0] ?? name))];
  expect(manifest.features.slash_commands.map(({ command }) => command).toSorted()).toEqual(
    words.map((word) => `/${word}`).toSorted(),
  );
});

test("every shortcut and every entry of the menu starts a command, with a key that Lark takes", () => {
  for (const { command } of SHORTCUTS) expect(registry.byName(command)?.name).toBe(command);
  const entries = BOT_MENU.flatMap((top) => top.entries);
  for (const { eventKey } of entries) {
    expect(eventKey.length).toBeLessThanOrEqual(30);
    expect(registry.byName(eventKey.slice(1)), eventKey).toBeDefined();
  }
  expect(BOT_MENU.length).toBeLessThanOrEqual(3);
  for (const { entries: below } of BOT_MENU) expect(below.length).toBeLessThanOrEqual(5);
});

test("the sandbox's own lists show what the app declares", () => {
  const declared = (type: "global" | "message") =>
    SHORTCUTS.filter((one) => one.type === type).map(({ command, name }) => [command, name]);
  const listed = (all: typeof GLOBAL_SHORTCUTS) => all.map(({ callbackId, label }) => [callbackId, label.en]);
  expect(listed(GLOBAL_SHORTCUTS)).toEqual(declared("global"));
  expect(listed(MESSAGE_SHORTCUTS)).toEqual(declared("message"));
  const menu = BOT_MENU.map(({ label, entries }) => ({
    label: { en: label.en, zh: label["zh-CN"] },
    entries: entries.map((entry) => ({
      eventKey: entry.eventKey,
      label: { en: entry.label.en, zh: entry.label["zh-CN"] },
    })),
  }));
  expect(MENU).toEqual(menu);
});

/** Which scopes each call of the Web API wants, as Slack documents it; for the kinds of channels the bot is in. */
const CALLS: Readonly<Record<string, readonly string[]>> = {
  "auth.test": [],
  // anybody in the channel may have the address of a message
  "chat.getPermalink": [],
  "chat.postEphemeral": ["chat:write"],
  "chat.postMessage": ["chat:write"],
  "chat.update": ["chat:write"],
  "conversations.history": ["channels:history", "groups:history", "im:history"],
  "conversations.open": ["im:write"],
  "conversations.replies": ["channels:history", "groups:history", "im:history"],
  "files.completeUploadExternal": ["files:write"],
  "files.getUploadURLExternal": ["files:write"],
  "files.info": ["files:read"],
  "users.conversations": ["channels:read", "groups:read"],
  "users.info": ["users:read", "users:read.email"],
  "users.lookupByEmail": ["users:read.email"],
  "views.open": [],
  "views.publish": [],
};

test("the scopes are those of the calls that the code makes and of the events it hears, no more and no fewer", () => {
  const sources = readdirSync(new URL("src/slack/", ROOT)).map((file) => read(`src/slack/${file}`));
  const made = sources.flatMap((source) => [
    ...[...source.matchAll(/client\.(?:auth|chat|conversations|files|users|views)\.\w+(?=\()/gu)].map(
      ([call]) => call.replace("client.", ""),
    ),
    // taken off the client by name before it is called
    ...[...source.matchAll(/const \{ (\w+) \} = [\w.]*client\.(\w+);/gu)].map(
      ([, method, family]) => `${family}.${method}`,
    ),
  ]);
  expect([...new Set(made)].toSorted()).toEqual(Object.keys(CALLS).toSorted());
  const wanted = new Set(["commands", ...Object.values(CALLS).flat(), ...Object.values(EVENTS).flat()]);
  expect(manifest.oauth_config.scopes.bot).toEqual([...wanted].toSorted());
});

test("the README gives the reason of every scope, in the words of the program", () => {
  const readme = read("README.md");
  const section = readme.slice(
    readme.indexOf("## Connect a real Slack"),
    readme.indexOf("## Connect a real Lark"),
  );
  const rows = section.split("\n").filter((line) => line.startsWith("| `"));
  expect(rows).toEqual(
    SCOPES.map(({ scopes, reason }) => `| ${scopes.map((one) => `\`${one}\``).join(", ")} | ${reason} |`),
  );
  for (const event of Object.keys(EVENTS)) expect(section).toContain(`\`${event}\``);
});

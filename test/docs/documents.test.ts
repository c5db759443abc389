/** What the documents promise is what the program has: commands, settings, files. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { commands } from "../../commands/index.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");
const firstMatches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? "");

const readme = read("README.md");
const documents = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "docs/rules.md",
  "docs/sandbox.md",
  ...readdirSync(join(ROOT, "docs/adr")).map((name) => `docs/adr/${name}`),
];
/** A command without an example is called by buttons only. */
const typed = commands.filter(({ example }) => example !== undefined);

test("the README lists every command that people type, with its Chinese name", () => {
  const rows = firstMatches(readme, /^\| `\/([^`]+)` \|/gmu);
  expect(rows.toSorted()).toEqual(typed.map(({ name }) => name).toSorted());
  for (const { name, aliases } of typed) {
    const row = readme.split("\n").find((line) => line.startsWith(`| \`/${name}\` |`)) ?? "";
    const chinese = aliases.find((alias) => /\p{Script=Han}/u.test(alias)) ?? name;
    expect(row).toContain(`\`/${chinese}\``);
  }
});

test("the Slack app has every first word of a command", () => {
  const slash = firstMatches(read("docs/slack-app.yaml"), /^ {4}- command: \/(\S+)$/gmu);
  const words = new Set(typed.map(({ name }) => name.split(" ")[0] ?? name));
  expect(slash.toSorted()).toEqual([...words].toSorted());
});

test("the README explains every setting of the example file, and no other", () => {
  const settings = new Set(firstMatches(read(".env.example"), /^#? ?([A-Z][A-Z_]+)=/gmu));
  const table = readme.slice(readme.indexOf("## Settings"), readme.indexOf("## Where the data is"));
  const explained = new Set(firstMatches(table, /`([A-Z][A-Z]*_?[A-Z_]+)`/gu));
  expect([...explained].toSorted()).toEqual([...settings].toSorted());
});

test.each(documents)("%s points only to files that are there", (document) => {
  const targets = firstMatches(read(document), /(?<!!)\[[^\]]*\]\((?!https?:|#)([^)#]+)[^)]*\)/gu);
  const missing = targets.filter((target) => !existsSync(join(ROOT, dirname(document), target)));
  expect(missing).toEqual([]);
});

test.each(documents)("%s names only paths of this repository that are there", (document) => {
  const paths = firstMatches(read(document), /`((?:src|test|templates|commands|jobs|docs)\/[\w./-]+)`/gu);
  const missing = paths.filter((path) => !existsSync(join(ROOT, path)));
  expect(missing).toEqual([]);
});

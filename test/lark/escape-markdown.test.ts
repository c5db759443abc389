/** What people write shows as they wrote it: numbers stay numbers, and no line becomes a list, a heading or a rule. */
import { expect, test } from "vitest";
import { escapeMarkdown } from "../../src/lark/escape-markdown.ts";

test.each([
  "63.2",
  "63.2 of 100",
  "8.2万",
  "3.7%",
  "-5%",
  "+12%",
  "1.5 万 3.7",
  "2026-11-20",
  "¥1,500.50",
  "-敏感肌",
])("%s is left as it is", (text) => {
  expect(escapeMarkdown(text)).toBe(text);
  expect(escapeMarkdown(`first\n${text}`)).toBe(`first\n${text}`);
});

test.each([
  ["1. one", "1&#46; one"],
  ["12) twelve", "12&#41; twelve"],
  ["2.", "2&#46;"],
  ["  3. three", "  3&#46; three"],
  ["- one", "&#45; one"],
  [" + one", " &#43; one"],
  ["---", "&#45;--"],
  ["===", "&#61;=="],
  ["# title", "&#35; title"],
  ["  ## title", "  &#35;# title"],
])("%s does not become a list, a heading or a rule", (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
  expect(escapeMarkdown(`first\n${text}`)).toBe(`first\n${escaped}`);
});

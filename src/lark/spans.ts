/** Runs of text as Lark markdown. */
import type { PersonRef, Span } from "../chat/card.ts";
import { escapeMarkdown, linkTarget, withoutControls } from "./escape-markdown.ts";
import { LIMITS } from "./limits.ts";

/** @returns markdown; empty spans give an empty string */
export function spansToMarkdown(spans: readonly Span[]): string {
  return joinPieces(spans.map((span) => ({ styled: span.kind === "bold", markdown: spanToMarkdown(span) })));
}

/** The same in one grey tone, for notes. */
export function quietMarkdown(spans: readonly Span[]): string {
  return spansToMarkdown(spans.map((span) => (span.kind === "text" ? { ...span, kind: "quiet" } : span)));
}

/** A person's name with a mention where Lark knows them. */
function personToMarkdown(person: PersonRef): string {
  return isOpenId(person.lark) ? `<at id=${person.lark}></at>` : boldMarkdown(person.name);
}

export function isOpenId(id: string | undefined): id is string {
  return id !== undefined && LIMITS.openId.test(id);
}

/** Bold that survives lines of its own, spaces at its ends and styles inside. */
export function boldMarkdown(text: string): string {
  return eachLine(text, (line) => `**${line}**`);
}

export function greyMarkdown(text: string): string {
  return colouredMarkdown(text, "grey");
}

export function colouredMarkdown(text: string, colour: "grey" | "blue" | "green" | "red"): string {
  return eachLine(text, (line) => `<font color='${colour}'>${line}</font>`);
}

/** How many signs people see. */
export function plainLength(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + textOf(span).length, 0);
}

/** The text of a span without its style. */
export function textOf(span: Span): string {
  return span.kind === "mention" ? span.person.name : span.text;
}

function spanToMarkdown(span: Span): string {
  switch (span.kind) {
    case "text":
    case "time":
    case "money":
      return escapeMarkdown(span.text);
    case "bold":
      return boldMarkdown(span.text);
    case "quiet":
      return greyMarkdown(span.text);
    case "mention":
      return personToMarkdown(span.person);
    case "link":
      return linkMarkdown(span.text, span.url);
  }
}

function linkMarkdown(label: string, url: string): string {
  const target = linkTarget(url);
  const shown = escapeMarkdown(label.trim().replaceAll("\n", " "));
  if (target === undefined) return shown === "" ? escapeMarkdown(url) : `${shown} ${escapeMarkdown(url)}`;
  return `[${shown === "" ? escapeMarkdown(url) : shown}](${target})`;
}

function eachLine(text: string, style: (line: string) => string): string {
  return withoutControls(text)
    .split("\n")
    .map((line) => {
      const inner = line.trim();
      if (inner === "") return "";
      // one space at each end is enough, four in front would open a block of code
      return `${/^\s/u.test(line) ? " " : ""}${style(escapeMarkdown(inner))}${/\s$/u.test(line) ? " " : ""}`;
    })
    .join("\n");
}

/** Markdown closes `**` only beside a space when a sign touches it, which Chinese text and escapes often do. */
function joinPieces(pieces: readonly { styled: boolean; markdown: string }[]): string {
  let joined = "";
  let previousStyled = false;
  for (const { styled, markdown } of pieces) {
    if (markdown === "") continue;
    const touches = joined !== "" && !/\s$/u.test(joined) && !/^\s/u.test(markdown);
    joined += touches && (styled || previousStyled) ? ` ${markdown}` : markdown;
    previousStyled = styled;
  }
  return joined;
}

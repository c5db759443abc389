/** Spans as Slack text objects, escaped, and cut into several only between letters, never inside a link or a mention. */
import type { types } from "@slack/bolt";
import type { PersonRef, Span } from "../chat/card.ts";
import { LIMITS } from "./limits.ts";
import { mrkdwn, plainText } from "./payload.ts";

/** Something to write: `raw` may be cut anywhere and `wrap` escapes and decorates each part; `fixed` stays whole. */
type Piece = { kind: "raw"; raw: string; wrap(part: string): string } | { kind: "fixed"; text: string };

/** Makes bold work beside letters: Slack wants a gap there, and this one has no width. */
const GAP = "\u200B";

/** Signs that Slack would read as formatting: a pair's opening beside a word, or a quote at the start of a line. */
const FORMATTING = /(?:^|[^\p{L}\p{N}])[*_~`]\S|^\s*>/mu;

/** `&`, `<` and `>` as Slack's mrkdwn wants them, so that no text can become a mention, a channel or a link. */
export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/**
 * The spans as text objects of at most `limit` characters each; none when there is nothing to read.
 * Text that Slack would misread as formatting goes out as plain text, unless a link or a mention needs mrkdwn.
 */
export function writeSpans(spans: readonly Span[], limit: number): types.TextObject[] {
  if (!needsMarkup(spans) && spans.some((span) => FORMATTING.test(labelOf(span)))) {
    return writePieces([{ kind: "raw", raw: readSpans(spans), wrap: (part) => part }], limit).map(plainText);
  }
  return writePieces(spans.map(pieceOf), limit).map((piece) => mrkdwn(withoutIdleGaps(piece)));
}

/** The spans as a person would read them aloud, without any markup. */
function readSpans(spans: readonly Span[]): string {
  return spans.map(labelOf).join("");
}

function needsMarkup(spans: readonly Span[]): boolean {
  return spans.some(
    (span) => span.kind === "link" || (span.kind === "mention" && slackId(span.person) !== undefined),
  );
}

function labelOf(span: Span): string {
  return span.kind === "mention" ? span.person.name : span.text;
}

/** The person's id, when it is one that Slack would mention. */
export function slackId(person: PersonRef): string | undefined {
  return person.slack !== undefined && /^[UW][A-Z0-9]{2,30}$/.test(person.slack) ? person.slack : undefined;
}

function pieceOf(span: Span): Piece {
  switch (span.kind) {
    case "text":
    case "quiet":
    case "time":
    case "money":
      return { kind: "raw", raw: span.text, wrap: escapeText };
    case "bold":
      return { kind: "raw", raw: span.text, wrap: boldText };
    case "mention": {
      const id = slackId(span.person);
      if (id !== undefined) return { kind: "fixed", text: `<@${id}>` };
      return { kind: "raw", raw: span.person.name, wrap: boldText };
    }
    case "link":
      return linkPiece(span.text, span.url);
    default:
      return span satisfies never;
  }
}

/** Bold ends at a line's end and cannot hold an asterisk. */
function boldText(text: string): string {
  if (text.includes("*")) return escapeText(text);
  return text.replaceAll(/[^\n]+/g, (line) => {
    const inner = line.trim();
    return inner === "" ? line : line.replace(inner, () => `${GAP}*${escapeText(inner)}*${GAP}`);
  });
}

/** Only between a bold word and a letter does the gap do anything. */
function withoutIdleGaps(text: string): string {
  return text.replaceAll(/(?<=^|\s)\u200B(?=\*)|(?<=\*)\u200B(?=\s|$)/g, "");
}

function linkPiece(label: string, url: string): Piece {
  const href = encodeForLink(url);
  const text = escapeText(label.replaceAll(/[|\n]/g, " ").trim());
  const link = text === "" ? `<${href}>` : `<${href}|${text}>`;
  if (/^(?:https?|mailto):/i.test(url) && link.length <= LIMITS.contextText)
    return { kind: "fixed", text: link };
  return { kind: "raw", raw: label === "" ? url : `${label} (${url})`, wrap: escapeText };
}

function encodeForLink(url: string): string {
  return escapeText(url.trim().replaceAll(/[<>|\s]/gu, (sign) => encodeURIComponent(sign)));
}

function writePieces(pieces: readonly Piece[], limit: number): string[] {
  const done: string[] = [];
  let open = "";
  const close = (): void => {
    if (!isBlank(open)) done.push(open);
    open = "";
  };
  for (const piece of pieces) {
    if (piece.kind === "fixed") {
      if (open.length + piece.text.length > limit) close();
      open += piece.text;
      continue;
    }
    let rest = piece.raw;
    while (rest !== "") {
      const part = longestFit(rest, (candidate) => open.length + piece.wrap(candidate).length <= limit);
      if (part === "") {
        // an empty text object always has room for one letter, so this cannot go on for ever
        close();
        continue;
      }
      open += piece.wrap(part);
      rest = rest.slice(part.length);
      if (rest !== "") close();
    }
  }
  close();
  return done;
}

/** The longest beginning of `text` that fits, ended at a space or line end where one is near. */
function longestFit(text: string, fits: (part: string) => boolean): string {
  if (fits(text)) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(text.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  const part = text.slice(0, low).replace(/[\uD800-\uDBFF]$/, "");
  const space = Math.max(part.lastIndexOf(" "), part.lastIndexOf("\n"));
  return space > part.length / 2 ? part.slice(0, space + 1) : part;
}

/** Slack counts a text of spaces and of signs without width as empty. */
export function isBlank(text: string): boolean {
  return text.replaceAll(/[\s\u200B-\u200D\u2060\uFEFF\u3000]/gu, "") === "";
}

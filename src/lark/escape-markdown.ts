/** Turns text from people into Lark markdown that shows exactly that text: no tag, mention or style can be smuggled in. */

/** Signs that begin or end a style, a tag, a link or an entity anywhere in a line. */
const ANYWHERE = /[&<>*_~`[\]\\|$]/gu;
/** Signs that make a heading, a list or a rule at the beginning of a line; before a number they are its sign: `-5%`. */
const LINE_START = /^( {0,3})([#=]|[+-](?![\p{L}\p{N}]))/u;
/** `1. one` would become a list; `63.2` would not. */
const NUMBERED = /^( {0,3}\d{1,9})([.)])(?=\s|$)/u;
/** `:OK:` would become an emoji. */
const EMOJI = /:(?=[A-Za-z_0-9]+:)/gu;
/** Control characters, and the marks that turn the reading direction of what follows. */
const INVISIBLE = /(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu;

const entity = (sign: string): string => `&#${sign.codePointAt(0) ?? 32};`;
const escapeSecond = (_: string, before: string, sign: string): string => `${before}${entity(sign)}`;

/** @param text anything a person typed; line breaks stay */
export function escapeMarkdown(text: string): string {
  return withoutControls(text).split("\n").map(escapeLine).join("\n");
}

/** Text for places without markdown: it shows as it is, only `<at` loses its bracket so that it can never mention anybody. */
export function plainly(text: string): string {
  return withoutControls(text).replace(/<(?=\s*\/?\s*at\b)/giu, "＜");
}

export function withoutControls(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(INVISIBLE, "");
}

function escapeLine(line: string): string {
  // four spaces or a tab would open a block of code
  const indent = /^(?: {4,}|[ \t]*\t[ \t]*)/u.exec(line)?.[0] ?? "";
  const rest = line
    .slice(indent.length)
    .replace(ANYWHERE, entity)
    .replace(EMOJI, entity)
    .replace(LINE_START, escapeSecond)
    .replace(NUMBERED, escapeSecond);
  return "&nbsp;".repeat(indent.length) + rest;
}

/** A link's address as markdown takes it, or undefined when it is none that Lark opens (http and https only). */
export function linkTarget(url: string): string | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !/^https?:$/u.test(parsed.protocol)) return undefined;
  return parsed.href
    .replaceAll("(", "%28")
    .replaceAll(")", "%29")
    .replaceAll("'", "%27")
    .replaceAll("|", "%7C");
}

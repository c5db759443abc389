/** From a line of text to words and named values, forgiving the full-width signs a Chinese keyboard makes. */

export interface ParsedLine {
  /** the words before and between the named values, in order */
  words: string[];
  /** `name=value` pairs; names are lower-case */
  named: Record<string, string>;
}

const SEPARATORS = ",;，；、";
/** A name and its sign, just where it is looked for. */
const NAME = /([\p{L}_][\p{L}\p{N}_-]*)\s?[=＝]/uy;
const SPACE = /[\s\u3000]/u;
const QUOTES: Record<string, string> = { '"': '"', "'": "'", "“": "”", "”": "”", "「": "」", "『": "』" };

/**
 * @param text such as `小鹿护肤 followers=82k text="two words"`; full-width spaces, `＝` and Chinese commas
 *   between pairs are understood. A name is a word directly before `=`; a quoted value may hold anything.
 */
export function parseLine(text: string): ParsedLine {
  const words: string[] = [];
  const named: Record<string, string> = {};
  for (const token of tokensOf(text)) {
    if (token.name === undefined) words.push(token.value);
    else named[token.name.toLowerCase()] = token.value;
  }
  return { words, named };
}

/** A line that starts a command has `/` or its full-width form in front; answers the line without it. */
export function withoutSlash(text: string): { text: string; slash: boolean } {
  const trimmed = text.replace(/^[\s\u3000]+/u, "");
  const slash = /^[/／]/u.test(trimmed);
  return { text: slash ? trimmed.slice(1).trimStart() : trimmed, slash };
}

interface Token {
  name?: string;
  value: string;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (isSpace(text[at] ?? "") || separates(text, at)) {
      at += 1;
      continue;
    }
    const read = readToken(text, at);
    if (read.token !== undefined) tokens.push(read.token);
    at = read.next;
  }
  return tokens;
}

function readToken(text: string, start: number): { token?: Token; next: number } {
  NAME.lastIndex = start;
  const name = NAME.exec(text);
  if (name?.[1] !== undefined) {
    const value = readValue(text, start + name[0].length);
    return { token: { name: name[1], value: value.text }, next: value.next };
  }
  const value = readValue(text, start);
  return value.text === "" ? { next: value.next } : { token: { value: value.text }, next: value.next };
}

function readValue(text: string, start: number): { text: string; next: number } {
  const closing = QUOTES[text[start] ?? ""];
  if (closing !== undefined) {
    const end = text.indexOf(closing, start + 1);
    if (end > start) return { text: text.slice(start + 1, end), next: end + 1 };
  }
  let end = start;
  while (end < text.length && !isSpace(text[end] ?? "") && !separates(text, end)) end += 1;
  return { text: text.slice(start, end), next: Math.max(end, start + 1) };
}

/**
 * A comma or semicolon, full-width or not, ends a word or a value only where a named value or nothing follows:
 * `82,000` is one value, and a sentence keeps its commas.
 */
function separates(text: string, at: number): boolean {
  return (
    SEPARATORS.includes(text[at] ?? " ") &&
    /^[,;，；、]\s*(?:[\p{L}_][\p{L}\p{N}_-]*\s?[=＝]|$)/u.test(text.slice(at))
  );
}

function isSpace(sign: string): boolean {
  return sign === " " || SPACE.test(sign);
}

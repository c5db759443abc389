/** Takes a person's name, ids and links out of whatever texts hold them. */

/** What identifies one person. */
export interface PersonalWords {
  names: readonly string[];
  /** ids of the platform; they also stand inside links */
  ids: readonly string[];
  links: readonly string[];
  /** whole texts that are the person's own, such as drafts */
  texts: readonly string[];
}

export interface Eraser {
  /** The text without the person. */
  text(value: string): string;
  /** The same for every string in JSON data; what is a code and not a text stays, whatever it is called. */
  json(value: unknown): unknown;
}

/** Leads to the platform and to nobody on it. */
export const NEUTRAL_LINK = "https://www.xiaohongshu.com/";

/** What stands where a text was. */
export const ERASED_TEXT = "—";

/** Values under these names choose what the program does: a creator may be called "image" or "draft". */
const CODES: ReadonlySet<string> = new Set([
  ..."kind platform template state command problem code source fact role language id zone currency category".split(
    " ",
  ),
  ..."change what standing tier scheme format decision severity rule rules from confidence chatKind c".split(
    " ",
  ),
]);

const ADDRESS = /https?:\/\/[^\s"<>，。；、）】」]+/gu;

/** Shorter texts are no one's own words. */
const OWN_TEXT_LENGTH = 10;

/** @param placeholder stands in the place of names and ids */
export function createEraser(words: PersonalWords, placeholder: string): Eraser {
  const names = [...words.names, ...words.ids].filter((word) => word.trim() !== "").map(patternOf);
  const own = words.texts.filter((text) => text.length >= OWN_TEXT_LENGTH);
  const links = new Set(words.links);
  const isTheirs = (address: string) =>
    links.has(address) || words.ids.some((id) => patternOf(id).test(address));

  function text(value: string): string {
    const withoutTexts = own.reduce((left, text) => left.replaceAll(text, ERASED_TEXT), value);
    const withoutKnownLinks = words.links.reduce(
      (left, link) => left.replaceAll(link, NEUTRAL_LINK),
      withoutTexts,
    );
    const withoutLinks = withoutKnownLinks.replace(ADDRESS, (address) =>
      isTheirs(address) ? NEUTRAL_LINK : address,
    );
    return names.reduce((left, name) => left.replace(name, placeholder), withoutLinks);
  }

  function json(value: unknown): unknown {
    if (typeof value === "string") return text(value);
    if (Array.isArray(value)) return value.map(json);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        CODES.has(key) && typeof inner === "string" ? inner : json(inner),
      ]),
    );
  }
  return { text, json };
}

const LATIN = /^[\p{Script=Latin}\p{N}_]$/u;

/**
 * However it was typed: upper or lower case, full-width or not, with spaces in between. Latin names are whole words, or
 * "Amy" would be found in "family"; a single sign stands alone.
 */
function patternOf(word: string): RegExp {
  const signs = Array.from(word.normalize("NFKC").replace(/\s+/gu, ""));
  const [first = ""] = signs;
  const last = signs.at(-1) ?? "";
  const edge = (sign: string) => {
    if (signs.length === 1) return String.raw`[\p{L}\p{N}]`;
    return LATIN.test(sign) ? String.raw`[\p{Script=Latin}\p{N}_]` : undefined;
  };
  const [before, after] = [edge(first), edge(last)];
  return new RegExp(
    [
      before === undefined ? "" : `(?<!${before})`,
      signs.map(signPattern).join(String.raw`\s*`),
      after === undefined ? "" : `(?!${after})`,
    ].join(""),
    "giu",
  );
}

/** A sign and its full-width form. */
function signPattern(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  const forms = code > 0x20 && code < 0x7f ? [sign, String.fromCodePoint(code + 0xfee0)] : [sign];
  return `(?:${forms.map((form) => form.replace(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`)).join("|")})`;
}

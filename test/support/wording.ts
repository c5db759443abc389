/** Finds what reads as the other language on a card. */

/** What both languages write in Latin letters. */
const SHARED =
  /\b(?:brief|KOC|KOL|MCN|CPE|Slack|Lark|CSV|XLSX|MB|UTC|PDF|DOCX|URL|CNY|USD|EUR|GBP|HKD|JPY)\b/giu;
/** A typed line, an address, a pair of name and value: the same in both languages. */
const TYPED =
  /\/\p{L}[\p{L}-]*(?: (?:add|show|new|retry|paid|hold|posted|compare))?|https?:\/\/\S+|[\w-]+=\S+/gu;
const SENTENCE_END = /[。！？；;!?\n•·|]/u;

/**
 * @param verbatim names and people's own words
 * @returns sentences of a Chinese text that hold Latin words and not one Chinese sign
 */
export function latinSentences(text: string, verbatim: readonly string[]): string[] {
  return without(text, verbatim)
    .replace(TYPED, " ")
    .replace(SHARED, " ")
    .split(SENTENCE_END)
    .filter((sentence) => /[A-Za-z]{3,}/u.test(sentence) && !/\p{Script=Han}/u.test(sentence))
    .map((sentence) => sentence.trim());
}

/**
 * @param verbatim names and people's own words
 * @returns runs of Chinese signs of an English text
 */
export function chineseWords(text: string, verbatim: readonly string[]): string[] {
  return without(text, verbatim).match(/\p{Script=Han}+/gu) ?? [];
}

function without(text: string, verbatim: readonly string[]): string {
  const longestFirst = verbatim.toSorted((a, b) => b.length - a.length);
  return longestFirst.reduce((left, one) => left.replaceAll(one, " "), text);
}

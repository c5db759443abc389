/** What a sample of comments is worth: how many say nothing, are mere signs, repeat each other, or ask something. */
import {
  FILLER_CHINESE,
  FILLER_ENGLISH,
  GENERIC_CHINESE,
  GENERIC_ENGLISH,
  NOT_A_COMMENT,
  QUESTION,
} from "./comment-words.ts";

/**
 * Counts over the comments read; every comment is counted as one kind at most, in this order: emoji only, a copy of
 * an earlier one, generic, a question. `empty` is the share that says nothing: the first three together.
 */
export interface CommentQuality {
  read: number;
  emojiOnly: number;
  duplicate: number;
  generic: number;
  questions: number;
}

/** Names in front of a comment and people it calls are taken off: they are nobody's business here. */
const AUTHOR = /^\s*(?:@?[^\s:：?？]{1,20}|@[^:：]{1,24})\s*[:：]\s*(?=\S)/u;
const MENTION = /[@＠][^\s@,，。!！?？:：]{1,24}/gu;
/** `[哭惹R]`, `[doge]`: how the app writes its own emoji */
const APP_EMOJI = /\[[^\]\s]{1,8}\]/gu;
const SIGNS = /[\p{Extended_Pictographic}\p{Emoji_Component}\p{P}\p{S}\p{M}\p{Z}\s]/gu;
const EMOJI_DIGITS = /[0-9#*]/u;

/** The comments of a pasted text, one a line, without whoever wrote them. */
export function commentsIn(text: string): string[] {
  return text
    .split(/\n+/u)
    .map((line) => commentOf(line, true))
    .filter((comment) => comment !== undefined);
}

/**
 * One comment without whomever it calls; undefined for what an app puts between comments.
 * @param isNamed whoever wrote it may stand in front, as in a copied page; not in a column of comments alone
 */
export function commentOf(text: string, isNamed: boolean): string | undefined {
  const plain = text.normalize("NFKC");
  const comment = (isNamed ? plain.replace(AUTHOR, "") : plain)
    .replace(MENTION, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return comment === "" || NOT_A_COMMENT.test(comment) ? undefined : comment;
}

/** Letters and digits alone, so that `好看！！` and `好看~` are the same. */
function fold(comment: string): string {
  return comment
    .toLowerCase()
    .replace(APP_EMOJI, "")
    .replace(SIGNS, (sign) => (EMOJI_DIGITS.test(sign) ? sign : ""));
}

/** Longest first and never taken back, so that no text takes longer than its length. */
const CHINESE = new RegExp(
  `${GENERIC_CHINESE}|${FILLER_CHINESE}`
    .split("|")
    .toSorted((a, b) => b.length - a.length)
    .join("|"),
  "uy",
);

function isMadeOfGenericChinese(folded: string): boolean {
  CHINESE.lastIndex = 0;
  while (CHINESE.lastIndex < folded.length) if (!CHINESE.test(folded)) return false;
  return true;
}

function isGeneric(comment: string, folded: string): boolean {
  if (isMadeOfGenericChinese(folded)) return true;
  const words = comment.toLowerCase().match(/[a-z']+/gu) ?? [];
  if (words.length === 0 || /\p{Script=Han}|\d/u.test(folded)) return false;
  // "soooo" and "loveee" are the same words, only louder
  const plain = words.map((word) => word.replace(/'/gu, "").replace(/(.)\1{2,}/gu, "$1"));
  return plain.every((word) => GENERIC_ENGLISH.has(word) || FILLER_ENGLISH.has(word));
}

/** source: rules F3, V9 */
export function judgeComments(comments: readonly string[]): CommentQuality {
  const counts = { read: comments.length, emojiOnly: 0, duplicate: 0, generic: 0, questions: 0 };
  const earlier = new Set<string>();
  for (const comment of comments) {
    const folded = fold(comment);
    if (folded === "") counts.emojiOnly += 1;
    else if (earlier.has(folded)) counts.duplicate += 1;
    else if (isGeneric(comment, folded)) counts.generic += 1;
    else if (QUESTION.test(comment)) counts.questions += 1;
    earlier.add(folded);
  }
  return counts;
}

/** The shares as facts hold them: what says nothing is generic, emoji only or a copy. Undefined without a comment. */
export function commentShares({ read, emojiOnly, duplicate, generic, questions }: CommentQuality) {
  if (read === 0) return undefined;
  return {
    genericCommentShare: (emojiOnly + duplicate + generic) / read,
    emojiOnlyCommentShare: emojiOnly / read,
    duplicateCommentShare: duplicate / read,
    questionCommentShare: questions / read,
    commentsRead: read,
  };
}

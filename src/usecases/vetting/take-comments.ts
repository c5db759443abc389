/** Which lines of a file of comments count for a creator, and why the others do not. */
import type { TemplateInput } from "../../chat/template-data.ts";
import { commentOf } from "../../domain/comment-quality.ts";
import type { CommentFile, CommentLine } from "../../imports/read-comments.ts";
import { type Creator, nameKeyOf } from "../../store/creators.ts";

export type UnusedComments = NonNullable<TemplateInput<"comment-check">["unused"]>;
type Reason = UnusedComments[number]["reason"];

/** [A] More of them say nothing new, and judging them would hold up the chat. */
const MOST_COMMENTS = 10_000;
/** So many of the lines are named for each reason. */
const LINES_NAMED = 5;

/** source: rules V9, F3 */
export function takeComments(
  { lines, isPlain }: CommentFile,
  creator: Pick<Creator, "nameKey" | "handle" | "platformId">,
): { comments: string[]; unused: UnusedComments } {
  const comments: string[] = [];
  const unused = new Map<Reason, { count: number; lines: number[] }>();
  for (const line of lines) {
    const comment = commentOf(line.text, isPlain);
    const reason =
      reasonFor(line, comment, creator) ?? (comments.length < MOST_COMMENTS ? undefined : "too-many");
    if (reason === undefined && comment !== undefined) {
      comments.push(comment);
      continue;
    }
    const found = unused.get(reason ?? "no-comment") ?? { count: 0, lines: [] };
    unused.set(reason ?? "no-comment", found);
    found.count += 1;
    if (found.lines.length < LINES_NAMED) found.lines.push(line.line);
  }
  return { comments, unused: [...unused].map(([reason, found]) => ({ reason, ...found })) };
}

function reasonFor(
  { text, by, under }: CommentLine,
  comment: string | undefined,
  creator: Parameters<typeof takeComments>[1],
): Reason | undefined {
  if (text.trim() === "") return "no-text";
  if (under !== undefined && under.trim() !== "" && !isCalled(creator, under)) return "other-creator";
  if (by !== undefined && isCalled(creator, by)) return "own-reply";
  return comment === undefined ? "no-comment" : undefined;
}

function isCalled(
  { nameKey, handle, platformId }: Parameters<typeof takeComments>[1],
  word: string,
): boolean {
  const own = word.trim();
  return own !== "" && (nameKeyOf(own) === nameKey || own === handle || own.toLowerCase() === platformId);
}

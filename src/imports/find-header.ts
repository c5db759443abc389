/** Finds the header among a file's first lines: it may stand below a title, and it may take two lines. */
import { knownHeaders } from "./detect-vendor.ts";
import type { Line } from "./table.ts";

/** Headers stand within the first lines; further down, a line that looks like one is a repetition. */
export const LINES_SEARCHED = 20;
/** Pugongying's note report has header texts in rows 1 and 3. */
const LINES_BETWEEN = 2;

/**
 * @param lines all lines of a file or sheet
 * @returns the header and the index of the first line below it; undefined where no line could be a header
 */
export function findHeader(lines: readonly Line[]): { header: string[]; below: number } | undefined {
  const first = lines.slice(0, LINES_SEARCHED).map(({ cells }) => cells.map((cell) => cell.trim()));
  const known = first.map(knownHeaders);
  const most = Math.max(0, ...known);
  if (most === 0) return headerByShape(first);
  const hasNumber = first.map((cells) => cells.some(isNumber));
  const isApart = (from: number, to: number) => hasNumber.slice(from + 1, to).includes(true);
  const best = firstTable(known, hasNumber, isApart);
  // A row of data may hold a word that is a header elsewhere; a row above the header hardly does, unless it is a title.
  const isHeader = first.map((cells, at) => {
    if (at === best) return true;
    const wordsNeeded = at < best ? 1 : 2;
    return (known[at] ?? 0) >= wordsNeeded && cells.filter(Boolean).length >= 2 && !hasNumber[at];
  });
  if (isBelowMerged(first[best] ?? [], first[best + 1] ?? [])) isHeader[best + 1] = true;
  const lower = isHeader.findLastIndex((yes, at) => yes && at <= best + LINES_BETWEEN && !isApart(best, at));
  const headerLines = first.filter((_, at) => isHeader[at] && at <= lower && at >= lower - LINES_BETWEEN);
  return { header: joined(headerLines), below: lower + 1 };
}

/** The line with most known words; but where creators stand above it, it is a second header, and the first one counts. */
function firstTable(
  known: readonly number[],
  hasNumber: readonly boolean[],
  isApart: (from: number, to: number) => boolean,
): number {
  const most = Math.max(...known);
  const best = known.indexOf(most);
  const first = known.findIndex((words, at) => words >= 2 && words * 2 >= most && !hasNumber[at]);
  return first !== -1 && first < best && isApart(first, best) ? first : best;
}

function isNumber(cell: string): boolean {
  return /^[¥$]?[\d.,]+[%万wk]?$/i.test(cell);
}

/** Among unknown words, a header is the first line with the full width of the table and no number in it. */
function headerByShape(first: readonly string[][]): { header: string[]; below: number } | undefined {
  const filled = first.map((cells) => cells.filter((cell) => cell !== "").length);
  const width = Math.max(0, ...filled);
  if (width < 2) return undefined;
  const index = first.findIndex((cells, at) => {
    const count = filled[at] ?? 0;
    return count >= 2 && count >= width - 1 && !cells.some(isNumber);
  });
  const header = first[index];
  return header ? { header, below: index + 1 } : undefined;
}

/** The lower line wins where both have a text, unless both together are a header that somebody uses. */
function joined(headerLines: readonly string[][]): string[] {
  const width = Math.max(...headerLines.map((cells) => cells.length));
  return Array.from({ length: width }, (_, column) => {
    const text = headerLines.reduceRight((lower, cells) => lower || (cells[column] ?? ""), "");
    const upper = headerLines.length < 2 ? [] : (headerLines[0] ?? []);
    return withMerged(text, mergedOver(upper, column));
  });
}

/**
 * A cell that was merged over several columns holds its text in the first of them: 报价 over 图文 and 视频. The line
 * below is part of the header when it only names such columns, and the two lines together say something known.
 */
function isBelowMerged(upper: readonly string[], lower: readonly string[]): boolean {
  const filled = lower.flatMap((text, column) => (text === "" ? [] : [{ text, column }]));
  return (
    filled.length >= 2 &&
    !lower.some(isNumber) &&
    filled.every(({ column }) => upper[column] === "" || (upper[column + 1] ?? "") === "") &&
    filled.some(({ text, column }) => withMerged(text, mergedOver(upper, column)) !== text)
  );
}

/** The text of the merged cell above a column; "" where the cell above is its own. */
function mergedOver(upper: readonly string[], column: number): string {
  const isMerged = upper[column] === "" || upper[column + 1] === "";
  return isMerged ? (upper.slice(0, column + 1).findLast((text) => text !== "") ?? "") : "";
}

function withMerged(text: string, merged: string): string {
  if (text === "" || merged === "" || merged === text || knownHeaders([text]) > 0) return text;
  return [`${text}${merged}`, `${merged}${text}`].find((both) => knownHeaders([both]) > 0) ?? text;
}

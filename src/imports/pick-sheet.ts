/** Chooses the sheet of a workbook that has the list, and tells which other ones hold lists too. */
import { knownHeaders } from "./detect-vendor.ts";
import { findHeader } from "./find-header.ts";
import { linesOf } from "./read-xlsx.ts";
import type { Sheet } from "./reader-thread.ts";
import type { Line } from "./table.ts";

interface Looked {
  sheet: Sheet;
  /** how many headers that somebody uses it has */
  words: number;
  /** a header that may be one, and rows below it */
  rows: number;
}

/** Two headers that somebody uses: the sheet is about creators. */
const WORDS_OF_A_LIST = 2;

/**
 * @param sheets that hold anything
 * @returns the one with most headers that somebody uses; of several without any the longest. `left` are others with
 *   creators in them, which nobody reads
 */
export async function pickSheet(
  sheets: readonly Sheet[],
): Promise<{ sheet: Sheet; left: string[] } | undefined> {
  const looked: Looked[] = [];
  for (const sheet of sheets) looked.push(await lookAt(sheet));
  const [first, ...others] = looked;
  if (first === undefined) return undefined;
  const best = others.reduce((a, b) => (isBetter(b, a) ? b : a), first);
  const left = looked.filter((one) => one !== best && one.rows > 0 && one.words >= WORDS_OF_A_LIST);
  return { sheet: best.sheet, left: left.map(({ sheet }) => sheet.name) };
}

async function lookAt(sheet: Sheet): Promise<Looked> {
  const { value: top = [] } = (await linesOf(sheet).next()) as { value: Line[] | undefined };
  const found = findHeader(top);
  if (found === undefined) return { sheet, words: 0, rows: 0 };
  const below = top.slice(found.below).filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  // what is not in the first part is counted by its parts
  const rows = below.length + (sheet.parts.length - 1) * top.length;
  return { sheet, words: knownHeaders(found.header), rows };
}

/** A sheet that only has a header, such as a template, is none with a list. */
function isBetter(a: Looked, b: Looked): boolean {
  if (a.rows > 0 !== b.rows > 0) return a.rows > 0;
  return a.words === b.words ? a.words === 0 && a.rows > b.rows : a.words > b.words;
}

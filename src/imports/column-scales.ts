/** Decides what the bare numbers in columns of shares are: percentages or fractions. Most cells have a sign instead. */
import type { Column } from "./plan-columns.ts";
import { bareShare, cellAt, type ShareScale } from "./read-cell.ts";
import type { Line, Table } from "./table.ts";

/**
 * @returns to be called with each part of the rows before they are read: a column whose part holds a number without a
 *   sign is then looked at whole, once
 */
export function settleScales(
  columns: readonly Column[],
  table: Table,
): (part: readonly Line[]) => Promise<void> {
  let open = columns.filter(({ reading }) => reading?.as === "share");
  return async (part) => {
    const needed = open.filter(({ index }) => part.some(({ cells }) => mayNeedScale(cellAt(cells, index))));
    for (const column of needed) column.scale = await scaleOf(column, table);
    if (needed.length > 0) open = open.filter((column) => !needed.includes(column));
  };
}

const PERCENT_SIGN = 0x25;

/** All but what certainly has a sign of its own. */
function mayNeedScale(text: string): boolean {
  return text !== "" && (text.charCodeAt(text.length - 1) !== PERCENT_SIGN || /[|/:：｜]/.test(text));
}

/**
 * One bare number above 1 makes the whole column percentages. Where all are below, they are fractions, unless the header
 * says percent: then 0.9 may be 0.9% or 90%, and nobody should guess.
 */
async function scaleOf({ index, percent }: Column, table: Table): Promise<ShareScale> {
  for await (const part of table.parts()) {
    for (const { cells } of part) if ((bareShare(cells[index] ?? "") ?? 0) > 1) return "percent";
  }
  return percent ? "unclear" : "fraction";
}

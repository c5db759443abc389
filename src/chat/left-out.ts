/** What a platform could not hold of a card: what is said about it, and what goes into a file instead. */
import type { Card } from "./card.ts";
import type { Reading } from "./reading.ts";
import type { Table } from "./table.ts";

/** Words for what a platform cannot hold, in the reader's language. */
export interface LeftOutWords {
  moreRows(count: number): string;
  rowsInFile(count: number, file: string): string;
  shortened: string;
  textInFile(file: string): string;
  /** stands where a value is empty */
  none: string;
}

export interface LeftOut {
  /** tables that are not shown with all their rows and columns */
  tables: readonly Table[];
  /** whether a text was shortened, or a part left out */
  text: boolean;
}

/**
 * Says how many rows of a table are missing and where they are, and remembers that they are.
 * @param shown how many rows are shown; `whole` where all of their cells are
 * @returns undefined where nothing is missing
 */
export function remarkOn(
  table: Table,
  shown: { rows: number; whole: boolean },
  { words, attached, cut }: RemarkContext,
): string | undefined {
  const more = (table.allIn?.rows ?? table.rows.length) - shown.rows;
  if (more === 0 && shown.whole) return undefined;
  if (table.allIn === undefined) cut.add(table);
  const file = table.allIn?.file ?? attached.rows;
  if (more === 0) return words.shortened;
  return file === undefined ? words.moreRows(more) : words.rowsInFile(more, file);
}

interface RemarkContext {
  words: LeftOutWords;
  attached: NonNullable<Card["attached"]>;
  /** tables that a file has to follow for */
  cut: Set<Table>;
}

export function leftOutWords({ m: { common }, count }: Reading): LeftOutWords {
  const { leftOut, none } = common;
  return {
    moreRows: (more) => leftOut.rows(count(more)),
    rowsInFile: (more, file) => leftOut.rowsInFile(count(more), file),
    shortened: leftOut.text,
    textInFile: leftOut.textInFile,
    none,
  };
}

/** What a platform could not hold of a card: what is said about it, and what goes into a file instead. */
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

export function leftOutWords({ m: { common } }: Reading): LeftOutWords {
  const { leftOut, none } = common;
  return {
    moreRows: leftOut.rows,
    rowsInFile: leftOut.rowsInFile,
    shortened: leftOut.text,
    textInFile: leftOut.textInFile,
    none,
  };
}

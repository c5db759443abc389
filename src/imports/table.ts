/** What a table file looks like once it is opened: one header, and rows of text that are read a part at a time. */

/** One line of a file before anyone knows which line is the header. */
export interface Line {
  /** 1-based line (CSV) or row (XLSX) in the file */
  line: number;
  cells: string[];
}

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

export interface Table {
  format: "csv" | "xlsx";
  /** XLSX only: the name of the sheet that was read */
  sheet?: string;
  /** XLSX only: the names of other sheets that hold lists of creators and are not read */
  left?: readonly string[];
  encoding: Encoding;
  /** one text per column, trimmed; empty where the file has no header for a column */
  header: string[];
  /** the first rows below it, for guessing what its columns are */
  first: readonly Line[];
  /**
   * All rows below the header that hold anything, a few hundred at a time with room for other work in between. Nothing
   * is kept of rows that were given out; a second call begins at the first row again.
   * @throws AppError for what is only seen on the way: "file-too-large" {rows, limit}, "file-unreadable"
   */
  parts(): AsyncIterable<readonly Line[]>;
}

/** The most bytes a file may have, and the most rows below its header. */
export const FILE_LIMIT_MB = 30;
export const ROW_LIMIT = 50_000;
/** Rows that are read before other work gets its turn: a few milliseconds. */
export const ROWS_A_TURN = 500;

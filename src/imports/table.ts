/** What a table file looks like once it is read: one header, rows of text, and the line each row stands on. */

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
  encoding: Encoding;
  /** one text per column, trimmed; empty where the file has no header for a column */
  header: string[];
  rows: Line[];
}

/** The most bytes a file may have, and the most rows below its header. */
export const FILE_LIMIT_MB = 30;
export const ROW_LIMIT = 50_000;

/** The files the bot can make, as use cases order them. */

/** Scores and medians have one decimal, as on cards; "decimal" and "money" have two. */
export type ColumnFormat = "text" | "integer" | "one-decimal" | "decimal" | "percent" | "money";

export interface SheetColumn {
  title: string;
  /** in characters */
  width?: number;
  format?: ColumnFormat;
}

/** Numbers stay numbers; null is an empty cell. */
export type SheetRow = readonly (string | number | null)[];

export interface Sheet {
  name: string;
  columns: readonly SheetColumn[];
  /** how many columns stay in view beside the header; none when left out */
  keptColumns?: number;
  /** how many columns are printed, on one page's width; all when left out */
  printedColumns?: number;
  /** all at once, or in parts that are made when they are asked for */
  rows: readonly SheetRow[] | AsyncIterable<readonly SheetRow[]>;
}

export type Block = { kind: "paragraph"; text: string } | { kind: "bullets"; items: readonly string[] };

export interface BilingualText {
  en: string;
  zh: string;
}

export interface BilingualSection {
  /** printed beside both headings, so that people can name a section in either language */
  id: string;
  heading: BilingualText;
  en: readonly Block[];
  zh: readonly Block[];
}

export interface BilingualDocument {
  title: BilingualText;
  sections: readonly BilingualSection[];
  footer?: BilingualText;
}

export interface Documents {
  workbook(sheets: readonly Sheet[]): Promise<Uint8Array>;
  bilingualDocument(document: BilingualDocument): Promise<Uint8Array>;
}

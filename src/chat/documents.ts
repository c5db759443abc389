/** The files the bot can make, as use cases order them. */

export type ColumnFormat = "text" | "integer" | "decimal" | "percent" | "money";

export interface SheetColumn {
  title: string;
  /** in characters */
  width?: number;
  format?: ColumnFormat;
}

export interface Sheet {
  name: string;
  columns: readonly SheetColumn[];
  /** numbers stay numbers; null is an empty cell */
  rows: readonly (readonly (string | number | null)[])[];
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

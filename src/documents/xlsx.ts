/** Writes workbooks for people to open in Excel or WPS: typed cells, a header that stays in view, nothing that runs. */
import writeXlsxFile, { type Cell, type Sheet as LibrarySheet } from "write-excel-file/node";
import type { ColumnFormat, Sheet } from "../chat/documents.ts";
import { sealZip } from "./seal-zip.ts";

const FORMATS: Readonly<Record<Exclude<ColumnFormat, "text">, string>> = {
  integer: "#,##0",
  decimal: "#,##0.00",
  percent: "0.0%",
  money: "#,##0.00",
};
/** In characters, where a column names no width. */
const WIDTH = 16;
const HEADER_COLOUR = "#F2F3F5";

/** What Excel allows in a cell and in the name of a sheet. */
const LONGEST_CELL = 32_767;
const LONGEST_SHEET_NAME = 31;
const NOT_IN_SHEET_NAMES = /[[\]/\\:*?]/g;

/**
 * Strings are written as strings whatever they begin with (`=`, `+`, `-`, `@`, tab), so no creator's nickname becomes a
 * formula. Numbers show by their column: "percent" takes fractions of 1, "money" major units, and "text", which is the
 * default, keeps every digit of an id. Numbers that are not finite leave the cell empty; longer texts than Excel allows
 * end in `…`.
 * @param sheets one or more; names that Excel refuses are adapted, and equal ones numbered; widths in characters
 * @returns the bytes of an XLSX file, the same for the same sheets
 */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const names = sheetNames(sheets.map(({ name }) => name));
  const workbook = sheets.map((sheet, index) => librarySheet(sheet, names[index] ?? ""));
  return sealZip(await writeXlsxFile(workbook).toBuffer());
}

function librarySheet({ columns, rows }: Sheet, name: string): LibrarySheet<Buffer> {
  const header = columns.map(
    ({ title }) => ({ ...textCell(title), fontWeight: "bold", backgroundColor: HEADER_COLOUR }) as const,
  );
  const body = rows.map((row) =>
    columns.map(({ format }, index) => cell(row[index] ?? null, format ?? "text")),
  );
  return {
    sheet: name,
    data: [header, ...body],
    columns: columns.map(({ width }) => ({ width: width ?? WIDTH })),
    stickyRowsCount: 1,
  };
}

function cell(value: string | number | null, format: ColumnFormat): Cell {
  if (value === null || value === "") return null;
  if (typeof value === "string") return textCell(value);
  if (!Number.isFinite(value)) return null;
  return format === "text" ? textCell(String(value)) : { value, type: Number, format: FORMATS[format] };
}

/** The format "@" keeps Excel from reading the text anew when somebody edits the cell. */
function textCell(value: string): { value: string; type: StringConstructor; format: string } {
  return { value: storable(shortened(value, LONGEST_CELL)), type: String, format: "@" };
}

/**
 * The library keeps texts as keys of a plain object, so a creator called `constructor` or `toString` would break the
 * whole workbook. An invisible character makes such a word a key like any other.
 */
function storable(text: string): string {
  return text in Object.prototype ? `${text}\u200b` : text;
}

function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((text, index) => {
    const name = shortened(
      text.replace(NOT_IN_SHEET_NAMES, "-").trim() || `Sheet ${index + 1}`,
      LONGEST_SHEET_NAME,
    );
    const free = taken.has(name.toLowerCase()) ? numbered(name, index + 1) : name;
    taken.add(free.toLowerCase());
    return free;
  });
}

function numbered(name: string, number: number): string {
  const ending = ` (${number})`;
  return shortened(name, LONGEST_SHEET_NAME - ending.length) + ending;
}

/** Cuts between characters, never inside one, and says that it cut. */
function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let kept = "";
  for (const character of text) {
    if (kept.length + character.length >= longest) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Writes workbooks for people to open in Excel or WPS: typed cells, a header that stays in view, nothing that runs. */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { ColumnFormat, Sheet } from "../chat/documents.ts";
import { sealZip } from "./seal-zip.ts";
import { type PlainSheet, writeInThread } from "./write-in-thread.ts";

const FORMATS: Readonly<Record<ColumnFormat, string>> = {
  /** the format "@" keeps Excel from reading a text anew when somebody edits the cell */
  text: "@",
  integer: "#,##0",
  decimal: "#,##0.00",
  percent: "0.0%",
  money: "#,##0.00",
};
/** In characters, where a column names no width. */
const WIDTH = 16;
/** Rows made ready before other work gets its turn. */
const ROWS_A_TURN = 500;

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
  const plain: PlainSheet[] = [];
  for (const [index, sheet] of sheets.entries()) plain.push(await plainSheet(sheet, names[index] ?? ""));
  return sealZip(await writeInThread(plain));
}

async function plainSheet({ columns, rows }: Sheet, name: string): Promise<PlainSheet> {
  const parts: string[] = [];
  for (let at = 0; at < rows.length; at += ROWS_A_TURN) {
    const some = rows.slice(at, at + ROWS_A_TURN);
    const cells = some.map((row) => columns.map(({ format }, index) => cell(row[index] ?? null, format)));
    parts.push(JSON.stringify(cells));
    await nextTurn();
  }
  return {
    name,
    header: columns.map(({ title }) => text(title)),
    formats: columns.map(({ format }) => FORMATS[format ?? "text"]),
    widths: columns.map(({ width }) => width ?? WIDTH),
    parts,
  };
}

function cell(value: string | number | null, format: ColumnFormat = "text"): string | number | null {
  if (value === null || value === "") return null;
  if (typeof value === "string") return text(value);
  if (!Number.isFinite(value)) return null;
  return format === "text" ? text(String(value)) : value;
}

function text(value: string): string {
  return storable(shortened(value, LONGEST_CELL));
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

/** Turns the bytes of a dropped file into a table: one header and rows of text. */
import { AppError } from "../domain/errors.ts";
import { knownHeaders } from "./detect-vendor.ts";
import { fileKind } from "./file-kind.ts";
import { findHeader } from "./find-header.ts";
import { readCsv } from "./read-csv.ts";
import { readXlsx, type Sheet } from "./read-xlsx.ts";
import { type Line, ROW_LIMIT, type Table } from "./table.ts";

/**
 * Reads a CSV or XLSX file of up to 30 MB and 50,000 rows. What it is decide its bytes, not its name.
 * @param bytes the whole file
 * @param name the file's name, for the error's words only
 * @throws AppError "file-too-large" {mb | rows, limit}, "file-empty" {reason: "no-bytes" | "no-rows"}, "file-not-table"
 *   {reason: "pdf" | "picture" | "video" | "archive" | "binary" | "web-page" | "no-columns"}, "file-unreadable"
 *   {reason: "password" | "old-excel" | "damaged" | "quotes"}; each with {file}
 */
export async function readTable(bytes: Uint8Array, name: string): Promise<Table> {
  try {
    return fileKind(bytes) === "zip" ? await xlsxTable(bytes) : await csvTable(bytes);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, { ...error.details, file: name }, { cause: error });
  }
}

async function csvTable(bytes: Uint8Array): Promise<Table> {
  const { encoding, lines } = await readCsv(bytes);
  return { format: "csv", encoding, ...headerAndRows(lines) };
}

async function xlsxTable(bytes: Uint8Array): Promise<Table> {
  const sheets = await readXlsx(bytes);
  const sheet = sheets.reduce((a, b) => (headerWords(b) > headerWords(a) ? b : a), firstWithRows(sheets));
  return { format: "xlsx", sheet: sheet.name, encoding: "utf-8", ...headerAndRows(sheet.lines) };
}

function firstWithRows(sheets: readonly Sheet[]): Sheet {
  const sheet = sheets.find(({ lines }) => lines.length > 0);
  if (!sheet) throw new AppError("file-empty", { reason: "no-rows" });
  return sheet;
}

function headerWords({ lines }: Sheet): number {
  return knownHeaders(findHeader(lines)?.header ?? []);
}

function headerAndRows(lines: readonly Line[]): { header: string[]; rows: Line[] } {
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (filled.length === 0) throw new AppError("file-empty", { reason: "no-rows" });
  const found = findHeader(lines);
  if (!found) throw new AppError("file-not-table", { reason: "no-columns" });
  const rows = lines.slice(found.below).filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (rows.length === 0) throw new AppError("file-empty", { reason: "no-rows" });
  if (rows.length > ROW_LIMIT) throw new AppError("file-too-large", { rows: rows.length, limit: ROW_LIMIT });
  return { header: found.header, rows };
}

/** Opens a dropped file as a table: finds its header, and gives its rows as they are asked for. */
import { AppError } from "../domain/errors.ts";
import { fileKind } from "./file-kind.ts";
import { findHeader, LINES_SEARCHED } from "./find-header.ts";
import { pickSheet } from "./pick-sheet.ts";
import { openCsv } from "./read-csv.ts";
import { linesOf, readXlsx } from "./read-xlsx.ts";
import { type Line, ROW_LIMIT, type Table } from "./table.ts";

/** Rows below the header by which its columns are guessed. */
const ROWS_LOOKED_AT = 200;

/**
 * Opens a CSV or XLSX file of up to 30 MB and 50,000 rows. What it is decide its bytes, not its name.
 * @param bytes the whole file
 * @param name the file's name, for the error's words only
 * @throws AppError "file-too-large" {mb | rows, limit}, "file-empty" {reason: "no-bytes" | "no-rows"}, "file-not-table"
 *   {reason: "pdf" | "picture" | "video" | "word" | "slides" | "numbers" | "open-document" | "archive" | "binary" |
 *   "web-page" | "no-columns"}, "file-unreadable"
 *   {reason: "password" | "old-excel" | "damaged" | "quotes"}; each with {file}; also on the way through its rows
 */
export async function readTable(bytes: Uint8Array, name: string): Promise<Table> {
  const named = (error: unknown): unknown =>
    error instanceof AppError
      ? new AppError(error.code, { ...error.details, file: name }, { cause: error })
      : error;
  try {
    const { parts, ...table } = fileKind(bytes) === "zip" ? await xlsxTable(bytes) : await csvTable(bytes);
    return {
      ...table,
      async *parts() {
        try {
          yield* parts();
        } catch (error) {
          throw named(error);
        }
      },
    };
  } catch (error) {
    throw named(error);
  }
}

async function csvTable(bytes: Uint8Array): Promise<Table> {
  const { encoding, lines } = openCsv(bytes);
  return { format: "csv", encoding, ...(await headerAndRows(lines)) };
}

async function xlsxTable(bytes: Uint8Array): Promise<Table> {
  const picked = await pickSheet((await readXlsx(bytes)).filter(({ parts }) => parts.length > 0));
  if (picked === undefined) throw noRows();
  const { sheet, left } = picked;
  const found = await headerAndRows(() => linesOf(sheet));
  return { format: "xlsx", sheet: sheet.name, left, encoding: "utf-8", ...found };
}

async function headerAndRows(
  lines: () => AsyncIterable<Line[]>,
): Promise<Pick<Table, "header" | "first" | "parts">> {
  const top: Line[] = [];
  for await (const part of lines()) {
    top.push(...part);
    if (top.length >= LINES_SEARCHED + ROWS_LOOKED_AT) break;
  }
  const found = findHeader(top);
  if (!found)
    throw (await isBlank(lines())) ? noRows() : new AppError("file-not-table", { reason: "no-columns" });
  const parts = () => rowsBelow(lines(), found.below);
  const first: Line[] = [];
  for await (const part of parts()) {
    first.push(...part);
    if (first.length >= ROWS_LOOKED_AT) break;
  }
  if (first.length === 0) throw noRows();
  return { header: found.header, first: first.slice(0, ROWS_LOOKED_AT), parts };
}

function noRows(): AppError {
  return new AppError("file-empty", { reason: "no-rows" });
}

async function* rowsBelow(parts: AsyncIterable<Line[]>, below: number): AsyncGenerator<Line[]> {
  let left = below;
  let count = 0;
  for await (const part of parts) {
    const rows = part.slice(left).filter(isFilled);
    left = Math.max(0, left - part.length);
    count += rows.length;
    if (count > ROW_LIMIT) throw new AppError("file-too-large", { rows: count, limit: ROW_LIMIT });
    if (rows.length > 0) yield rows;
  }
}

async function isBlank(parts: AsyncIterable<Line[]>): Promise<boolean> {
  for await (const part of parts) if (part.some(isFilled)) return false;
  return true;
}

function isFilled({ cells }: Line): boolean {
  for (const cell of cells) if (cell !== "" && cell.trim() !== "") return true;
  return false;
}

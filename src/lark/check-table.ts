/** The rules of a table: its size, its column types, and cells that fit them. */
import type { Element } from "./element.ts";
import { isRecord, records } from "./json.ts";
import { LIMITS } from "./limits.ts";

const COLOURS = new Set(["neutral", "blue", "green", "orange", "red"]);
const MENTION = /<at\b/iu;

/** What a cell of each column type must be. */
const CELLS: Readonly<Record<string, (cell: unknown) => boolean>> = {
  text: (cell) => typeof cell === "string" && !MENTION.test(cell),
  lark_md: (cell) => typeof cell === "string" && !MENTION.test(cell),
  number: (cell) => typeof cell === "number" && Number.isFinite(cell),
  options: (cell) =>
    records(cell).length > 0 &&
    records(cell).every(({ text, color }) => isWord(text) && COLOURS.has(String(color))),
  persons: (cell) =>
    Array.isArray(cell) &&
    cell.length > 0 &&
    cell.every((id) => typeof id === "string" && LIMITS.openId.test(id)),
};

/** @returns what is wrong, one line each */
export function checkTable(table: Element): string[] {
  const columns = records(table["columns"]);
  const rows = records(table["rows"]);
  const page = Number(table["page_size"]);
  const names = columns.map((column) => column["name"]);
  return [
    ...(columns.length === 0 || columns.length > LIMITS.tableColumns ? [`${columns.length} columns`] : []),
    ...(new Set(names).size < names.length ? ["two columns of one name"] : []),
    ...(rows.length === 0 ? ["a table without rows"] : []),
    ...(page >= 1 && page <= LIMITS.tablePage ? [] : [`page_size ${page}`]),
    ...(rows.some((row) => Object.keys(row).some((name) => !names.includes(name)))
      ? ["a row with a cell of no column"]
      : []),
    ...columns.flatMap((column) => checkColumn(column, rows)),
  ];
}

function checkColumn(
  { name, data_type: type, format, display_name: title }: Record<string, unknown>,
  rows: readonly Record<string, unknown>[],
): string[] {
  const fits = CELLS[String(type)];
  if (fits === undefined) return [`no column type ${String(type)}`];
  const wrong = rows.filter((row) => row[String(name)] !== undefined && !fits(row[String(name)])).length;
  return [
    ...(wrong > 0 ? [`${wrong} cells that are no ${String(type)}`] : []),
    ...(typeof title === "string" && !MENTION.test(title) ? [] : ["a column without a plain title"]),
    ...(format === undefined || (type === "number" && isRecord(format)) ? [] : ["a format beside numbers"]),
  ];
}

const isWord = (text: unknown): boolean =>
  typeof text === "string" && text.trim() !== "" && !MENTION.test(text);

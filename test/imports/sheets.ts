/** Small tables with the vendors' real headers, made in the test: as CSV text, as bytes, as workbooks. */
import iconv from "iconv-lite";
import Papa from "papaparse";
import { writeWorkbook } from "../../src/documents/xlsx.ts";
import { type CreatorImport, readCreators } from "../../src/imports/read-creators.ts";
import { readTable } from "../../src/imports/read-table.ts";
import type { Line, Table } from "../../src/imports/table.ts";

export type Grid = readonly (readonly string[])[];

export function csv(grid: Grid, delimiter = ","): string {
  return Papa.unparse(grid as string[][], { delimiter });
}

export function bytesOf(text: string, encoding = "utf8", addBOM = false): Uint8Array {
  return iconv.encode(text, encoding, { addBOM });
}

/** A workbook of text cells, one sheet per entry. */
export function workbook(sheets: Readonly<Record<string, Grid>>): Promise<Uint8Array> {
  return writeWorkbook(
    Object.entries(sheets).map(([name, [header = [], ...rows]]) => ({
      name,
      columns: header.map((title) => ({ title })),
      rows,
    })),
  );
}

export async function importCsv(grid: Grid): Promise<CreatorImport> {
  return readCreators(await readTable(bytesOf(csv(grid)), "list.csv"));
}

/** One row below a header, given as header and cell pairs. */
export function oneRow(cells: Readonly<Record<string, string>>): Grid {
  return [Object.keys(cells), Object.values(cells)];
}

/** A table with all of its rows at once. */
export async function readWhole(bytes: Uint8Array, name: string): Promise<Table & { rows: Line[] }> {
  const table = await readTable(bytes, name);
  return { ...table, rows: await rowsOf(table) };
}

async function rowsOf(table: Table): Promise<Line[]> {
  const rows: Line[] = [];
  for await (const part of table.parts()) rows.push(...part);
  return rows;
}

/** A table that comes from no file. */
export function tableOf(header: string[], rows: Line[]): Table {
  async function* parts(): AsyncGenerator<Line[]> {
    yield await Promise.resolve(rows);
  }
  return { format: "csv", encoding: "utf-8", header, first: rows.slice(0, 200), parts };
}

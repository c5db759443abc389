/** Reads whatever table was dropped: a list of creators, a report on notes, or a sheet whose columns want explaining. */
import { AppError } from "../domain/errors.ts";
import { AGENCY, detectVendor } from "./detect-vendor.ts";
import {
  type AskedColumn,
  askedColumns,
  type GuessedColumn,
  guessedVendor,
  isUnknownHeader,
  mappedVendor,
  shapeOf,
} from "./mapped-columns.ts";
import { hasComments } from "./read-comments.ts";
import { type CreatorImport, readCreators } from "./read-creators.ts";
import { readHeader } from "./read-header.ts";
import { readNotes } from "./read-notes.ts";
import type { Table } from "./table.ts";

/** Nobody knows this header: a person has to say what its columns mean. */
export interface UnknownColumns {
  shape: string;
  header: string[];
  asked: AskedColumn[];
}

export type ReadImport =
  | {
      list: CreatorImport;
      shape: string;
      /** of a sheet with free headers */
      asked: AskedColumn[] | null;
      guessed: GuessedColumn[];
    }
  | { unknown: UnknownColumns };

interface Options {
  mappingOf(shape: string): Promise<Readonly<Record<string, string>> | undefined>;
  category?: string | undefined;
}

/** A sheet of one column has nothing to choose from. */
const LEAST_COLUMNS = 2;

/** A sheet of comments instead of creators: it has their texts, and no number about anybody. */
export function isComments({ header, first }: Table): boolean {
  const vendor = detectVendor(header);
  if (vendor !== AGENCY || !hasComments(header, first)) return false;
  const readings = header.map((title) => AGENCY.readings.get(readHeader(title).key));
  return !readings.some((reading) => reading !== undefined && "fact" in reading && reading.as !== "text");
}

/**
 * @param table from `readTable`
 * @param options.mappingOf what a person said earlier about the columns of a sheet of this shape
 * @param options.category of the campaign, for reports on notes
 * @throws AppError "no-creator-column" {columns}, {reason: "orders"} for a report on orders, which names nobody
 */
export async function readImport(table: Table, options: Options): Promise<ReadImport> {
  const read = await readAny(table, options);
  const { sheet, left = [] } = table;
  if ("list" in read && sheet !== undefined && left.length > 0)
    read.list.report.sheets = { read: sheet, left };
  return read;
}

async function readAny(table: Table, options: Options): Promise<ReadImport> {
  const vendor = detectVendor(table.header);
  const shape = shapeOf(table.header);
  if (vendor !== AGENCY) {
    if (vendor.map.rows === "orders") throw new AppError("no-creator-column", { reason: "orders" });
    const list =
      vendor.map.rows === "notes"
        ? await readNotes(table, vendor, options)
        : await readCreators(table, vendor);
    return { list, shape, asked: null, guessed: [] };
  }
  const mapping = await options.mappingOf(shape);
  const asked = askedColumns(table);
  if (mapping === undefined && isUnknownHeader(table, asked) && asked.length >= LEAST_COLUMNS) {
    await readThrough(table);
    return { unknown: { shape, header: table.header, asked } };
  }
  if (mapping !== undefined)
    return { list: await readCreators(table, mappedVendor(mapping)), shape, asked, guessed: [] };
  const { vendor: read, guessed } = guessedVendor(table, asked);
  return { list: await readCreators(table, read), shape, asked, guessed };
}

/** Nobody is asked about the columns of a file that turns out to be of no use. */
async function readThrough(table: Table): Promise<void> {
  for await (const _ of table.parts());
}

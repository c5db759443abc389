/** Sheets whose header nobody knows: what to ask about their columns, and how to read them once a person has said it. */
import { createHash } from "node:crypto";
import {
  guessMeaning,
  isMeaning,
  MEANINGS,
  type Meaning,
  possibleMeanings,
  readingOf,
} from "./column-meanings.ts";
import { AGENCY, type Vendor } from "./detect-vendor.ts";
import type { Reading } from "./header-maps/header-map.ts";
import { hasPersonalData, isPersonalColumn } from "./personal-data.ts";
import { planColumns } from "./plan-columns.ts";
import { isAbsent } from "./read-cell.ts";
import { readHeader } from "./read-header.ts";
import type { Table } from "./table.ts";

/** One column that a person is asked about. */
export interface AskedColumn {
  title: string;
  /** a cell of it, without anybody's contact data; "" where there is none to show */
  example: string;
  guess: Meaning | null;
  /** the meanings its cells can have */
  possible: Meaning[];
}

const EXAMPLE_LENGTH = 40;

/** Files with the same headers, in whatever order and spelling of signs, have the same shape. */
export function shapeOf(header: readonly string[]): string {
  const keys = header.map((title) => readHeader(title)).filter(({ key }) => key !== "");
  const words = keys.map(({ key, tenThousands, percent }) => `${key}|${tenThousands}|${percent}`).sort();
  return createHash("sha256").update(words.join("\n")).digest("hex").slice(0, 32);
}

/** Nothing in an agency's sheet says who a row is about, or nothing says a number that could be judged. */
export function isUnknownHeader(table: Table): boolean {
  const readings = table.header.map((title) => AGENCY.readings.get(readHeader(title).key));
  if (!saysWho(table)) return true;
  const isFact = (reading: Reading | undefined) => reading !== undefined && "fact" in reading;
  const judged = readings.some((reading) => isFact(reading) && reading?.as !== "text");
  return !judged && askedColumns(table).some(({ guess }) => guess !== null && guess !== "name");
}

function saysWho(table: Table): boolean {
  try {
    planColumns(AGENCY, table.header);
    return true;
  } catch {
    return false;
  }
}

/** The columns to ask about: all but those with contact data, each title once, with a guess for each meaning once. */
export function askedColumns(table: Table): AskedColumn[] {
  const taken = new Set<Meaning>();
  const columns: AskedColumn[] = [];
  for (const [index, title] of table.header.entries()) {
    if (title === "" || columns.some((column) => column.title === title)) continue;
    if (isPersonalColumn(title)) continue;
    const cells = table.first.map((row) => (row.cells[index] ?? "").trim());
    const guessed = knownMeaning(title) ?? guessMeaning(readHeader(title).key, cells) ?? null;
    const guess = guessed === null || taken.has(guessed) ? null : guessed;
    if (guess !== null) taken.add(guess);
    const example = cells.find((cell) => !isAbsent(cell) && !hasPersonalData(cell)) ?? "";
    const possible = possibleMeanings(cells);
    columns.push({
      title,
      example: example.slice(0, EXAMPLE_LENGTH),
      guess,
      possible: guess === null || possible.includes(guess) ? possible : [guess, ...possible],
    });
  }
  if (taken.has("name") || taken.has("handle") || taken.has("link") || taken.has("id")) return columns;
  return withName(columns);
}

/** Among unknown words the first column of texts is most likely who the row is about. */
function withName(columns: readonly AskedColumn[]): AskedColumn[] {
  const first = columns.findIndex(({ guess, possible }) => guess === null && possible.includes("name"));
  return columns.map((column, index) => (index === first ? { ...column, guess: "name" } : column));
}

/** What the agency's map says of a header, as one of the meanings that a person can choose. */
function knownMeaning(title: string): Meaning | undefined {
  const { key } = readHeader(title);
  const known = AGENCY.readings.get(key);
  if (known === undefined) return undefined;
  const same = (meaning: Meaning) => {
    const reading = readingOf(meaning, key);
    if ("fact" in known && "fact" in reading)
      return known.fact === reading.fact && isOpposite(known) === isOpposite(reading);
    return !("fact" in known) && !("fact" in reading) && known.as === reading.as;
  };
  return MEANINGS.find(same);
}

function isOpposite(reading: Reading): boolean {
  return reading.as === "share" && reading.opposite === true;
}

/**
 * An agency's sheet as a person said it is to be read.
 * @param columns by title what the column means; a title that is absent, or means nothing we know, stays as evidence
 */
export function mappedVendor(columns: Readonly<Record<string, string>>): Vendor {
  const readings = new Map<string, Reading>();
  for (const [title, meaning] of Object.entries(columns)) {
    const { key } = readHeader(title);
    if (isMeaning(meaning)) readings.set(key, readingOf(meaning, key));
  }
  return { ...AGENCY, readings };
}

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
import { SURELY_NO_NAME, statisticOf } from "./header-words.ts";
import { hasPersonalData, holdsPersonalData, isPersonalColumn } from "./personal-data.ts";
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

/** A column that was read by what its words and cells say, without anybody's word for it. */
export interface GuessedColumn {
  column: string;
  meaning: Meaning;
}

const EXAMPLE_LENGTH = 40;

/** Files with the same headers, in whatever order and spelling of signs, have the same shape. */
export function shapeOf(header: readonly string[]): string {
  const keys = header.map((title) => readHeader(title)).filter(({ key }) => key !== "");
  const words = keys.map(({ key, tenThousands, percent }) => `${key}|${tenThousands}|${percent}`).sort();
  return createHash("sha256").update(words.join("\n")).digest("hex").slice(0, 32);
}

/** Nothing in an agency's sheet says who a row is about, or nothing says a number that could be judged. */
export function isUnknownHeader(table: Table, asked: readonly AskedColumn[]): boolean {
  const readings = table.header.map((title) => AGENCY.readings.get(readHeader(title).key));
  if (!saysWho(table)) return true;
  const isFact = (reading: Reading | undefined) => reading !== undefined && "fact" in reading;
  const judged = readings.some((reading) => isFact(reading) && reading?.as !== "text");
  return !judged && asked.some(({ guess }) => guess !== null && guess !== "name");
}

function saysWho(table: Table): boolean {
  try {
    planColumns(AGENCY, table.header);
    return true;
  } catch {
    return false;
  }
}

/** A column with the meaning that it most likely has, and whether the agency's map knows its header. */
interface Candidate {
  title: string;
  key: string;
  cells: readonly string[];
  isKnown: boolean;
  meaning: Meaning | undefined;
}

/** The columns to ask about: all but those with contact data, each title once, with a guess for each meaning once. */
export function askedColumns(table: Table): AskedColumn[] {
  const candidates = candidatesIn(table);
  const best = bestOfEach(candidates);
  const columns = candidates.map((candidate): AskedColumn => {
    const { title, cells, meaning } = candidate;
    const guess = meaning !== undefined && best.get(meaning) === candidate ? meaning : null;
    const example = cells.find((cell) => !isAbsent(cell) && !hasPersonalData(cell)) ?? "";
    const possible = possibleMeanings(cells);
    return {
      title,
      example: example.slice(0, EXAMPLE_LENGTH),
      guess,
      possible: guess === null || possible.includes(guess) ? possible : [guess, ...possible],
    };
  });
  return SAYS_WHO.some((meaning) => best.has(meaning)) ? columns : withName(columns, candidates);
}

const SAYS_WHO: readonly Meaning[] = ["name", "handle", "link", "id"];

function candidatesIn(table: Table): Candidate[] {
  const candidates: Candidate[] = [];
  for (const [index, title] of table.header.entries()) {
    if (title === "" || candidates.some((candidate) => candidate.title === title)) continue;
    const { key } = readHeader(title);
    const cells = table.first.map((row) => (row.cells[index] ?? "").trim());
    const isKnown = AGENCY.readings.has(key);
    if (!isKnown && (isPersonalColumn(title) || holdsPersonalData(cells))) continue;
    const guess = AGENCY.evidence.has(key) ? undefined : guessMeaning(key, cells);
    candidates.push({ title, key, cells, isKnown, meaning: isKnown ? knownMeaning(key) : guess });
  }
  return candidates;
}

/** Of two columns for one meaning a median goes before a mean, and a known header before words that only say so. */
function bestOfEach(candidates: readonly Candidate[]): Map<Meaning, Candidate> {
  const best = new Map<Meaning, Candidate>();
  for (const candidate of candidates) {
    const { meaning } = candidate;
    if (meaning === undefined) continue;
    const other = best.get(meaning);
    if (other === undefined || rankOf(candidate) < rankOf(other)) best.set(meaning, candidate);
  }
  return best;
}

const STATISTICS = ["median", "mean", "unknown"];

function rankOf({ key, isKnown }: Candidate): number {
  return STATISTICS.indexOf(statisticOf(key)) * 2 + (isKnown ? 0 : 1);
}

/** Among unknown words the first column of different short texts is most likely who the row is about. */
function withName(columns: readonly AskedColumn[], candidates: readonly Candidate[]): AskedColumn[] {
  const first = columns.findIndex(({ guess, possible }, index) => {
    const { key, cells } = candidates[index] ?? { key: "", cells: [] };
    return guess === null && possible.includes("name") && !SURELY_NO_NAME.test(key) && areNames(cells);
  });
  return columns.map((column, index) => (index === first ? { ...column, guess: "name" } : column));
}

const LONGEST_NICKNAME = 30;

/** A name stands for one creator, so few of them repeat; a code of digits is none. */
function areNames(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => !isAbsent(cell));
  const likely = filled.filter(
    (cell) => cell.length <= LONGEST_NICKNAME && !/^[a-z]{0,4}[-_]?\d+$/iu.test(cell),
  );
  return likely.length * 10 >= filled.length * 7 && new Set(filled).size * 10 >= filled.length * 7;
}

/**
 * An agency's sheet with what its free headers surely mean besides the known ones: a person is told, and may say
 * otherwise.
 */
export function guessedVendor(
  table: Table,
  asked: readonly AskedColumn[],
): { vendor: Vendor; guessed: GuessedColumn[] } {
  if (!saysWho(table)) return { vendor: AGENCY, guessed: [] };
  const readings = new Map(AGENCY.readings);
  const guessed: GuessedColumn[] = [];
  for (const { title, guess } of asked) {
    const { key } = readHeader(title);
    if (guess === null || readings.has(key)) continue;
    readings.set(key, readingOf(guess, key));
    guessed.push({ column: title, meaning: guess });
  }
  return { vendor: { ...AGENCY, readings }, guessed };
}

/** What the agency's map says of a header, as one of the meanings that a person can choose. */
function knownMeaning(key: string): Meaning | undefined {
  const known = AGENCY.readings.get(key);
  if (known === undefined) return undefined;
  const same = (meaning: Meaning) => {
    const reading = readingOf(meaning, key);
    if ("fact" in known && "fact" in reading)
      return known.fact === reading.fact && kindOf(known) === kindOf(reading);
    return !("fact" in known) && !("fact" in reading) && known.as === reading.as;
  };
  return MEANINGS.find(same);
}

function kindOf(reading: Reading): string {
  if (reading.as !== "share") return reading.as;
  return `${reading.as} ${reading.opposite === true} ${reading.second === true}`;
}

/**
 * An agency's sheet as a person said it is to be read.
 * @param columns by title what the column means; a title that is absent, or means nothing we know, stays as evidence
 */
export function mappedVendor(columns: Readonly<Record<string, string>>): Vendor {
  const readings = new Map<string, Reading>();
  for (const [title, meaning] of Object.entries(columns)) {
    const { key } = readHeader(title);
    if (!isMeaning(meaning)) continue;
    const known = knownMeaning(key) === meaning ? AGENCY.readings.get(key) : undefined;
    readings.set(key, known ?? readingOf(meaning, key));
  }
  return { ...AGENCY, readings };
}

/** Turns a table into creators with facts, and a report on everything in it that was not used. */
import type { CreatorFacts, Source } from "../domain/creator-facts.ts";
import { settleScales } from "./column-scales.ts";
import { detectVendor, type Vendor } from "./detect-vendor.ts";
import { hasPersonalData } from "./personal-data.ts";
import { planColumns } from "./plan-columns.ts";
import { type CellProblem, type CellTrouble, planFacts, readFacts } from "./read-facts.ts";
import { type Identity, placesIn, readIdentity } from "./read-identity.ts";
import { rowSorter, type SetAsideRow } from "./set-aside.ts";
import type { Table } from "./table.ts";

export interface ImportedCreator extends Identity {
  /** 1-based line in the file */
  line: number;
  facts: CreatorFacts;
}

/** A cell whose text could not be read as its column says. */
interface UnusedCell {
  line: number;
  column: string;
  text: string;
  problem: CellTrouble;
}

export interface ImportReport {
  /** rows below the header */
  rows: number;
  /** "evidence" columns are no facts, "personal" ones hold contact data: of both only the titles are kept */
  unusedColumns: { column: string; reason: "evidence" | "personal" }[];
  /** the first 20,000; `unusedCellCount` is how many there are */
  unusedCells: UnusedCell[];
  unusedCellCount: number;
  setAside: SetAsideRow[];
  /** of a workbook with several lists: the sheet that was read, and the others */
  sheets?: { read: string; left: readonly string[] };
}

export interface CreatorImport {
  vendor: Source;
  /** what a row of the file stands for */
  rows: "creators" | "notes" | "orders";
  creators: ImportedCreator[];
  report: ImportReport;
}

const UNUSED_CELLS_LISTED = 20_000;

/**
 * Reads the creators of a table by its headers. The first row of a creator that has any fact wins; the others are set
 * aside.
 * @param table from `readTable`
 * @param vendor how its headers are read; by default as they tell by themselves
 * @returns facts with their source, statistic and window; unknown stays absent
 * @throws AppError "no-creator-column" {columns}
 */
export async function readCreators(
  table: Table,
  vendor: Vendor = detectVendor(table.header),
): Promise<CreatorImport> {
  const { map } = vendor;
  const { columns, personal } = planColumns(vendor, table.header, table.first);
  const evidence = columns.filter(({ reading }) => reading === undefined);
  const used = columns.filter(({ reading }) => reading !== undefined);
  const report: ImportReport = {
    rows: 0,
    unusedColumns: [
      ...evidence.map(({ title }) => ({ column: title, reason: "evidence" as const })),
      ...personal.map((title) => ({ column: title, reason: "personal" as const })),
    ],
    unusedCells: [],
    unusedCellCount: 0,
    setAside: [],
  };
  const creators: ImportedCreator[] = [];
  const places = placesIn(used);
  const plan = planFacts(used, map.source);
  const settle = settleScales(used, table);
  const seen = new Seen(creators);
  const sort = rowSorter(columns);
  const take = ({ line, who, facts, problems }: ReadRow) => {
    const of = seen.lineOf(who, line);
    if (of !== undefined) report.setAside.push({ line, name: who.name, reason: "duplicate", of });
    else {
      if (problems.length > 0) tell(report, line, problems);
      creators.push(creatorOf(line, who, facts));
    }
  };
  const blank: ReadRow[] = [];
  for await (const part of table.parts()) {
    await settle(part);
    report.rows += part.length;
    for (const row of part) {
      const identity = readIdentity(places, row.cells);
      const { who } = identity;
      const aside = sort(identity, row);
      if (aside !== undefined) {
        report.setAside.push(aside);
        continue;
      }
      const { facts, problems } = readFacts(plan, row.cells);
      const read = { line: row.line, who, facts, problems };
      if (isBlank(facts)) blank.push(read);
      else take(read);
    }
  }
  // a row of dashes says nothing against a later one of the same creator
  for (const row of blank) take(row);
  if (blank.length > 0) for (const rows of [creators, report.setAside, report.unusedCells]) sortByLine(rows);
  return { vendor: map.source, rows: map.rows, creators, report };
}

/** A row of a creator, before anybody looked whether the creator stands on another one too. */
interface ReadRow {
  line: number;
  who: Identity;
  facts: CreatorFacts;
  problems: readonly CellProblem[];
}

function isBlank(facts: CreatorFacts): boolean {
  for (const _ in facts) return false;
  return true;
}

function sortByLine(rows: { line: number }[]): void {
  rows.sort((a, b) => a.line - b.line);
}

/** Written out for what most rows have, so that a long list is made of things of one shape. */
function creatorOf(line: number, who: Identity, facts: CreatorFacts): ImportedCreator {
  const { name, platformId, handle, link } = who;
  if (platformId === undefined || handle === undefined || link === undefined) return { line, ...who, facts };
  return { line, name, platformId, handle, link, facts };
}

export function tell(report: ImportReport, line: number, problems: readonly CellProblem[]): void {
  report.unusedCellCount += problems.length;
  const room = UNUSED_CELLS_LISTED - report.unusedCells.length;
  for (const problem of problems.slice(0, room)) {
    // a price such as 加微信 abc_123 is told without its text
    const text = hasPersonalData(problem.text) ? "" : problem.text;
    report.unusedCells.push({ line, ...problem, text });
  }
}

/** Finds the line on which a creator stands already, by id, else by handle; by name only where a row has neither. */
class Seen {
  readonly #ids = new Map<string, number>();
  readonly #names = new Map<string, number>();
  /** by handle, once a row has no id: most lists give one in each */
  #handles: Map<string, number> | undefined;
  readonly #creators: readonly ImportedCreator[];

  constructor(creators: readonly ImportedCreator[]) {
    this.#creators = creators;
  }

  /** @returns the line that has this creator; a row that is the first is kept in mind */
  lineOf({ platformId, handle, name }: Identity, line: number): number | undefined {
    if (handle && platformId === undefined) this.#handles ??= this.#handlesSoFar();
    const byHandle = handle ? this.#handles : undefined;
    const handleKey = byHandle === undefined ? "" : lowered(handle ?? "");
    if (platformId !== undefined) {
      const of = this.#ids.get(platformId);
      if (of !== undefined) return of;
      this.#ids.set(platformId, line);
      if (byHandle !== undefined && !byHandle.has(handleKey)) byHandle.set(handleKey, line);
      return undefined;
    }
    const lines = byHandle ?? this.#names;
    const key = byHandle === undefined ? lowered(name) : handleKey;
    const of = lines.get(key);
    if (of === undefined) lines.set(key, line);
    return of;
  }

  #handlesSoFar(): Map<string, number> {
    const lines = new Map<string, number>();
    for (const { handle, line } of this.#creators) {
      const key = lowered(handle ?? "");
      if (key !== "" && !lines.has(key)) lines.set(key, line);
    }
    return lines;
  }
}

/** Capitals make no difference between creators. */
function lowered(text: string): string {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isSmall = code < 0x80 ? code < 0x41 || code > 0x5a : code >= 0x4e00 && code <= 0x9fff;
    if (!isSmall) return text.toLowerCase();
  }
  return text;
}

/** What tells creators apart, the surest first; a name alone only where the row has nothing better. */
export function keysOf({ platformId, handle, name }: Identity): string[] {
  const sure = [platformId && `id ${platformId}`, handle && `handle ${handle.toLowerCase()}`].filter(
    (key): key is string => key !== undefined && key !== "",
  );
  return sure.length > 0 ? sure : [`name ${name.toLowerCase()}`];
}

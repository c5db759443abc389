/** Turns a table into creators with facts, and a report on everything in it that was not used. */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { CreatorFacts, Source } from "../domain/creator-facts.ts";
import { detectVendor, type Vendor } from "./detect-vendor.ts";
import { type Column, planColumns } from "./plan-columns.ts";
import { readEvidence } from "./read-evidence.ts";
import { type CellTrouble, readFacts } from "./read-facts.ts";
import { type Identity, readIdentity } from "./read-identity.ts";
import type { Line, Table } from "./table.ts";

export interface ImportedCreator extends Identity {
  /** 1-based line in the file */
  line: number;
  facts: CreatorFacts;
  /** the cells of columns that are no facts, by header, as they stand in the file */
  raw: Record<string, string>;
}

/** A cell whose text could not be read as its column says. */
interface UnusedCell {
  line: number;
  column: string;
  text: string;
  problem: CellTrouble;
}

type SetAsideReason = "no-name" | "other-platform" | "duplicate" | "total-line" | "repeated-header";

export interface SetAsideRow {
  line: number;
  reason: SetAsideReason;
  name?: string;
  /** duplicate: the line that was kept */
  of?: number;
}

export interface ImportReport {
  /** rows below the header */
  rows: number;
  /** "evidence" columns are kept in `raw`, "personal" ones are not kept at all */
  unusedColumns: { column: string; reason: "evidence" | "personal" }[];
  /** the first 20,000; `unusedCellCount` is how many there are */
  unusedCells: UnusedCell[];
  unusedCellCount: number;
  setAside: SetAsideRow[];
}

export interface CreatorImport {
  vendor: Source;
  /** what a row of the file stands for */
  rows: "creators" | "notes" | "orders";
  creators: ImportedCreator[];
  report: ImportReport;
}

/** Rows read before other work gets its turn: a few milliseconds. */
const ROWS_A_TURN = 500;
export const UNUSED_CELLS_LISTED = 20_000;
const TOTAL_LINE = /^(?:合计|总计|小计|汇总|total|sum)[:：]?$/i;

/**
 * Reads the creators of a table by its headers. The first row of a creator wins; later ones are set aside.
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
  const { columns, personal } = planColumns(vendor, table.header, table.rows);
  const evidence = columns.filter(({ reading }) => reading === undefined);
  const used = columns.filter(({ reading }) => reading !== undefined);
  const report: ImportReport = {
    rows: table.rows.length,
    unusedColumns: [
      ...evidence.map(({ title }) => ({ column: title, reason: "evidence" as const })),
      ...personal.map((title) => ({ column: title, reason: "personal" as const })),
    ],
    unusedCells: [],
    unusedCellCount: 0,
    setAside: [],
  };
  const creators: ImportedCreator[] = [];
  const seen = new Map<string, number>();
  for (const [index, row] of table.rows.entries()) {
    if (index % ROWS_A_TURN === ROWS_A_TURN - 1) await nextTurn();
    const identity = readIdentity(used, row.cells);
    const aside = reasonToSetAside(identity, row, columns, seen);
    if (aside) {
      report.setAside.push(aside);
      continue;
    }
    for (const key of keysOf(identity.who)) if (!seen.has(key)) seen.set(key, row.line);
    const { facts, problems } = readFacts(used, row.cells, map.source);
    report.unusedCellCount += problems.length;
    for (const problem of problems) {
      if (report.unusedCells.length >= UNUSED_CELLS_LISTED) break;
      report.unusedCells.push({ line: row.line, ...problem });
    }
    creators.push(new Row(row, identity.who, facts, evidence));
  }
  return { vendor: map.source, rows: map.rows, creators, report };
}

/** A row's evidence is taken from its cells when somebody asks for it: a long list is vetted without. */
class Row implements ImportedCreator {
  readonly line: number;
  readonly name: string;
  readonly platformId?: string;
  readonly handle?: string;
  readonly link?: string;
  readonly facts: CreatorFacts;
  readonly #evidence: readonly Column[];
  readonly #cells: readonly string[];

  constructor({ line, cells }: Line, who: Identity, facts: CreatorFacts, evidence: readonly Column[]) {
    this.line = line;
    this.name = who.name;
    if (who.platformId !== undefined) this.platformId = who.platformId;
    if (who.handle !== undefined) this.handle = who.handle;
    if (who.link !== undefined) this.link = who.link;
    this.facts = facts;
    this.#evidence = evidence;
    this.#cells = cells;
  }

  get raw(): Record<string, string> {
    return readEvidence(this.#evidence, this.#cells);
  }
}

export function reasonToSetAside(
  { who, otherPlatform }: ReturnType<typeof readIdentity>,
  { line, cells }: Line,
  columns: readonly Column[],
  seen: ReadonlyMap<string, number> = new Map(),
): SetAsideRow | undefined {
  if (columns.every(({ index, title }) => (cells[index] ?? "").trim() === title)) {
    return { line, reason: "repeated-header" };
  }
  if (who.name === "") return { line, reason: "no-name" };
  const named = { line, name: who.name };
  if (TOTAL_LINE.test(who.name)) return { ...named, reason: "total-line" };
  if (otherPlatform) return { ...named, reason: "other-platform" };
  const of = seen.get(keysOf(who)[0] ?? "");
  return of === undefined ? undefined : { ...named, reason: "duplicate", of };
}

/** What tells creators apart, the surest first; a name alone only where the row has nothing better. */
export function keysOf({ platformId, handle, name }: Identity): string[] {
  const sure = [platformId && `id ${platformId}`, handle && `handle ${handle.toLowerCase()}`].filter(
    (key): key is string => key !== undefined && key !== "",
  );
  return sure.length > 0 ? sure : [`name ${name.toLowerCase()}`];
}

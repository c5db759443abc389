/**
 * Scored rows as they are kept, column by column: that numbers are medians of Pugongying over 90 days stands once for a
 * part of a list and not in each of its million cells, which would take longer to write than all rows take to be scored.
 */
import type { Fact, FactName } from "../../domain/creator-facts.ts";
import type { ImportedCreator } from "../../imports/read-creators.ts";
import type { SetAsideRow } from "./import-cards.ts";
import type { RowScore } from "./rank-import.ts";

export interface ScoredRow {
  row: ImportedCreator;
  /** or why there is no score */
  result: RowScore | Pick<SetAsideRow, "reason" | "of">;
}

/** What a fact says beside its value. */
type About = Omit<Fact<unknown>, "value">;

/** Values that have everything else in common. */
interface FactColumn {
  fact: FactName;
  about: About;
  values: unknown[];
  /** on which rows they stand, counted from 0; absent where all rows have one */
  at?: number[];
}

type Column = Required<FactColumn>;

export interface PackedRows {
  lines: number[];
  names: string[];
  platformIds: (string | null)[];
  handles: (string | null)[];
  links: (string | null)[];
  results: ScoredRow["result"][];
  facts: FactColumn[];
}

export function packRows(scored: readonly ScoredRow[]): PackedRows {
  const rows = scored.map(({ row }) => row);
  return {
    lines: rows.map(({ line }) => line),
    names: rows.map(({ name }) => name),
    platformIds: rows.map(({ platformId }) => platformId ?? null),
    handles: rows.map(({ handle }) => handle ?? null),
    links: rows.map(({ link }) => link ?? null),
    results: scored.map(({ result }) => result),
    facts: columnsOf(rows),
  };
}

function columnsOf(rows: readonly ScoredRow["row"][]): FactColumn[] {
  const byFact = new Map<string, Column[]>();
  for (const [at, { facts }] of rows.entries())
    for (const name in facts) {
      // a file holds nothing back
      if (name === "heldBack") continue;
      const one = facts[name as FactName] as Fact<unknown>;
      const column = columnFor(byFact, name as FactName, one);
      column.at.push(at);
      column.values.push(one.value);
    }
  return [...byFact.values()].flat().map(({ at, ...column }) => {
    return at.length === rows.length ? column : { ...column, at };
  });
}

function columnFor(byFact: Map<string, Column[]>, fact: FactName, one: Fact<unknown>): Column {
  const columns = byFact.get(fact);
  const last = columns?.at(-1);
  if (last !== undefined && saysTheSame(last.about, one)) return last;
  const found = columns?.find(({ about }) => saysTheSame(about, one));
  if (found !== undefined) return found;
  const { value: _, ...about } = one;
  const column: Column = { fact, about, values: [], at: [] };
  if (columns === undefined) byFact.set(fact, [column]);
  else columns.push(column);
  return column;
}

/** Written out: a list asks a million times. */
function saysTheSame(a: About, b: About): boolean {
  return (
    a.source === b.source &&
    a.statistic === b.statistic &&
    a.windowDays === b.windowDays &&
    a.asOf === b.asOf &&
    a.notes === b.notes &&
    a.records === b.records &&
    a.agency === b.agency
  );
}

export function unpackRows({ facts: columns, ...packed }: PackedRows): ScoredRow[] {
  const rows = packed.lines.map((line, at): ScoredRow => {
    const [platformId, handle, link] = [packed.platformIds[at], packed.handles[at], packed.links[at]];
    const row: ScoredRow["row"] = { line, name: packed.names[at] ?? "", facts: {} };
    if (typeof platformId === "string") row.platformId = platformId;
    if (typeof handle === "string") row.handle = handle;
    if (typeof link === "string") row.link = link;
    return { row, result: packed.results[at] as ScoredRow["result"] };
  });
  for (const { fact, about, values, at } of columns)
    for (const [index, value] of values.entries()) {
      const { facts } = (rows[at?.[index] ?? index] as ScoredRow).row;
      (facts as Record<string, Fact<unknown>>)[fact] = { value, ...about };
    }
  return rows;
}

export function isPacked(content: unknown): content is PackedRows {
  return typeof content === "object" && content !== null && "lines" in content && "results" in content;
}

/** @param isTheirs whether a row is one of those to be left out */
export function withoutRows(packed: PackedRows, isTheirs: (row: ScoredRow) => boolean): PackedRows {
  return packRows(unpackRows(packed).filter((row) => !isTheirs(row)));
}

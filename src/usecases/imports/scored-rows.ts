/**
 * Scored rows as they are kept, column by column: that numbers are medians of Pugongying over 90 days stands once for a
 * part of a list and not in each of its million cells, which would take longer to write than all rows take to be scored.
 */
import type { Fact, FactName } from "../../domain/creator-facts.ts";
import type { Currency, Money } from "../../domain/money.ts";
import { profilePage } from "../../imports/profile-link.ts";
import type { ImportedCreator } from "../../imports/read-creators.ts";
import type { SetAsideRow } from "./import-cards.ts";
import type { RowScore } from "./rank-import.ts";

export interface ScoredRow {
  row: ImportedCreator;
  /** or why there is no score */
  result: RowScore | NoScore;
}

type NoScore = Pick<SetAsideRow, "reason" | "of">;

/** What a fact says beside its value. */
type About = Omit<Fact<unknown>, "value">;

/** Values that have everything else in common. */
interface FactColumn {
  fact: FactName;
  about: About;
  /** of prices: their values are whole minor units */
  currency?: Currency;
  values: unknown[];
  /** on which rows they stand, counted from 0; absent where all rows have one */
  at?: number[];
}

type Column = FactColumn & Required<Pick<FactColumn, "at">>;

interface PackedResults {
  scores: RowScore["score"][];
  rawScores: RowScore["rawScore"][];
  /** by its place in `lacks`: few things are missing, and on most rows the same ones */
  missing: number[];
  lacks: RowScore["missing"][];
  /** the rows without a score, counted from 0 */
  noScores: [at: number, why: NoScore][];
}

export interface PackedRows extends PackedResults {
  lines: number[];
  names: string[];
  platformIds: (string | null)[];
  handles: (string | null)[];
  /** true for the one that the platform gives to the row's `platformId` */
  links: (string | true | null)[];
  facts: FactColumn[];
}

export function packRows(scored: readonly ScoredRow[]): PackedRows {
  const rows = scored.map(({ row }) => row);
  return {
    lines: rows.map(({ line }) => line),
    names: rows.map(({ name }) => name),
    platformIds: rows.map(({ platformId }) => platformId ?? null),
    handles: rows.map(({ handle }) => handle ?? null),
    links: rows.map(({ link, platformId }) => {
      if (link === undefined) return null;
      return platformId !== undefined && link === profilePage(platformId) ? true : link;
    }),
    ...packResults(scored),
    facts: columnsOf(rows),
  };
}

function packResults(scored: readonly ScoredRow[]): PackedResults {
  const packed: PackedResults = { scores: [], rawScores: [], missing: [], lacks: [], noScores: [] };
  const places = new Map<string, number>();
  for (const [at, { result }] of scored.entries()) {
    const { score, rawScore, missing } = "reason" in result ? NO_RESULT : result;
    const key = missing.join();
    let place = places.get(key);
    if (place === undefined) {
      place = packed.lacks.push(missing) - 1;
      places.set(key, place);
    }
    packed.scores.push(score);
    packed.rawScores.push(rawScore);
    packed.missing.push(place);
    if ("reason" in result) packed.noScores.push([at, result]);
  }
  return packed;
}

const NO_RESULT: RowScore = { score: null, rawScore: null, missing: [] };

function unpackResults({
  scores,
  rawScores,
  missing,
  lacks,
  noScores,
}: PackedResults): ScoredRow["result"][] {
  const results = scores.map((score, at): ScoredRow["result"] => {
    return { score, rawScore: rawScores[at] ?? null, missing: lacks[missing[at] ?? 0] ?? [] };
  });
  for (const [at, why] of noScores) results[at] = why;
  return results;
}

function columnsOf(rows: readonly ScoredRow["row"][]): FactColumn[] {
  const byFact = new Map<string, Column[]>();
  for (const [at, { facts }] of rows.entries())
    for (const name in facts) {
      // a file holds nothing back
      if (name === "heldBack") continue;
      const one = facts[name as FactName] as Fact<unknown>;
      const price = isMoney(one.value) ? one.value : undefined;
      const column = columnFor(byFact, name as FactName, one, price?.currency);
      column.at.push(at);
      column.values.push(price === undefined ? one.value : price.amount);
    }
  return [...byFact.values()].flat().map(({ at, ...column }) => {
    return at.length === rows.length ? column : { ...column, at };
  });
}

function isMoney(value: unknown): value is Money {
  return typeof value === "object" && value !== null && "currency" in value && "amount" in value;
}

function columnFor(
  byFact: Map<string, Column[]>,
  fact: FactName,
  one: Fact<unknown>,
  currency: Currency | undefined,
): Column {
  const columns = byFact.get(fact);
  const last = columns?.at(-1);
  if (last !== undefined && last.currency === currency && saysTheSame(last.about, one)) return last;
  const found = columns?.find((column) => column.currency === currency && saysTheSame(column.about, one));
  if (found !== undefined) return found;
  const { value: _, ...about } = one;
  const column: Column = { fact, about, ...(currency && { currency }), values: [], at: [] };
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
  const results = unpackResults(packed);
  const rows = packed.lines.map((line, at): ScoredRow => {
    const [platformId, handle, link] = [packed.platformIds[at], packed.handles[at], packed.links[at]];
    const row: ScoredRow["row"] = { line, name: packed.names[at] ?? "", facts: {} };
    if (typeof platformId === "string") row.platformId = platformId;
    if (typeof handle === "string") row.handle = handle;
    if (typeof link === "string") row.link = link;
    if (link === true) row.link = profilePage(platformId ?? "");
    return { row, result: results[at] as ScoredRow["result"] };
  });
  for (const { fact, about, currency, values, at } of columns)
    for (const [index, kept] of values.entries()) {
      const { facts } = (rows[at?.[index] ?? index] as ScoredRow).row;
      const value = currency === undefined ? kept : { amount: kept, currency };
      (facts as Record<string, Fact<unknown>>)[fact] = { value, ...about };
    }
  return rows;
}

export function isPacked(content: unknown): content is PackedRows {
  return typeof content === "object" && content !== null && "lines" in content && "rawScores" in content;
}

/** @param isTheirs whether a row is one of those to be left out */
export function withoutRows(packed: PackedRows, isTheirs: (row: ScoredRow) => boolean): PackedRows {
  return packRows(unpackRows(packed).filter((row) => !isTheirs(row)));
}

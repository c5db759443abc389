/** Reads the facts of one row, each with its source, statistic, window and date. */
import type { CreatorFacts, Fact, HealthGrade, Source, Statistic } from "../domain/creator-facts.ts";
import type { NumberProblem, Parsed } from "../domain/numbers.ts";
import { categoryOf } from "./categories.ts";
import type { Reading } from "./header-maps/header-map.ts";
import type { Column } from "./plan-columns.ts";
import {
  cellAt,
  isAbsent,
  readChange,
  readCount,
  readDate,
  readFollowers,
  readPrice,
  readShare,
  readShares,
  readYesNo,
} from "./read-cell.ts";

/** Why a cell was not used. */
export type CellTrouble = NumberProblem | "not-yes-no" | "not-a-grade" | "few-notes" | "no-date";

/** 健康等级 as the platform writes it. */
export const HEALTH_GRADES: Readonly<Record<string, HealthGrade>> = {
  优秀: "excellent",
  普通: "ordinary",
  异常: "abnormal",
};

export interface CellProblem {
  column: string;
  text: string;
  problem: CellTrouble;
}

type FactReading = Extract<Reading, { fact: unknown }>;
type ReadFact = Fact<unknown> | CellTrouble;

/** A column of facts. */
interface FactColumn {
  column: Column;
  reading: FactReading;
  counting: { tenThousands: boolean; statistic: Statistic | undefined };
  /** shares, categories, cities: a list has few different texts in such a column, and counts differ from row to row */
  repeats: boolean;
}

/** Where and when facts are from, with what was read there already: texts by column. */
interface Origin {
  source: Source;
  asOf: string | undefined;
  known: Map<string, ReadFact>[];
}

/** How the facts of a table's rows are read: made once, because a list has a million cells. */
export interface FactPlan {
  columns: readonly FactColumn[];
  dated: Column | undefined;
  source: Source;
  undated: Origin;
  byDate: Map<string, Origin>;
}

const DATES_KEPT = 64;
const TEXTS_KEPT = 2_048;

/** What is no count over notes has no statistic, and no other column of its kind. */
function placeOf({ counting: { statistic } }: FactColumn): number {
  if (statistic === "mean") return 1;
  return statistic === "unknown" ? 2 : 0;
}

export function planFacts(columns: readonly Column[], source: Source): FactPlan {
  const all = columns.flatMap((column): FactColumn[] => {
    const { reading } = column;
    if (reading === undefined || !("fact" in reading)) return [];
    const statistic = reading.as === "count" ? reading.statistic : undefined;
    const counting = { tenThousands: column.tenThousands, statistic };
    return [{ column, reading, counting, repeats: reading.as !== "count" && reading.as !== "money" }];
  });
  // of two columns for one fact the first counts: a median says more of a usual note than a mean
  const facts = all.toSorted((a, b) => placeOf(a) - placeOf(b));
  return {
    columns: facts,
    dated: columns.find(({ reading }) => reading?.as === "as-of"),
    source,
    undated: { source, asOf: undefined, known: facts.map(() => new Map()) },
    byDate: new Map(),
  };
}

/**
 * @returns facts that the row has, and its cells that could not be read; of two columns for the same fact the first
 *   with a value counts
 */
export function readFacts(
  plan: FactPlan,
  cells: readonly string[],
): { facts: CreatorFacts; problems: CellProblem[] } {
  const facts: Partial<Record<string, Fact<unknown>>> = {};
  const problems: CellProblem[] = [];
  const origin = originOf(plan, cells);
  const { columns } = plan;
  for (let at = 0; at < columns.length; at += 1) {
    const fact = columns[at] as FactColumn;
    const { column, reading } = fact;
    if (facts[reading.fact] !== undefined) continue;
    const text = cellAt(cells, column.index);
    if (isAbsent(text)) continue;
    const read = fact.repeats
      ? readKnown(origin.known[at] as Map<string, ReadFact>, fact, text, origin)
      : readCell(fact, text, origin);
    if (typeof read !== "string") facts[reading.fact] = read;
    else if (read !== "empty") problems.push({ column: column.title, text, problem: read });
  }
  return { facts, problems };
}

function originOf({ dated, source, undated, byDate, columns }: FactPlan, cells: readonly string[]): Origin {
  if (dated === undefined) return undated;
  const text = cells[dated.index] ?? "";
  const known = byDate.get(text);
  if (known !== undefined) return known;
  const asOf = readDate(text);
  const origin = asOf === undefined ? undated : { source, asOf, known: columns.map(() => new Map()) };
  if (byDate.size >= DATES_KEPT) byDate.clear();
  byDate.set(text, origin);
  return origin;
}

/** The same text in the same column is the same fact: it is made once, and never changed. */
function readKnown(known: Map<string, ReadFact>, column: FactColumn, text: string, origin: Origin): ReadFact {
  const found = known.get(text);
  if (found !== undefined) return found;
  const read = readCell(column, text, origin);
  if (known.size >= TEXTS_KEPT) known.clear();
  known.set(text, read);
  return read;
}

function readCell({ reading, column, counting }: FactColumn, text: string, origin: Origin): ReadFact {
  const { tenThousands, scale } = column;
  switch (reading.as) {
    case "text":
      return textOf(reading.fact, text, origin);
    case "money":
      return factOf(readPrice(text, tenThousands), origin);
    case "shares":
      return factOf(readShares(text), origin);
    case "yes-no": {
      const answer = readYesNo(text);
      return answer === undefined ? "not-yes-no" : makeFact(answer, origin);
    }
    case "count":
      return factOf(countOf(reading, counting, text), origin, reading.statistic, reading.windowDays);
    case "share":
      return factOf(shareOf(reading, scale, text), origin, undefined, reading.windowDays);
  }
}

function textOf(fact: string, text: string, origin: Origin): ReadFact {
  if (fact !== "healthGrade") return makeFact(fact === "category" ? categoryOf(text) : text, origin);
  const grade = HEALTH_GRADES[text];
  return grade === undefined ? "not-a-grade" : makeFact(grade, origin);
}

function factOf(
  parsed: Parsed<unknown>,
  origin: Origin,
  statistic?: Statistic,
  windowDays?: number,
): ReadFact {
  return parsed.ok ? makeFact(parsed.value, origin, statistic, windowDays) : parsed.problem;
}

/** What is not known has no key; written out, because a list has half a million facts. */
function makeFact(
  value: unknown,
  { source, asOf }: Origin,
  statistic?: Statistic,
  windowDays?: number,
): Fact<unknown> {
  if (asOf !== undefined) {
    const fact: Fact<unknown> = { value, source, asOf };
    if (statistic !== undefined) fact.statistic = statistic;
    if (windowDays !== undefined) fact.windowDays = windowDays;
    return fact;
  }
  if (statistic === undefined)
    return windowDays === undefined ? { value, source } : { value, source, windowDays };
  return windowDays === undefined ? { value, source, statistic } : { value, source, statistic, windowDays };
}

function countOf(
  reading: Extract<Reading, { as: "count" }>,
  counting: FactColumn["counting"],
  text: string,
): Parsed<number> {
  return reading.fact === "followers"
    ? readFollowers(text, counting.tenThousands)
    : readCount(text, counting);
}

function shareOf(
  reading: Extract<Reading, { as: "share" }>,
  scale: Column["scale"],
  text: string,
): Parsed<number> {
  if (reading.signed) return readChange(text, scale);
  const parsed = readShare(text, scale, reading.second);
  // Rounded, because 1 - 0.58 is 0.42000000000000004.
  return parsed.ok && reading.opposite ? { ok: true, value: Number((1 - parsed.value).toFixed(6)) } : parsed;
}

/** The day on which the row was looked at, where a column says it. */
export function dateOf(plan: FactPlan, cells: readonly string[]): string | undefined {
  return originOf(plan, cells).asOf;
}

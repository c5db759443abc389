/** Reads the facts of one row, each with its source, statistic, window and date. */
import type { CreatorFacts, Fact, HealthGrade, Source } from "../domain/creator-facts.ts";
import type { NumberProblem, Parsed } from "../domain/numbers.ts";
import { categoryOf } from "./categories.ts";
import type { Reading } from "./header-maps/header-map.ts";
import type { Column } from "./plan-columns.ts";
import {
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
const HEALTH_GRADES: Readonly<Record<string, HealthGrade>> = {
  优秀: "excellent",
  普通: "ordinary",
  异常: "abnormal",
};

interface CellProblem {
  column: string;
  text: string;
  problem: CellTrouble;
}

/**
 * @returns facts that the row has, and its cells that could not be read; of two columns for the same fact the first
 *   with a value counts
 */
export function readFacts(
  columns: readonly Column[],
  cells: readonly string[],
  source: Source,
): { facts: CreatorFacts; problems: CellProblem[] } {
  const facts: CreatorFacts = {};
  const problems: CellProblem[] = [];
  const asOf = dateOf(columns, cells);
  const origin = asOf === undefined ? { source } : { source, asOf };
  for (const column of columns) {
    const { reading } = column;
    if (!reading || !("fact" in reading) || facts[reading.fact]) continue;
    const text = (cells[column.index] ?? "").trim();
    if (isAbsent(text)) continue;
    const problem = readInto(facts, reading, column, text, origin);
    if (problem && problem !== "empty") problems.push({ column: column.title, text, problem });
  }
  return { facts, problems };
}

type FactReading = Extract<Reading, { fact: unknown }>;

function readInto(
  facts: CreatorFacts,
  reading: FactReading,
  { tenThousands, scale }: Column,
  text: string,
  origin: Omit<Fact<never>, "value">,
): CellTrouble | undefined {
  if (reading.as === "text") {
    if (reading.fact === "healthGrade") {
      const grade = HEALTH_GRADES[text];
      if (grade !== undefined) facts.healthGrade = { value: grade, ...origin };
      return grade === undefined ? "not-a-grade" : undefined;
    }
    facts[reading.fact] = { value: reading.fact === "category" ? categoryOf(text) : text, ...origin };
    return undefined;
  }
  if (reading.as === "money") {
    const price = readPrice(text, tenThousands);
    if (price.ok) facts[reading.fact] = { value: price.value, ...origin };
    return price.ok ? undefined : price.problem;
  }
  if (reading.as === "shares") {
    const named = readShares(text);
    if (named.ok) facts[reading.fact] = { value: named.value, ...origin };
    return named.ok ? undefined : named.problem;
  }
  if (reading.as === "yes-no") {
    const answer = readYesNo(text);
    if (answer !== undefined) facts[reading.fact] = { value: answer, ...origin };
    return answer === undefined ? "not-yes-no" : undefined;
  }
  const parsed =
    reading.as === "count" ? countOf(reading, tenThousands, text) : shareOf(reading, scale, text);
  if (!parsed.ok) return parsed.problem;
  const fact: Fact<number> = { value: parsed.value, ...origin };
  if (reading.as === "count" && reading.statistic) fact.statistic = reading.statistic;
  if (reading.windowDays !== undefined) fact.windowDays = reading.windowDays;
  facts[reading.fact] = fact;
  return undefined;
}

function countOf(
  reading: Extract<Reading, { as: "count" }>,
  tenThousands: boolean,
  text: string,
): Parsed<number> {
  return reading.fact === "followers"
    ? readFollowers(text, tenThousands)
    : readCount(text, { tenThousands, statistic: reading.statistic });
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
export function dateOf(columns: readonly Column[], cells: readonly string[]): string | undefined {
  const column = columns.find(({ reading }) => reading?.as === "as-of");
  return column ? readDate(cells[column.index] ?? "") : undefined;
}

/** Brings the vetted creators of a list into their order. */
import type { ScoredFactId } from "../../domain/score-table.ts";
import type { Querier } from "../../store/database.ts";
import { importedScores } from "../../store/list-ranking.ts";

/** What the order rests on: a snapshot is fifty times as large, and a list may have 50,000. */
export interface ListRow {
  /** 1-based line in the file */
  line: number;
  vettingId: string;
  score: number | null;
  /** the score without the floor of coverage */
  rawScore: number | null;
  /** what would help most, where there is no verdict */
  missing: readonly ScoredFactId[];
}

export interface RankedRow extends ListRow {
  /** 1 is the best */
  place: number;
}

const PAGE = 5_000;
const MISSING_SHOWN = 3;

/** All vetted rows of an import, best first: what the order rests on is open to everybody. */
export async function rankImport(db: Querier, importId: string): Promise<RankedRow[]> {
  const rows: ListRow[] = [];
  for (;;) {
    const page = await importedScores(db, importId, rows.at(-1)?.line ?? 0, PAGE);
    for (const { missing, ...row } of page)
      rows.push({ ...row, missing: missing?.slice(0, MISSING_SHOWN) ?? NONE });
    if (page.length < PAGE) return rank(rows);
  }
}

const NONE: readonly ScoredFactId[] = [];

/**
 * By score among those with a verdict; then those without, by what their known points say. Equal ones stay in the order
 * of the file.
 */
export function rank(rows: readonly ListRow[]): RankedRow[] {
  const value = ({ score, rawScore }: ListRow) => (score === null ? (rawScore ?? -1) - 1_000 : score);
  return [...rows]
    .sort((a, b) => value(b) - value(a) || a.line - b.line)
    .map((row, index) => ({ ...row, place: index + 1 }));
}

/** How many came to a verdict, and the facts that keep most of the others from one. */
export function verdictsOf(rows: readonly RankedRow[]) {
  const withVerdict = rows.filter(({ score }) => score !== null).length;
  const times = new Map<ScoredFactId, number>();
  for (const { missing } of rows) for (const id of missing) times.set(id, (times.get(id) ?? 0) + 1);
  return {
    withVerdict,
    withoutVerdict: rows.length - withVerdict,
    missing: [...times]
      .sort(([, a], [, b]) => b - a)
      .slice(0, MISSING_SHOWN)
      .map(([id]) => id),
  };
}

/** Of a vetting that was just made, what the order of its list needs. */
export function listRow({
  line,
  vetting,
}: {
  line: number;
  vetting: {
    id: string;
    report: {
      scorecard: { score: number | null; rawScore: number | null; missing: readonly ScoredFactId[] };
    };
  };
}): ListRow {
  const { score, rawScore, missing } = vetting.report.scorecard;
  return {
    line,
    vettingId: vetting.id,
    score,
    rawScore,
    missing: score === null ? missing.slice(0, MISSING_SHOWN) : NONE,
  };
}

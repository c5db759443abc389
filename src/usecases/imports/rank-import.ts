/** Brings the creators of a list into their order, and counts what comes of it. */
import type { ScoredFactId } from "../../domain/score-table.ts";
import type { Querier } from "../../store/database.ts";
import { rankedScores } from "../../store/list-ranking.ts";

/** What the order of a list rests on. */
export interface RowScore {
  score: number | null;
  /** the score without the floor of coverage */
  rawScore: number | null;
  /** what would help most, where there is no verdict */
  missing: readonly ScoredFactId[];
}

interface ListRow extends Omit<RowScore, "missing"> {
  /** 1-based line in the file */
  line: number;
}

export interface RankedRow extends ListRow {
  /** 1 is the best */
  place: number;
}

export const MISSING_SHOWN = 3;

/** All vetted rows of an import, best first: what the order rests on is open to everybody. */
export async function rankImport(db: Querier, importId: string): Promise<RankedRow[]> {
  const rows = await rankedScores(db, importId);
  return rows.map(({ line, score, rawScore }, index) => ({ line, score, rawScore, place: index + 1 }));
}

/**
 * By score among those with a verdict; then those without, by what their known points say. Equal ones stay in the order
 * of the file, as in the store.
 */
export function rank(rows: readonly ListRow[]): RankedRow[] {
  const values = Float64Array.from(rows, ({ score, rawScore }) =>
    score === null ? (rawScore ?? -1) - 1_000 : score,
  );
  const places = Uint32Array.from(rows.keys()).sort(
    (a, b) => (values[b] ?? 0) - (values[a] ?? 0) || (rows[a]?.line ?? 0) - (rows[b]?.line ?? 0),
  );
  return Array.from(places, (at, index) => {
    const { line, score, rawScore } = rows[at] as ListRow;
    return { line, score, rawScore, place: index + 1 };
  });
}

export function verdictsOf(rows: readonly Pick<RowScore, "score">[]) {
  const withVerdict = rows.filter(({ score }) => score !== null).length;
  return { withVerdict, withoutVerdict: rows.length - withVerdict };
}

/** The facts that keep most of those without a verdict from one. */
export function mostMissing(rows: readonly Pick<RowScore, "missing">[]): ScoredFactId[] {
  const times = new Map<ScoredFactId, number>();
  for (const { missing } of rows) for (const id of missing) times.set(id, (times.get(id) ?? 0) + 1);
  return [...times]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MISSING_SHOWN)
    .map(([id]) => id);
}

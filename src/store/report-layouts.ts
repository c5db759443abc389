/** What the scoring tables say of every report alike, by version of the rules: kept reports leave it out. */
import { RULES_VERSION } from "../domain/rules.ts";
import { DEFAULT_WEIGHTS, DIMENSIONS, type Dimension } from "../domain/score-settings.ts";
import { SCORE_TABLE, type ScoredFactId } from "../domain/score-table.ts";

/** In the order of the report; maxima under the default weights. */
export interface Layout {
  dimensions: readonly { id: Dimension; max: number }[];
  facts: readonly { id: ScoredFactId; dimension: Dimension; max: number; rule: string }[];
  /** of the facts, then of the dimensions */
  maxima: readonly number[];
}

/**
 * Whoever gives the rules a new version moves the layout of the old one here as it was, since its reports are read with
 * it: test/store/report-record.test.ts holds each version against what was written with it.
 */
const PAST: Readonly<Record<string, Layout>> = {};

const CURRENT = currentLayout();

function currentLayout(): Layout {
  const dimensions = DIMENSIONS.map((id) => ({ id, max: DEFAULT_WEIGHTS[id] }));
  const facts = DIMENSIONS.flatMap((dimension) =>
    SCORE_TABLE.filter((row) => row.dimension === dimension).map(({ id, max, rule }) => ({
      id,
      dimension,
      max,
      rule,
    })),
  );
  return { dimensions, facts, maxima: [...facts, ...dimensions].map(({ max }) => max) };
}

export function layoutOf(rules: string): Layout | undefined {
  return rules === RULES_VERSION ? CURRENT : PAST[rules];
}

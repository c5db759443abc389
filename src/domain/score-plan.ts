/** The scoring table under one set of weights, with all that is the same for every creator: made once for a list. */
import type { Confidence } from "./confidence.ts";
import type { Source } from "./creator-facts.ts";
import { AppError } from "./errors.ts";
import type { Ends } from "./score-readings.ts";
import { DEFAULT_WEIGHTS, DIMENSIONS, type Dimension } from "./score-settings.ts";
import { NO_ENDS, SCORE_TABLE, type ScoredFact, type ScoredFactId } from "./score-table.ts";

/** One line of the card. `points` is null while the fact is unknown; `max` is after weighting. */
export interface FactScore {
  id: ScoredFactId;
  points: number | null;
  max: number;
  value: number | null;
  rule: string;
  from?: Source;
  confidence?: Confidence;
  /** days since the oldest fact behind it was shown; missing where a date is */
  ageDays?: number;
}

/** Sums of decimals carry dust such as 70.99999999999999; nine decimals are far below a visible point. */
export function undusted(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

/** How much each dimension's points count for one point of the table, so that all weights together make 100. */
function scalesOf(weights: Weights): (dimension: Dimension) => number {
  let total = 0;
  for (const id of DIMENSIONS) {
    if (!(weights[id] >= 0)) throw new AppError("bad-input", { weights: weights[id] });
    total += weights[id];
  }
  if (!(total > 0)) throw new AppError("bad-input", { weights: total });
  return (id) => (weights[id] / DEFAULT_WEIGHTS[id]) * (100 / total);
}

/** A row of the table under some weights, with what is said where it is unknown: the same for every creator. */
export interface PlannedFact {
  entry: ScoredFact;
  ends: Ends;
  max: number;
  unknown: FactScore;
  /** its place in the table, as a bit */
  bit: number;
}

export interface PlannedDimension {
  id: Dimension;
  max: number;
  facts: PlannedFact[];
}

interface ScorePlan {
  dimensions: PlannedDimension[];
  /** those that unlock most points first */
  byMax: PlannedFact[];
  /** the unknown facts, by the bits of which they are */
  missing: Map<number, ScoredFactId[]>;
}

type Weights = Readonly<Record<Dimension, number>>;

/** A list is judged by the same weights row after row. */
const plans = new WeakMap<Weights, ScorePlan>();

export function planOf(weights: Weights): ScorePlan {
  const known = plans.get(weights);
  if (known !== undefined) return known;
  const scaleOf = scalesOf(weights);
  const all = SCORE_TABLE.map((entry, place): PlannedFact => {
    const { id, rule } = entry;
    const max = undusted(entry.max * scaleOf(entry.dimension));
    const unknown = { id, max, rule, points: null, value: null };
    return { entry, ends: entry.ends ?? NO_ENDS, max, unknown, bit: 2 ** place };
  });
  const plan: ScorePlan = {
    dimensions: DIMENSIONS.map((id): PlannedDimension => {
      const facts = all.filter(({ entry }) => entry.dimension === id);
      return { id, max: undusted(facts.reduce((sum, { max }) => sum + max, 0)), facts };
    }),
    byMax: all.filter(({ max }) => max > 0).sort((a, b) => b.max - a.max),
    missing: new Map(),
  };
  plans.set(weights, plan);
  return plan;
}

/** The unknown facts, those that unlock most points first. */
export function missingOf({ byMax, missing }: ScorePlan, unknown: number): ScoredFactId[] {
  const known = missing.get(unknown);
  if (known !== undefined) return known;
  const ids = byMax.flatMap(({ bit, entry }) => ((unknown & bit) === 0 ? [] : [entry.id]));
  missing.set(unknown, ids);
  return ids;
}

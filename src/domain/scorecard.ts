/** The score of a creator: points from what is known, and an honest range for what is not. */
import { type Confidence, weakest } from "./confidence.ts";
import type { CreatorFacts, Source } from "./creator-facts.ts";
import { AppError } from "./errors.ts";
import { measureRates, type Rate } from "./rates.ts";
import { DEFAULT_WEIGHTS, DIMENSIONS, type Dimension, type ScoreSettings } from "./score-settings.ts";
import { type Reading, SCORE_TABLE, type ScoredFactId } from "./score-table.ts";

export { DEFAULT_SCORE_SETTINGS, type ScoreSettings } from "./score-settings.ts";
export type { ScoredFactId } from "./score-table.ts";

export type Band = "excellent" | "good" | "average" | "not-recommended";

/** One line of the card. `points` is null while the fact is unknown; `max` is after weighting. */
export interface FactScore {
  id: ScoredFactId;
  points: number | null;
  max: number;
  value: number | null;
  rule: string;
  from?: Source;
  confidence?: Confidence;
}

/** A dimension's sums: `points` of `known` points that could be judged, out of `max`. */
interface DimensionScore {
  id: Dimension;
  points: number;
  known: number;
  max: number;
  facts: FactScore[];
}

/**
 * The whole card. All maxima add up to 100.
 *
 * - `score`: points / known x 100, one decimal; null below half coverage, where there is no verdict
 * - `rawScore`: the same without that floor; null only when nothing is known
 * - `coverage`: known / 100 as a fraction
 * - `range`: the score if all unknown facts turned out worst, and best
 * - `missing`: unknown facts, those that unlock most points first
 */
export interface Scorecard {
  rules: string;
  points: number;
  known: number;
  score: number | null;
  rawScore: number | null;
  coverage: number;
  range: [low: number, high: number];
  band: Band | null;
  dimensions: DimensionScore[];
  missing: ScoredFactId[];
  rates: Rate[];
}

/** source: rules V1x */
const BANDS: readonly (readonly [number, Band])[] = [
  [90, "excellent"],
  [75, "good"],
  [60, "average"],
  [0, "not-recommended"],
];

/** [A] source: interactions section 1, coverage floor */
const LEAST_COVERAGE = 0.5;

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Sums of decimals carry dust such as 70.99999999999999; nine decimals are far below a visible point. */
function undusted(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

function sum(values: readonly number[]): number {
  return undusted(values.reduce((total, value) => total + value, 0));
}

/** How much a dimension's points count for one point of the table, so that all weights together make 100. */
function scaleOf(dimension: Dimension, weights: Readonly<Record<Dimension, number>>): number {
  const all = DIMENSIONS.map((id) => weights[id]);
  const total = all.reduce((a, b) => a + b, 0);
  if (!(total > 0) || all.some((weight) => !(weight >= 0)))
    throw new AppError("bad-input", { weights: total });
  return (weights[dimension] / DEFAULT_WEIGHTS[dimension]) * (100 / total);
}

function factScore(
  entry: (typeof SCORE_TABLE)[number],
  reading: Reading | undefined,
  scale: number,
  today: string | undefined,
): FactScore {
  const max = undusted(entry.max * scale);
  const base = { id: entry.id, max, rule: entry.rule };
  if (!reading) return { ...base, points: null, value: null };
  return {
    ...base,
    points: undusted(reading.earned * max),
    value: reading.value,
    ...weakest(reading.from, today),
  };
}

function scoreDimension(id: Dimension, facts: CreatorFacts, settings: ScoreSettings): DimensionScore {
  const scale = scaleOf(id, settings.weights ?? DEFAULT_WEIGHTS);
  const scored = SCORE_TABLE.filter((entry) => entry.dimension === id).map((entry) =>
    factScore(entry, entry.read(facts, settings), scale, settings.today),
  );
  return {
    id,
    points: sum(scored.map((fact) => fact.points ?? 0)),
    known: sum(scored.map((fact) => (fact.points === null ? 0 : fact.max))),
    max: sum(scored.map((fact) => fact.max)),
    facts: scored,
  };
}

function bandOf(score: number): Band {
  return BANDS.find(([from]) => score >= from)?.[1] ?? "not-recommended";
}

/**
 * Scores what is known about a creator. A fact that is unknown adds neither points nor to what could be reached:
 * it widens the range instead. The same facts and settings always give the same card.
 * source: rules V1, V1x and the scoring table [A]
 *
 * @throws AppError "bad-input" when the weights are negative or all zero
 */
export function scoreCreator(facts: CreatorFacts, settings: ScoreSettings): Scorecard {
  const dimensions = DIMENSIONS.map((id) => scoreDimension(id, facts, settings));
  const points = sum(dimensions.map((dimension) => dimension.points));
  const known = sum(dimensions.map((dimension) => dimension.known));
  const coverage = undusted(known / 100);
  const rawScore = known > 0 ? oneDecimal((points / known) * 100) : null;
  const score = coverage >= LEAST_COVERAGE ? rawScore : null;
  return {
    rules: settings.rules,
    points,
    known,
    score,
    rawScore,
    coverage,
    range: [oneDecimal(points), oneDecimal(points + 100 - known)],
    band: score === null ? null : bandOf(score),
    dimensions,
    missing: dimensions
      .flatMap((dimension) => dimension.facts)
      .filter((fact) => fact.points === null && fact.max > 0)
      .sort((a, b) => b.max - a.max)
      .map((fact) => fact.id),
    rates: measureRates(facts).map(({ rate }) => rate),
  };
}

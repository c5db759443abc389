/** The score of a creator: points from what is known, and an honest range for what is not. */
import { type Confidence, weakest } from "./confidence.ts";
import type { CreatorFacts, Source } from "./creator-facts.ts";
import { AppError } from "./errors.ts";
import { type MeasuredRates, measureRates, type Rate, type RateId } from "./rates.ts";
import { comparedWith, type Known } from "./score-readings.ts";
import { DEFAULT_WEIGHTS, DIMENSIONS, type Dimension, type ScoreSettings } from "./score-settings.ts";
import { NO_ENDS, SCORE_TABLE, type ScoredFact, type ScoredFactId } from "./score-table.ts";

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
  /** days since the oldest fact behind it was shown; missing where a date is */
  ageDays?: number;
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
export const BANDS: readonly (readonly [number, Band])[] = [
  [90, "excellent"],
  [75, "good"],
  [60, "average"],
  [0, "not-recommended"],
];

/** [A] source: interactions section 1, coverage floor */
export const LEAST_COVERAGE = 0.5;

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Sums of decimals carry dust such as 70.99999999999999; nine decimals are far below a visible point. */
function undusted(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

/** How much each dimension's points count for one point of the table, so that all weights together make 100. */
function scalesOf(weights: Readonly<Record<Dimension, number>>): (dimension: Dimension) => number {
  let total = 0;
  for (const id of DIMENSIONS) {
    if (!(weights[id] >= 0)) throw new AppError("bad-input", { weights: weights[id] });
    total += weights[id];
  }
  if (!(total > 0)) throw new AppError("bad-input", { weights: total });
  return (id) => (weights[id] / DEFAULT_WEIGHTS[id]) * (100 / total);
}

const ROWS = DIMENSIONS.map((id) => ({ id, rows: SCORE_TABLE.filter((entry) => entry.dimension === id) }));

function factScore(entry: ScoredFact, known: Known, scale: number, settings: ScoreSettings): FactScore {
  const { id, rule } = entry;
  const max = undusted(entry.max * scale);
  const reading = entry.read(known, settings, entry.ends ?? NO_ENDS);
  if (!reading) return { id, max, rule, points: null, value: null };
  const points = undusted(reading.earned * max);
  return Object.assign(
    { id, max, rule, points, value: reading.value },
    weakest(reading.from, settings.today),
  );
}

function scoreDimension(
  { id, rows }: (typeof ROWS)[number],
  known: Known,
  scale: number,
  settings: ScoreSettings,
): DimensionScore {
  const sums = { points: 0, known: 0, max: 0 };
  const facts = rows.map((entry) => {
    const fact = factScore(entry, known, scale, settings);
    sums.max += fact.max;
    if (fact.points !== null) {
      sums.points += fact.points;
      sums.known += fact.max;
    }
    return fact;
  });
  return {
    id,
    points: undusted(sums.points),
    known: undusted(sums.known),
    max: undusted(sums.max),
    facts,
  };
}

const RATE_ORDER: readonly RateId[] = ["likes-saves-per-follower", "interactions-per-read", "saves-per-read"];

/** The rates with their age, and with what the score compared them with. */
function shownRates(measured: MeasuredRates, settings: ScoreSettings): Rate[] {
  return RATE_ORDER.flatMap((id) => {
    const found = measured[id];
    if (!found) return [];
    const { rate } = found;
    const trust = weakest(found.from, settings.today);
    if (trust?.ageDays !== undefined) rate.ageDays = trust.ageDays;
    if (trust) rate.confidence = trust.confidence;
    if (id === "likes-saves-per-follower") rate.against = comparedWith(rate.denominator, settings);
    return [rate];
  });
}

function bandOf(score: number): Band {
  return BANDS.find(([from]) => score >= from)?.[1] ?? "not-recommended";
}

/**
 * Scores what is known about a creator. A fact that is unknown adds neither points nor to what could be reached:
 * it widens the range instead. The same facts and settings always give the same card.
 * source: rules V1, V1x and the scoring table [A]
 *
 * @param rates what was measured of these facts already
 * @throws AppError "bad-input" when the weights are negative or all zero
 */
export function scoreCreator(
  facts: CreatorFacts,
  settings: ScoreSettings,
  rates: MeasuredRates = measureRates(facts),
): Scorecard {
  const scaleOf = scalesOf(settings.weights ?? DEFAULT_WEIGHTS);
  const dimensions = ROWS.map((row) => scoreDimension(row, { facts, rates }, scaleOf(row.id), settings));
  let points = 0;
  let known = 0;
  const missing: FactScore[] = [];
  for (const dimension of dimensions) {
    points += dimension.points;
    known += dimension.known;
    for (const fact of dimension.facts) if (fact.points === null && fact.max > 0) missing.push(fact);
  }
  points = undusted(points);
  known = undusted(known);
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
    missing: missing.sort((a, b) => b.max - a.max).map((fact) => fact.id),
    rates: shownRates(rates, settings),
  };
}

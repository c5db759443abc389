/** The score of a creator: points from what is known, and an honest range for what is not. */
import { weakest } from "./confidence.ts";
import type { CreatorFacts } from "./creator-facts.ts";
import { type MeasuredRates, measureRates, type Rate, type RateId } from "./rates.ts";
import { type FactScore, missingOf, type PlannedFact, planOf, undusted } from "./score-plan.ts";
import { comparedWith, type Known } from "./score-readings.ts";
import { DEFAULT_WEIGHTS, type Dimension, type ScoreSettings } from "./score-settings.ts";
import type { ScoredFactId } from "./score-table.ts";

export type { FactScore } from "./score-plan.ts";
export { DEFAULT_SCORE_SETTINGS, type ScoreSettings } from "./score-settings.ts";
export type { ScoredFactId } from "./score-table.ts";

export type Band = "excellent" | "good" | "average" | "not-recommended";

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

function factScore(
  { entry, ends, max, unknown }: PlannedFact,
  known: Known,
  settings: ScoreSettings,
): FactScore {
  const reading = entry.read(known, settings, ends);
  if (reading === undefined) return unknown;
  const { id, rule } = entry;
  const points = undusted(reading.earned * max);
  const trust = weakest(reading.from, settings.today);
  if (trust === undefined) return { id, max, rule, points, value: reading.value };
  const { from, confidence, ageDays } = trust;
  const fact: FactScore = { id, max, rule, points, value: reading.value, from, confidence };
  if (ageDays !== undefined) fact.ageDays = ageDays;
  return fact;
}

const RATE_ORDER: readonly RateId[] = ["likes-saves-per-follower", "interactions-per-read", "saves-per-read"];

/** The rates with their age, and with what the score compared them with. */
function shownRates(measured: MeasuredRates, settings: ScoreSettings): Rate[] {
  const shown: Rate[] = [];
  for (const id of RATE_ORDER) {
    const found = measured[id];
    if (!found) continue;
    const { rate } = found;
    const trust = weakest(found.from, settings.today);
    if (trust?.ageDays !== undefined) rate.ageDays = trust.ageDays;
    if (trust) rate.confidence = trust.confidence;
    if (id === "likes-saves-per-follower") rate.against = comparedWith(rate.denominator, settings);
    shown.push(rate);
  }
  return shown;
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
  const plan = planOf(settings.weights ?? DEFAULT_WEIGHTS);
  const made = { facts, rates };
  const dimensions: DimensionScore[] = [];
  let points = 0;
  let known = 0;
  let unknown = 0;
  for (const { id, max, facts: planned } of plan.dimensions) {
    const sums = { points: 0, known: 0 };
    const scores: FactScore[] = [];
    for (const fact of planned) {
      const score = factScore(fact, made, settings);
      scores.push(score);
      if (score.points === null) unknown |= fact.bit;
      else {
        sums.points += score.points;
        sums.known += score.max;
      }
    }
    const dimension = { id, points: undusted(sums.points), known: undusted(sums.known), max, facts: scores };
    points += dimension.points;
    known += dimension.known;
    dimensions.push(dimension);
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
    missing: missingOf(plan, unknown),
    rates: shownRates(rates, settings),
  };
}

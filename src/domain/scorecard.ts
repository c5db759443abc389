/** The score of a creator: points from what is known, and an honest range for what is not. */
import { weakest } from "./confidence.ts";
import type { CreatorFacts } from "./creator-facts.ts";
import { type MeasuredRates, measureRates, type Rate, type RateId } from "./rates.ts";
import {
  type FactScore,
  missingOf,
  type PlannedDimension,
  type PlannedFact,
  planOf,
  undusted,
} from "./score-plan.ts";
import { comparedWith, type Reading } from "./score-readings.ts";
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

/** A known fact as the card shows it, with how far it can be trusted. */
function factScore(
  { entry: { id, rule }, max }: PlannedFact,
  { value, from: rests }: Reading,
  points: number,
  today: string | undefined,
): FactScore {
  const trust = weakest(rests, today);
  if (trust === undefined) return { id, max, rule, points, value };
  const { from, confidence, ageDays } = trust;
  const fact: FactScore = { id, max, rule, points, value, from, confidence };
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

/** The numbers of a card that a ranking rests on. */
type Sums = Pick<Scorecard, "points" | "known" | "coverage" | "score" | "rawScore" | "missing">;

/** Gets each dimension and what its facts earn, before it is added up. */
interface Shown {
  dimension(of: PlannedDimension, points: number, known: number): void;
  fact(of: PlannedFact, reading: Reading | undefined, points: number): void;
}

/**
 * The sums alone, in two thirds of the time of the whole card: a list is ranked by them before anybody looks at its cards.
 * source: rules V1, V1x and the scoring table [A]
 *
 * @param shown learns on the way what the sums are made of
 * @throws AppError "bad-input" when the weights are negative or all zero
 */
export function sumUp(
  facts: CreatorFacts,
  settings: ScoreSettings,
  rates: MeasuredRates = measureRates(facts),
  shown?: Shown,
): Sums {
  const plan = planOf(settings.weights ?? DEFAULT_WEIGHTS);
  const made = { facts, rates };
  let points = 0;
  let known = 0;
  let unknown = 0;
  for (const dimension of plan.dimensions) {
    let [earned, judged] = [0, 0];
    for (const fact of dimension.facts) {
      const reading = fact.entry.read(made, settings, fact.ends);
      const own = reading === undefined ? 0 : undusted(reading.earned * fact.max);
      shown?.fact(fact, reading, own);
      if (reading === undefined) unknown |= fact.bit;
      else judged += fact.max;
      earned += own;
    }
    shown?.dimension(dimension, undusted(earned), undusted(judged));
    points += undusted(earned);
    known += undusted(judged);
  }
  points = undusted(points);
  known = undusted(known);
  const coverage = undusted(known / 100);
  const rawScore = known > 0 ? oneDecimal((points / known) * 100) : null;
  const score = coverage >= LEAST_COVERAGE ? rawScore : null;
  return { points, known, coverage, score, rawScore, missing: missingOf(plan, unknown) };
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
  const dimensions: DimensionScore[] = [];
  let scores: FactScore[] = [];
  const { points, known, coverage, score, rawScore, missing } = sumUp(facts, settings, rates, {
    fact(of, reading, points) {
      scores.push(reading === undefined ? of.unknown : factScore(of, reading, points, settings.today));
    },
    dimension({ id, max }, points, known) {
      dimensions.push({ id, points, known, max, facts: scores });
      scores = [];
    },
  });
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
    missing,
    rates: shownRates(rates, settings),
  };
}

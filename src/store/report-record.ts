/**
 * How a vetting's report is kept: without what the scoring table of its rules says anyway, and without the names of its
 * fields. It is a third of the size then, and storing reports is most of the work with a list.
 */
import type { ScoredFactId } from "../domain/score-table.ts";
import type { FactScore, Scorecard } from "../domain/scorecard.ts";
import type { VetReport } from "../domain/vet-report.ts";
import { OtherShape } from "./by-position.ts";
import { fact, price, rates, unchecked } from "./report-forms.ts";
import { type Layout, layoutOf } from "./report-layouts.ts";

/** What a report is in the store: `rawScore` is what lists are ordered by where there is no verdict. */
interface Kept {
  form: 1;
  rules: string;
  rawScore: number | null;
  report: unknown[];
}

/** The first three fields of a fact are the layout's. */
const LAID_OUT = 3;

/** The report as it is to be written; as it is where its rules or its shape are not known here. */
export function keptReport(report: VetReport): KeptReport {
  const layout = layoutOf(report.rules);
  if (layout === undefined) return report;
  try {
    return fold(report, layout);
  } catch (error) {
    if (error instanceof OtherShape) return report;
    throw error;
  }
}

/** What stands in the store. */
export type KeptReport = Kept | VetReport;

/** @throws Error when the rules it was made by are not known here, and it was folded */
export function readReport(kept: KeptReport): VetReport {
  return "form" in kept ? unfold(kept) : kept;
}

function missingOf(places: readonly number[], layout: Layout): ScoredFactId[] {
  return places.map((place) => layout.facts[place]?.id).filter((id) => id !== undefined);
}

function knownLayout(rules: string): Layout {
  const layout = layoutOf(rules);
  if (layout !== undefined) return layout;
  throw new Error(`A vetting was made by rules ${rules}, which this program does not know.`);
}

function fold(report: VetReport, layout: Layout): Kept {
  const { rules, scheme, tier, scorecard, flags, unchecked: open, price: fair, ...rest } = report;
  if (scorecard.rules !== rules || Object.keys(rest).length > 0)
    throw new OtherShape(Object.keys(report).join());
  const { points, known, score, rawScore, coverage, range, band, missing } = scorecard;
  return {
    form: 1,
    rules,
    rawScore,
    report: [
      scheme,
      tier,
      [points, known, score, coverage, range, band],
      ...foldFacts(scorecard, layout),
      missing.map((id) => placeOf(id, layout)),
      rates.write(scorecard.rates),
      flags,
      unchecked.write(open),
      fair && price.write(fair),
    ],
  };
}

/** What is known of each fact, 0 where nothing is; the sums of the dimensions; the maxima where a team weighs otherwise. */
function foldFacts({ dimensions }: Scorecard, layout: Layout): [unknown[], number[], number[] | 0] {
  const facts: unknown[] = [];
  const sums: number[] = [];
  const maxima: number[] = [];
  for (const { points, known, facts: own } of dimensions) {
    sums.push(points, known);
    for (const score of own) {
      const row = layout.facts[facts.length];
      if (row?.id !== score.id || row.rule !== score.rule) throw new OtherShape(score.id);
      facts.push(foldFact(score));
      maxima.push(score.max);
    }
  }
  for (const { max } of dimensions) maxima.push(max);
  const isUsual = facts.length === layout.facts.length && dimensions.length === layout.dimensions.length;
  if (!isUsual) throw new OtherShape("facts");
  return [facts, sums, maxima.every((max, place) => max === layout.maxima[place]) ? 0 : maxima];
}

function foldFact(score: FactScore): unknown[] | 0 {
  if (score.points === null && score.value === null && Object.keys(score).length === LAID_OUT + 2) return 0;
  return (fact.write(score) as unknown[]).slice(LAID_OUT);
}

function unfold({ rules, rawScore, report }: Kept): VetReport {
  const layout = knownLayout(rules);
  const [scheme, tier, sums, facts, ofDimensions, maxima, missing, ownRates, flags, open, fair] = report as [
    VetReport["scheme"],
    VetReport["tier"],
    ScorecardSums,
    ...UnfoldedParts,
  ];
  const [points, known, score, coverage, range, band] = sums;
  return {
    rules,
    scheme,
    tier,
    scorecard: {
      rules,
      points,
      known,
      score,
      rawScore,
      coverage,
      range,
      band,
      dimensions: unfoldFacts(layout, facts, ofDimensions, maxima),
      missing: missingOf(missing, layout),
      rates: [...rates.read(ownRates)],
    },
    flags,
    unchecked: [...unchecked.read(open)],
    price: fair && price.read(fair),
  };
}

type ScorecardSums = [
  Scorecard["points"],
  Scorecard["known"],
  Scorecard["score"],
  Scorecard["coverage"],
  Scorecard["range"],
  Scorecard["band"],
];
type UnfoldedParts = [
  facts: unknown[],
  ofDimensions: number[],
  maxima: number[] | 0,
  missing: number[],
  rates: unknown,
  flags: VetReport["flags"],
  unchecked: unknown,
  price: unknown[] | null,
];

function unfoldFacts(
  layout: Layout,
  facts: readonly unknown[],
  ofDimensions: readonly number[],
  maxima: readonly number[] | 0,
): Scorecard["dimensions"] {
  const all = layout.facts.map(({ id, rule, max, dimension }, place) => {
    const own = facts[place] === 0 ? [null, null] : (facts[place] as unknown[]);
    return { dimension, score: fact.read([id, maxima === 0 ? max : maxima[place], rule, ...own]) };
  });
  return layout.dimensions.map(({ id, max }, place) => ({
    id,
    points: ofDimensions[2 * place] ?? 0,
    known: ofDimensions[2 * place + 1] ?? 0,
    max: maxima === 0 ? max : (maxima[layout.facts.length + place] ?? max),
    facts: all.filter(({ dimension }) => dimension === id).map(({ score }) => score),
  }));
}

function placeOf(id: string, layout: Layout): number {
  const place = layout.facts.findIndex((row) => row.id === id);
  if (place < 0) throw new OtherShape(id);
  return place;
}

/** The rules of the score in a reader's words, from the tables that the checks themselves use. */
import type { RuleNumbers } from "../src/chat/features/rules.ts";
import type { Reading } from "../src/chat/reading.ts";
import { FRESH_DAYS, STALE_DAYS } from "../src/domain/confidence.ts";
import { FLAG_CHECKS } from "../src/domain/flag-checks.ts";
import { FAKE_FOLLOWERS_PRIOR, FLAG_LIMITS } from "../src/domain/flag-limits.ts";
import { BENCHMARK, CATEGORY_POINTS, SIZE_BANDS } from "../src/domain/score-scales.ts";
import { DEFAULT_WEIGHTS, DIMENSIONS } from "../src/domain/score-settings.ts";
import { SCORE_TABLE, type ScoredFact } from "../src/domain/score-table.ts";
import { BANDS, LEAST_COVERAGE } from "../src/domain/scorecard.ts";
import { TIER_FLOORS, TIER_SCHEMES } from "../src/domain/tiers.ts";
import { factValue } from "./vet-evidence.ts";

/** One row of the scoring table; `way` says what two ends do not. */
export interface RuleRow {
  fact: string;
  points: string;
  ends: { nothingAt: string; allAt: string } | null;
  way: string | null;
  rule: string;
}

function ruleNumbers(r: Reading): RuleNumbers {
  return {
    large: r.count(FLAG_LIMITS.largeAccount),
    dailyShare: r.share(FLAG_LIMITS.dailyGainShare),
    dailyLeast: r.count(FLAG_LIMITS.dailyGainLeast),
    monthlyShare: r.share(FLAG_LIMITS.monthlyGainShare),
    lowEngagement: r.share(FLAG_LIMITS.lowEngagement),
    generic: r.share(FLAG_LIMITS.genericComments),
    leastComments: r.number(FLAG_LIMITS.leastComments),
    farOffTimes: r.number(FLAG_LIMITS.farOffTimes),
    otherGender: r.share(FLAG_LIMITS.otherGender),
    silence: r.number(FLAG_LIMITS.silenceDays),
    category: r.share(FLAG_LIMITS.categoryShare),
    benchmark: r.share(BENCHMARK.half),
    benchmarkFull: r.share(BENCHMARK.full),
    sizes: r.m.common.listed(
      SIZE_BANDS.map(({ below, median }) => r.m.rules.size(r.count(below), r.share(median))),
    ),
    sameCategory: r.number(CATEGORY_POINTS.same),
    adjacentCategory: r.number(CATEGORY_POINTS.adjacent),
    fresh: r.number(FRESH_DAYS),
    stale: r.number(STALE_DAYS),
    fakePrior: r.share(FAKE_FOLLOWERS_PRIOR.share),
  };
}

/** Every dimension with its rows, in the order of the card. */
export function dimensionRules(r: Reading): { heading: string; rows: RuleRow[] }[] {
  return DIMENSIONS.map((id) => ({
    heading: r.m.rules.dimension(r.m.vet.dimensions[id], r.number(DEFAULT_WEIGHTS[id])),
    rows: SCORE_TABLE.filter(({ dimension }) => dimension === id).map((entry) => ruleRow(entry, r)),
  }));
}

function ruleRow({ id, max, ends, rule }: ScoredFact, r: Reading): RuleRow {
  const shown = (value: number) => factValue({ id, value }, r);
  return {
    fact: r.m.vet.scoredFacts[id],
    points: r.number(max),
    ends: ends && { nothingAt: shown(ends.nothingAt), allAt: shown(ends.allAt) },
    way: r.m.rules.otherWays[id]?.(ruleNumbers(r)) ?? null,
    rule,
  };
}

/** A row as one line of text. */
export function ruleLine({ fact, points, ends, way, rule }: RuleRow, r: Reading): string {
  const { rules, common } = r.m;
  const parts = [
    ...(ends === null ? [] : [rules.straight(points, ends.nothingAt, ends.allAt)]),
    ...(way === null ? [] : [ends === null ? rules.other(points, way) : way]),
  ];
  return `${common.labelled(fact, common.listed(parts))}${common.inBrackets(rule)}`;
}

export function verdictLines(r: Reading): string[] {
  const { rules, vet } = r.m;
  const bands = BANDS.map(([from, band]) => rules.band(vet.bands[band], r.number(from)));
  return [rules.formula, rules.coverage(r.share(LEAST_COVERAGE)), bands.join(" · ")];
}

export function flagRuleLines(r: Reading): string[] {
  const { rules, vet, common } = r.m;
  const numbers = ruleNumbers(r);
  return FLAG_CHECKS.map(({ id }) => {
    const name = /^F\d+$/u.test(id) ? `${id} ${vet.flagNames[id]}` : vet.flagNames[id];
    return common.labelled(name, rules.flags[id](numbers));
  });
}

export function tierLines(r: Reading): string[] {
  const { rules, vet, common } = r.m;
  return TIER_SCHEMES.map((scheme) =>
    common.labelled(
      `${scheme} ${vet.schemes[scheme]}`,
      TIER_FLOORS[scheme].map(({ tier, from }) => rules.tierFrom(vet.tiers[tier], r.count(from))).join(" · "),
    ),
  );
}

export function trustLines(r: Reading): string[] {
  const { rules, vet, common } = r.m;
  const numbers = ruleNumbers(r);
  const levels = (["high", "medium", "low"] as const).map((level) =>
    common.labelled(vet.confidences[level], rules.trust[level](numbers)),
  );
  return [...levels, rules.context(numbers)];
}

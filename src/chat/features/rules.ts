/** How the score is made, as people read it: a card in chat and a page in docs, both from the rules themselves. */
import { z } from "zod";
import type { Confidence } from "../../domain/confidence.ts";
import type { FlagId } from "../../domain/flag-types.ts";
import type { ScoredFactId } from "../../domain/score-table.ts";

/** Everything on it is in the rules; the version says which. */
export const RulesCardData = z.object({ version: z.string() });

/** Numbers of the rules as a reader writes them. */
export interface RuleNumbers {
  large: string;
  dailyShare: string;
  dailyLeast: string;
  monthlyShare: string;
  lowEngagement: string;
  generic: string;
  leastComments: string;
  farOffTimes: string;
  otherGender: string;
  silence: string;
  category: string;
  benchmark: string;
  benchmarkFull: string;
  /** `below 1,000 followers 7.9%` of each size, joined */
  sizes: string;
  sameCategory: string;
  adjacentCategory: string;
  fresh: string;
  stale: string;
  fakePrior: string;
}

export interface RulesMessages {
  summary: string;
  title: string;
  version(version: string): string;
  intro: string;
  headings: { points: string; verdict: string; flags: string; tiers: string; trust: string };
  columns: { fact: string; points: string; nothingAt: string; allAt: string; rule: string };
  dimension(name: string, points: string): string;
  straight(points: string, nothingAt: string, allAt: string): string;
  /** what two ends do not say; facts without ends have nothing else */
  otherWays: Partial<Readonly<Record<ScoredFactId, (n: RuleNumbers) => string>>>;
  other(points: string, way: string): string;
  size(below: string, median: string): string;
  formula: string;
  coverage(least: string): string;
  band(name: string, from: string): string;
  flags: Readonly<Record<FlagId, (n: RuleNumbers) => string>>;
  tierFrom(name: string, from: string): string;
  trust: Readonly<Record<Confidence, (n: RuleNumbers) => string>>;
  context(n: RuleNumbers): string;
}

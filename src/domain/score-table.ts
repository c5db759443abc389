/** The fifteen scored facts: what each is worth, between which ends, and which rule says so. */

import {
  categoryFit,
  competitorFree,
  type Ends,
  overReads,
  perFollower,
  postingRhythm,
  type ReadFact,
  straight,
  targetShare,
} from "./score-readings.ts";
import type { Dimension } from "./score-settings.ts";

export type ScoredFactId =
  | "active-share"
  | "suspicious-share"
  | "target-share"
  | "likes-saves-per-follower"
  | "interactions-per-read"
  | "saves-per-read"
  | "posting-rhythm"
  | "category-share"
  | "quality"
  | "category-fit"
  | "fit"
  | "competitor-free"
  | "sponsored-ratio"
  | "on-time"
  | "brand-works";

export interface ScoredFact {
  id: ScoredFactId;
  dimension: Dimension;
  /** points under the default weights */
  max: number;
  /** null where the points do not run straight between two numbers: see score-scales.ts */
  ends: Ends | null;
  rule: string;
  read: ReadFact;
}

/** For readings that use no ends. */
export const NO_ENDS: Ends = { nothingAt: 0, allAt: 1 };

/** Column by column: id, points, nothing at, all at, rule, reading. */
type Row = readonly [ScoredFactId, number, number | null, number | null, string, ReadFact];

function rows(dimension: Dimension, all: readonly Row[]): ScoredFact[] {
  return all.map(([id, max, nothingAt, allAt, rule, read]) => ({
    id,
    dimension,
    max,
    ends: nothingAt === null || allAt === null ? null : { nothingAt, allAt },
    rule,
    read,
  }));
}

/**
 * [A] The scoring table. Points run straight from the value that earns nothing to the one that earns all.
 * Maxima add up to 100 and, within a dimension, to its default weight.
 */
export const SCORE_TABLE: readonly ScoredFact[] = [
  ...rows("audience", [
    ["active-share", 10, 0.2, 0.6, "V1x", straight((facts) => facts.activeShare)],
    ["suspicious-share", 10, 0.4, 0.1, "V10", straight((facts) => facts.suspiciousShare)],
    ["target-share", 10, 0.3, 0.7, "V1x", targetShare],
  ]),
  ...rows("engagement", [
    ["likes-saves-per-follower", 10, null, null, "V3", perFollower],
    ["interactions-per-read", 8, 0.02, 0.08, "V7", overReads("interactions-per-read")],
    ["saves-per-read", 7, 0.005, 0.03, "V8", overReads("saves-per-read")],
  ]),
  ...rows("content", [
    ["posting-rhythm", 6, 3, 12, "V4", postingRhythm],
    ["category-share", 6, 0.1, 0.6, "F10", straight((facts) => facts.categoryShare)],
    ["quality", 8, 1, 5, "V12", straight((facts) => facts.quality)],
  ]),
  ...rows("brand", [
    ["category-fit", 5, null, null, "V14", categoryFit],
    ["fit", 7, 1, 5, "V14", straight((facts) => facts.fit)],
    ["competitor-free", 3, null, null, "F9", competitorFree],
  ]),
  ...rows("performance", [
    ["sponsored-ratio", 5, 0.3, 0.9, "V13", straight((facts) => facts.sponsoredRatio)],
    ["on-time", 3, 0.5, 0.95, "V1x", straight((facts) => facts.onTimeShare)],
    ["brand-works", 2, 0, 10, "F5", straight((facts) => facts.brandWorks)],
  ]),
];

/** How far a fact can be trusted, from who says it and how old it is. */
import type { Fact, Source } from "./creator-facts.ts";
import { daysBetween } from "./iso-days.ts";

export type Confidence = "high" | "medium" | "low";

/** [A] source: interactions section 1, confidence */
export const FRESH_DAYS = 30;
export const STALE_DAYS = 90;

const SOURCE_TRUST: Readonly<Record<Source, Confidence>> = {
  pugongying: "high",
  "own-records": "high",
  qiangua: "medium",
  newrank: "medium",
  huitun: "medium",
  typed: "low",
  screenshot: "low",
  "self-reported": "low",
  mcn: "low",
};

const RANK: Readonly<Record<Confidence, number>> = { low: 0, medium: 1, high: 2 };

/**
 * [A] High: the platform's own export, under 30 days old. Medium: a third-party tool, or a platform export that is
 * older or undated. Low: typed, read off a screenshot, reported by the creator or the agency, or older than 90 days.
 * source: interactions section 1, confidence
 *
 * @param ageDays days since the source showed the value; `undefined` when nobody knows
 */
export function confidenceOf(source: Source, ageDays?: number): Confidence {
  const trust = SOURCE_TRUST[source];
  if (ageDays !== undefined && ageDays > STALE_DAYS) return "low";
  const fresh = ageDays !== undefined && ageDays < FRESH_DAYS;
  return trust === "high" && !fresh ? "medium" : trust;
}

/** How far a value can be trusted, and since when it is known. `ageDays` is missing where no date is known. */
export interface Trust {
  from: Source;
  confidence: Confidence;
  ageDays?: number;
}

/**
 * What a value made of several facts rests on: the least trusted of them, in their order, and the oldest date. One
 * undated fact leaves the age of the whole unknown.
 */
export function weakest(facts: readonly Fact<unknown>[], today: string | undefined): Trust | undefined {
  let worst: Trust | undefined;
  let oldest: number | undefined = 0;
  for (const { source, asOf } of facts) {
    const age = daysBetween(asOf, today);
    const confidence = confidenceOf(source, age);
    if (worst === undefined || RANK[confidence] < RANK[worst.confidence])
      worst = { from: source, confidence };
    oldest = age === undefined || oldest === undefined ? undefined : Math.max(oldest, age);
  }
  if (worst !== undefined && oldest !== undefined) worst.ageDays = oldest;
  return worst;
}

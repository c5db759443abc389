/** How far a fact can be trusted, from who says it and how old it is. */
import { Temporal } from "temporal-polyfill";
import type { Fact, Source } from "./creator-facts.ts";

export type Confidence = "high" | "medium" | "low";

const FRESH_DAYS = 30;
const STALE_DAYS = 90;

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

const ORDER: readonly Confidence[] = ["low", "medium", "high"];

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

/** Whole days between two ISO dates; `undefined` when either is missing. */
function ageInDays(asOf: string | undefined, today: string | undefined): number | undefined {
  if (asOf === undefined || today === undefined) return undefined;
  return Temporal.PlainDate.from(asOf).until(Temporal.PlainDate.from(today)).days;
}

/** What a value made of several facts rests on: the least trusted of them. */
export function weakest(
  facts: readonly Fact<unknown>[],
  today: string | undefined,
): { from: Source; confidence: Confidence } | undefined {
  return facts
    .map((fact) => ({
      from: fact.source,
      confidence: confidenceOf(fact.source, ageInDays(fact.asOf, today)),
    }))
    .reduce<{ from: Source; confidence: Confidence } | undefined>(
      (worst, next) =>
        worst && ORDER.indexOf(worst.confidence) <= ORDER.indexOf(next.confidence) ? worst : next,
      undefined,
    );
}

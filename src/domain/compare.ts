/** Creators side by side: where each stands among those compared, and who costs least per engaged user. */
import { type NoteFormat, noteCounts, openCost, quoteOf, unitCosts } from "./all-in-cost.ts";
import type { CreatorFacts } from "./creator-facts.ts";
import type { Money } from "./money.ts";

/** What a note of one creator costs; null for what is not known. */
export interface ComparedCost {
  quote: Money | null;
  /** with the platform's fee; nobody's own terms are in it */
  allIn: Money | null;
  perRead: number | null;
  perInteraction: number | null;
}

/** The format that most of them were quoted for, images first. */
export function commonFormat(all: readonly CreatorFacts[]): NoteFormat {
  const quoted = (format: NoteFormat) => all.filter((facts) => quoteOf(facts, format) !== null).length;
  return quoted("video") > quoted("image") ? "video" : "image";
}

export function comparedCost(facts: CreatorFacts, format: NoteFormat): ComparedCost {
  const cost = openCost(facts, format);
  const units =
    cost === null ? { perRead: null, perInteraction: null } : unitCosts(cost.total, noteCounts(facts));
  return { quote: cost?.quote ?? null, allIn: cost?.total ?? null, ...units };
}

/**
 * For each value the percentage of the others that it is ahead of; equal ones count half. Null where it is unknown or
 * there is no other to compare with. source: rules P5
 */
export function percentiles(values: readonly (number | null)[]): (number | null)[] {
  const known = values.filter((value) => value !== null);
  return values.map((value) => {
    if (value === null || known.length < 2) return null;
    const behind = known.filter((other) => other < value).length;
    const equal = known.filter((other) => other === value).length - 1;
    return Math.round(((behind + equal / 2) / (known.length - 1)) * 100);
  });
}

/**
 * Who costs least per interaction; several when they cost the same to the cent. Null when fewer than two costs are
 * known or they are in several currencies. source: rules A6
 */
export function cheapestPerEngaged(
  costs: readonly ComparedCost[],
): { cheapest: number[]; unknown: number[] } | "too-few" | "currencies" {
  const known = costs.flatMap(({ perInteraction, allIn }, index) =>
    perInteraction === null || allIn === null
      ? []
      : [{ index, cost: perInteraction, currency: allIn.currency }],
  );
  if (known.length < 2) return "too-few";
  if (new Set(known.map(({ currency }) => currency)).size > 1) return "currencies";
  const least = Math.min(...known.map(({ cost }) => cost));
  const isKnown = new Set(known.map(({ index }) => index));
  return {
    cheapest: known.filter(({ cost }) => cost.toFixed(2) === least.toFixed(2)).map(({ index }) => index),
    unknown: costs.map((_, index) => index).filter((index) => !isKnown.has(index)),
  };
}

/** 竞品排他期: when work for one brand stands in another's way. source: rules F9 */
import { Temporal } from "temporal-polyfill";
import { sameCategory } from "./categories.ts";
import type { ExclusivityTerm } from "./creator-facts.ts";
import { waveDates } from "./waves.ts";

interface Plan {
  brand: string;
  category: string;
  /** YYYY-MM-DD */
  launchOn: string;
}

const fold = (name: string): string => name.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");

/**
 * The exclusivity of another brand in the same category that ends last, among those that run today or reach into the
 * days on which the campaign posts. All dates are calendar dates, and the last day still counts.
 */
export function conflictingExclusivity<T extends ExclusivityTerm>(
  all: readonly T[],
  plan: Plan,
  today: string,
): T | undefined {
  const waves = waveDates(Temporal.PlainDate.from(plan.launchOn)).map(({ from, to }) => [
    from.toString(),
    to.toString(),
  ]);
  const windows = [[today, today], ...waves];
  return all
    .filter(
      ({ brand, category }) => fold(brand) !== fold(plan.brand) && sameCategory(category, plan.category),
    )
    .filter(({ from, until }) => windows.some(([start = "", end = ""]) => from <= end && until >= start))
    .toSorted((a, b) => b.until.localeCompare(a.until))[0];
}

/** Where a day stands in an exclusivity. */
export function exclusivityState(
  { from, until }: ExclusivityTerm,
  today: string,
): "ahead" | "running" | "over" {
  if (today < from) return "ahead";
  return today > until ? "over" : "running";
}

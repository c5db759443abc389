/** What is new between two snapshots of one creator. Snapshots never change: the difference is made when it is asked for. */
import type { CreatorFacts } from "./creator-facts.ts";
import type { Money } from "./money.ts";

type FactName = keyof CreatorFacts;
type FactValue = number | string | boolean | Money;

/** Null stands for unknown. */
export interface FactChange {
  fact: FactName;
  before: FactValue | null;
  after: FactValue | null;
}

/** Facts whose value differs, by name. */
export function changedFacts(before: CreatorFacts, after: CreatorFacts): FactChange[] {
  const names = new Set([...Object.keys(after), ...Object.keys(before)] as FactName[]);
  return [...names].toSorted().flatMap((fact) => {
    const change = { fact, before: before[fact]?.value ?? null, after: after[fact]?.value ?? null };
    return isSame(change.before, change.after) ? [] : [change];
  });
}

function isSame(a: FactValue | null, b: FactValue | null): boolean {
  if (typeof a === "object" && typeof b === "object" && a !== null && b !== null)
    return a.amount === b.amount && a.currency === b.currency;
  return a === b;
}

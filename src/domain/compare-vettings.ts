/** What is new between two snapshots of one creator. Snapshots never change: the difference is made when it is asked for. */
import { categoriesIn } from "./categories.ts";
import type { CreatorFacts } from "./creator-facts.ts";
import type { Money } from "./money.ts";

/** Shares by age and region are too many to read one by one; an agency's share and a rebate are for one side only. */
const LEFT_OUT = ["ageShares", "regionShares", "agencyShare", "rebate", "heldBack"] as const;

type ComparedFact = Exclude<keyof CreatorFacts, (typeof LEFT_OUT)[number]>;
type FactValue = number | string | boolean | Money;

/** Null stands for unknown. */
export interface FactChange {
  fact: ComparedFact;
  before: FactValue | null;
  after: FactValue | null;
}

/** Facts whose value differs, by name. */
export function changedFacts(before: CreatorFacts, after: CreatorFacts): FactChange[] {
  const names = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...names]
    .filter(isShown)
    .toSorted()
    .flatMap((fact) => {
      const change = { fact, before: before[fact]?.value ?? null, after: after[fact]?.value ?? null };
      return isSame(fact, change.before, change.after) ? [] : [change];
    });
}

/** 美妆 and "beauty" are one category, however either of them was typed. */
function isSame(fact: ComparedFact, a: FactValue | null, b: FactValue | null): boolean {
  if (fact === "category" && typeof a === "string" && typeof b === "string")
    return isSameSet(categoriesIn(a), categoriesIn(b));
  if (typeof a === "object" && typeof b === "object" && a !== null && b !== null)
    return a.amount === b.amount && a.currency === b.currency;
  return a === b;
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.every((one) => b.includes(one)) && b.every((one) => a.includes(one));
}

function isShown(name: string): name is ComparedFact {
  return !LEFT_OUT.some((hidden) => hidden === name);
}

/** Keeps what a row says beyond the facts, for people who want to look it up, without anyone's contact data. */
import { hasPersonalData } from "./personal-data.ts";
import type { Column } from "./plan-columns.ts";
import { isAbsent } from "./read-cell.ts";

/** @returns cells by header; of two columns with the same header the first with a value counts */
export function readEvidence(columns: readonly Column[], cells: readonly string[]): Record<string, string> {
  const kept = new Map<string, string>();
  for (const { index, title } of columns) {
    const text = (cells[index] ?? "").trim();
    if (!kept.has(title) && !isAbsent(text) && !hasPersonalData(text)) kept.set(title, text);
  }
  return Object.fromEntries(kept);
}

/** What is new since the vetting before, and an exclusivity in the way: lines of a vet card. */
import type { z } from "zod";
import { bold, line, list, type Part } from "../src/chat/card.ts";
import type { ExclusivityData, VetChangesData } from "../src/chat/features/creator.ts";
import type { Reading } from "../src/chat/reading.ts";
import type { FactName } from "../src/domain/creator-facts.ts";
import type { Money } from "../src/domain/money.ts";

type Changes = z.output<typeof VetChangesData>;
type Value = Changes["facts"][number]["after"];

const SHARES: ReadonlySet<FactName> = new Set([
  "followersGained30dShare",
  "activeShare",
  "suspiciousShare",
  "femaleShare",
  "targetShare",
  "categoryShare",
  "sponsoredRatio",
  "onTimeShare",
  "genericCommentShare",
  "emojiOnlyCommentShare",
  "duplicateCommentShare",
  "questionCommentShare",
  "agencyShare",
  "rebate",
]);

export function changesOf(changes: Changes | null | undefined, r: Reading): Part[] {
  if (changes === null || changes === undefined) return [];
  const { changes: words, facts } = r.m.creator;
  const { before, after } = changes.score;
  const score = (value: number | null) => (value === null ? r.m.common.unknown : r.number(value, 1));
  const lines = [
    ...(before === after ? [] : [words.change(words.score, score(before), score(after))]),
    ...changes.facts.map((change) =>
      words.change(
        facts[change.fact],
        factText(change.fact, change.before, r),
        factText(change.fact, change.after, r),
      ),
    ),
  ];
  const since = r.time(changes.since);
  return lines.length === 0 ? [line(words.none(since))] : [line(bold(words.title(since))), list(lines)];
}

export function exclusivityText(
  { brand, category, from, until }: z.output<typeof ExclusivityData>,
  r: Reading,
): string {
  return r.m.creator.exclusivityLine(brand, category, r.date(from), r.date(until));
}

/** A fact as this reader writes it. */
export function factText(fact: FactName, value: Value | Money, r: Reading): string {
  if (value === null) return r.m.common.unknown;
  if (typeof value === "boolean") return value ? r.m.creator.yes : r.m.creator.no;
  if (typeof value === "string") return value;
  if (typeof value === "object") return r.money(value);
  if (SHARES.has(fact)) return r.share(value);
  return fact === "quality" || fact === "fit" ? `${r.number(value)}/5` : r.count(value);
}

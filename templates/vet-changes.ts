/** What is new since the vetting before, and an exclusivity in the way: lines of a vet card. */
import type { z } from "zod";
import { bold, line, list, type Part } from "../src/chat/card.ts";
import type { ExclusivityData, VetChangesData } from "../src/chat/features/creator.ts";
import type { Reading } from "../src/chat/reading.ts";
import { factText } from "./fact-text.ts";

type Changes = z.output<typeof VetChangesData>;

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
  const named = r.m.campaign.categories[category] ?? category;
  return r.m.creator.exclusivityLine(brand, named, r.date(from), r.date(until));
}

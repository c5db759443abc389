/** Single facts in the words, numbers and units of a reader. */
import { categoryText } from "../src/chat/category-text.ts";
import type { Reading } from "../src/chat/reading.ts";
import type { FactName, HealthGrade, Shares } from "../src/domain/creator-facts.ts";
import type { Money } from "../src/domain/money.ts";

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

/** A fact as this reader writes it; null is unknown. */
export function factText(
  fact: FactName,
  value: number | string | boolean | Money | Shares | null,
  r: Reading,
): string {
  if (value === null) return r.m.common.unknown;
  if (typeof value === "boolean") return value ? r.m.creator.yes : r.m.creator.no;
  if (typeof value === "string") return wordText(fact, value, r);
  if (typeof value === "object") return isMoney(value) ? r.money(value) : sharesText(value, r);
  if (SHARES.has(fact)) return r.share(value);
  return fact === "quality" || fact === "fit" ? `${r.number(value)}/5` : r.count(value);
}

/** The largest part first; ages stay in their order. */
function sharesText(shares: Shares, r: Reading): string {
  return Object.entries(shares)
    .sort(([one, a], [other, b]) =>
      /^\d/u.test(one) && /^\d/u.test(other) ? one.localeCompare(other) : b - a,
    )
    .map(([name, share]) => `${name} ${r.share(share)}`)
    .join(" · ");
}

/** What the bot keeps under a word of its own; all else stands as it was written. */
function wordText(fact: FactName, word: string, r: Reading): string {
  if (fact === "healthGrade") return r.m.vet.grades[word as HealthGrade] ?? word;
  return fact === "category" ? categoryText(word, r.m) : word;
}

function isMoney(value: Money | Shares): value is Money {
  return typeof value["currency"] === "string";
}

/** Advice on wording under mainland advertising law and the platform's rules: findings with context, never a verdict. */

import {
  ABSOLUTE_CLAIMS,
  ABSOLUTE_IN_LAW,
  CONDITIONS,
  DIVERSION,
  DRAWS,
  MEDICAL,
  OFFICIAL_DRAW,
  PROHIBITION,
} from "./ad-law-words.ts";
import { categoriesIn } from "./categories.ts";

type WordingKind = "absolute" | "medical" | "diversion" | "conditional-draw";

/** What to do about a finding; the locales have the words. */
export type WordingAdvice =
  | "drop-superlative"
  | "prove-or-soften"
  | "drop-medical-claim"
  | "keep-on-platform"
  | "use-official-draw";

/**
 * One finding. `at` is the position of `word` in the text, in UTF-16 units. "low" means that the word stands in a
 * prohibition ("do not say …") and most likely is fine.
 */
export interface WordingFinding {
  kind: WordingKind;
  word: string;
  at: number;
  severity: "high" | "medium" | "low";
  advice: WordingAdvice;
}

/** How far before a word a prohibition still refers to it, in characters, within the same sentence. */
const PROHIBITION_REACH = 24;

function sentenceStart(text: string, at: number): number {
  return (
    Math.max(...["。", "！", "？", "!", "?", "\n", ". "].map((end) => text.lastIndexOf(end, at - 1))) + 1
  );
}

function isProhibited(text: string, at: number): boolean {
  const from = Math.max(sentenceStart(text, at), at - PROHIBITION_REACH);
  return PROHIBITION.test(text.slice(from, at));
}

type Verdict = Pick<WordingFinding, "kind" | "severity" | "advice">;

function findAll(text: string, pattern: RegExp, verdict: Verdict): WordingFinding[] {
  return [...text.matchAll(pattern)].map((match) => ({
    ...verdict,
    word: match[0],
    at: match.index,
    severity: isProhibited(text, match.index) ? "low" : verdict.severity,
  }));
}

/** A draw is conditional when one sentence names both a draw and an action, outside the platform's own tool. */
function conditionalDraws(text: string): WordingFinding[] {
  const findings: WordingFinding[] = [];
  for (const sentence of text.matchAll(/[^。！？!?\n]+/gu)) {
    const [draw] = sentence[0].match(DRAWS) ?? [];
    if (draw === undefined || !CONDITIONS.test(sentence[0]) || OFFICIAL_DRAW.test(sentence[0])) continue;
    const at = sentence.index + sentence[0].indexOf(draw);
    const severity = isProhibited(text, at) ? "low" : "high";
    findings.push({ kind: "conditional-draw", word: draw, at, severity, advice: "use-official-draw" });
  }
  return findings;
}

/** In the order of the text, each phrase once: of two findings of a kind that overlap, the one that begins first. */
function inOrder(findings: readonly WordingFinding[]): WordingFinding[] {
  const ends = new Map<WordingKind, number>();
  return [...findings]
    .sort((a, b) => a.at - b.at)
    .filter(({ kind, at, word }) => {
      if (at < (ends.get(kind) ?? 0)) return false;
      ends.set(kind, at + word.length);
      return true;
    });
}

/**
 * Wording that advertising law or the platform is likely to object to, in the order of the text.
 *
 * Superlatives count as claims about the product only (source: rules E6: context decides): words of time and order
 * such as 最近, 最后, 第一次 are never findings. Medical words are findings unless the category is medical (source:
 * rules E9). Sending readers off the platform, and draws tied to following, liking or commenting outside the
 * official tool (source: rules E5), are findings in every category.
 *
 * @param category the campaign's category, in either language
 */
export function checkWording(text: string, category: string): WordingFinding[] {
  const medicalIsFine = categoriesIn(category).includes("medical");
  // where two begin at the same place the first listed stays: the law's own words before mere superlatives
  return inOrder([
    ...findAll(text, ABSOLUTE_IN_LAW, { kind: "absolute", severity: "high", advice: "drop-superlative" }),
    ...findAll(text, ABSOLUTE_CLAIMS, { kind: "absolute", severity: "medium", advice: "prove-or-soften" }),
    ...(medicalIsFine
      ? []
      : findAll(text, MEDICAL, { kind: "medical", severity: "high", advice: "drop-medical-claim" })),
    ...findAll(text, DIVERSION, { kind: "diversion", severity: "high", advice: "keep-on-platform" }),
    ...conditionalDraws(text),
  ]);
}

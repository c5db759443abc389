/** Looks for words of trouble in notes and comments, with the sentence around each: advice for a person who decides. */
import { DENIED, EVERYDAY, SAFETY_WORDS, type SafetyKind } from "./brand-safety-words.ts";

/** `weight` is "low" where the sentence denies the word or uses it in its everyday sense. */
export interface SafetyHit {
  kind: SafetyKind;
  word: string;
  sentence: string;
  weight: "normal" | "low";
}

/** How far before a word a denial still refers to it. */
const DENIAL_REACH = 12;
/** What is shown of a sentence on either side of its word. */
const AROUND = 40;

function shownOf(sentence: string, at: number, word: string): string {
  const from = Math.max(0, at - AROUND);
  const to = Math.min(sentence.length, at + word.length + AROUND);
  return `${from > 0 ? "…" : ""}${sentence.slice(from, to).trim()}${to < sentence.length ? "…" : ""}`;
}

function hitsIn(sentence: string): SafetyHit[] {
  const hits: SafetyHit[] = [];
  for (const [kind, pattern] of Object.entries(SAFETY_WORDS) as [SafetyKind, RegExp][]) {
    for (const { 0: word, index } of sentence.matchAll(pattern)) {
      const before = sentence.slice(Math.max(0, index - DENIAL_REACH), index);
      const isHarmless = DENIED.test(before) || EVERYDAY.test(sentence);
      hits.push({
        kind,
        word,
        sentence: shownOf(sentence, index, word),
        weight: isHarmless ? "low" : "normal",
      });
    }
  }
  return hits;
}

/**
 * Words that may mean a controversy, each with its sentence, weightier ones first. No hit raises a flag: a person
 * reads the sentence and says so. source: rules F8
 *
 * @param texts notes or comments, without the names of who wrote them
 */
export function findSafetyHits(texts: readonly string[]): SafetyHit[] {
  const hits = texts.flatMap((text) => text.split(/(?<=[。！？!?;；\n])/u).flatMap(hitsIn));
  const seen = new Set<string>();
  return hits
    .filter(({ word, sentence }) => {
      const key = `${word}\n${sentence}`;
      return seen.has(key) ? false : seen.add(key);
    })
    .sort((a, b) => Number(a.weight === "low") - Number(b.weight === "low"));
}

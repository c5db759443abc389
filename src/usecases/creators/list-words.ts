/** The words that the creators of a list are found by: whoever shares none of them is surely somebody new. */
import { type Creator, nameKeyOf } from "../../store/creators.ts";
import { inTurns } from "../in-turns.ts";
import type { NamedCreator } from "./known-creators.ts";

export interface ListWords {
  all: ReadonlySet<string>;
  /** those that several of the list have */
  shared: ReadonlySet<string>;
}

export async function wordsOfList(all: readonly NamedCreator[]): Promise<ListWords> {
  const words = { all: new Set<string>(), shared: new Set<string>() };
  await inTurns(all, (named) => {
    for (const word of wordsOf(named)) {
      // a list has a hundred thousand of them: each is looked for once
      const before = words.all.size;
      if (words.all.add(word).size === before) words.shared.add(word);
    }
  });
  return words;
}

/**
 * Those who may be one with another of the list or with somebody known. Most of a long list are neither: each is a
 * creator of their own, and nobody has to look further.
 */
export async function notAlone<Named extends NamedCreator>(
  all: readonly Named[],
  { shared }: ListWords,
  known: readonly Creator[],
): Promise<Set<Named>> {
  const taken = new Set(known.flatMap(({ nameKey, handle, platformId }) => [nameKey, handle, platformId]));
  const some = new Set<Named>();
  if (shared.size === 0 && taken.size === 0) return some;
  await inTurns(all, (named) => {
    if (wordsOf(named).some((word) => shared.has(word) || taken.has(word))) some.add(named);
  });
  return some;
}

/** Each once, folded and as it is written: a handle or an id may have been given as a name, and the other way round. */
function wordsOf({ name, handle, platformId }: NamedCreator): string[] {
  const words: string[] = [];
  for (const word of [name, handle, platformId]) {
    if (word === undefined) continue;
    const key = nameKeyOf(word);
    addOnce(words, key);
    if (key === word) continue;
    const bare = word.trim();
    addOnce(words, bare);
    addOnce(words, bare.toLowerCase());
  }
  return words;
}

function addOnce(words: string[], word: string): void {
  if (!words.includes(word)) words.push(word);
}

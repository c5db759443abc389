/** Which of the words that can be typed a person most likely meant. */

/** Two letters that changed places are two slips. */
const SLIPS = 2;

/** @returns the words that differ from `typed` by a slip or begin as it does, the nearest first */
export function nearWords(typed: string, words: readonly string[]): string[] {
  if (typed.length < 2) return [];
  // of two signs, one is half of what was meant
  const most = typed.length > SLIPS ? SLIPS : 1;
  const found = words.flatMap((word) => {
    const slips = distance(word, typed);
    return (slips <= most && slips < word.length) || word.startsWith(typed.slice(0, 2))
      ? [{ word, slips }]
      : [];
  });
  return found.toSorted((a, b) => a.slips - b.slips || a.word.length - b.word.length).map(({ word }) => word);
}

/** Levenshtein distance of two short words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

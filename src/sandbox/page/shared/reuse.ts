/** Keeps what did not change, so that only what changed is drawn again. */

/** Answers `next`, with every part that equals its counterpart in `old` taken from there. */
export function reuse(old: unknown, next: unknown): unknown {
  if (Object.is(old, next) || !isStructure(old) || !isStructure(next)) return next;
  if (Array.isArray(old) !== Array.isArray(next)) return next;
  let same = Object.keys(old).length === Object.keys(next).length;
  for (const key of Object.keys(next)) {
    next[key] = reuse(old[key], next[key]);
    same &&= Object.hasOwn(old, key) && Object.is(old[key], next[key]);
  }
  return same ? old : next;
}

const isStructure = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

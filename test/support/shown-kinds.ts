/** The kinds of the elements that a shown card holds, at any depth. */
export function cardKinds(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "tag" in value ? [String(value.tag)] : [];
  return [...own, ...Object.values(value).flatMap(cardKinds)];
}

/** How big a card is, counted as Lark counts. */

/** Bytes of a card, or an element of it, inside a request: the JSON is a string in the body, so its quotes are escaped once more. */
export function cardBytes(card: object): number {
  return Buffer.byteLength(JSON.stringify(JSON.stringify(card)));
}

/** Objects with a tag, texts, icons and options among them; data of tables, charts and callbacks does not count. */
export function countElements(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item: unknown) => sum + countElements(item), 0);
  if (typeof value !== "object" || value === null) return 0;
  const own = "tag" in value ? 1 : 0;
  return Object.entries(value).reduce(
    (sum, [property, held]) => sum + (DATA.has(property) ? 0 : countElements(held)),
    own,
  );
}

const DATA = new Set(["value", "rows", "chart_spec"]);

/** Walks through the elements of a card, those inside containers included. */
import { type CardObject, isObject } from "./card-check.ts";

const CONTAINERS = ["elements", "columns", "buttons"];

/** Every element at and below this one, in the order a reader sees them. */
export function* walkElements(element: CardObject): Generator<CardObject> {
  yield element;
  const { body, button_area: area } = element;
  for (const part of [body, area]) if (isObject(part)) yield* walkElements(part);
  for (const key of CONTAINERS) {
    const list = element[key];
    if (!Array.isArray(list)) continue;
    for (const child of list) if (isObject(child)) yield* walkElements(child);
  }
}

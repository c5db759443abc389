/** Refuses the cards that Lark refuses: Card JSON 2.0 with its closed set of elements, properties and limits. */
import {
  add,
  CARD_CODES,
  type CardCheck,
  type CardObject,
  isObject,
  type Known,
  type Place,
} from "./card-check.ts";
import { ELEMENTS, type Holds, PARTS, RETIRED_TAGS, type Shape, WORDS } from "./card-shapes.ts";
import { checkElement } from "./check-element.ts";
import { checkForm } from "./check-form.ts";
import { LIMITS } from "./limits.ts";

/**
 * Checks a whole card.
 * @param known which image keys and open_ids exist
 */
export function checkCard(card: unknown, known: Known): CardCheck {
  const check: CardCheck = {
    problems: [],
    warnings: [],
    elements: 0,
    depth: 0,
    tables: 0,
    charts: 0,
    ids: new Set(),
    names: new Set(),
    ...known,
  };
  const place = { path: "ROOT", depth: 0, inForm: false };
  if (!isObject(card)) add(check, CARD_CODES.malformed, "the card is not an object", place);
  else checkRoot(check, card, place);
  return check;
}

function checkRoot(check: CardCheck, card: CardObject, place: Place): void {
  const { schema, config, body } = card;
  if (schema !== "2.0") add(check, CARD_CODES.malformed, 'schema must be "2.0"', place);
  if (!isObject(body)) add(check, CARD_CODES.malformed, "body is missing", place);
  if (isObject(config)) {
    const { update_multi: shared = true } = config;
    if (shared !== true) add(check, CARD_CODES.malformed, "update_multi can only be true", place);
  }
  checkShape(check, card, { name: "card", shape: PARTS["card"] }, place);
  const { elements, depth, tables, charts } = LIMITS.card;
  const over = (what: string) => add(check, CARD_CODES.overLimit, what, place);
  if (check.elements > elements) over(`element exceeds the limit (${check.elements} of ${elements})`);
  if (check.tables > tables) over(`card table number over limit (${check.tables} of ${tables})`);
  if (check.charts > charts) over(`card chart number over limit (${check.charts} of ${charts})`);
  if (check.depth > depth) over(`elements nested deeper than ${depth}`);
}

interface Named {
  name: string;
  shape: Shape | undefined;
}

function checkShape(check: CardCheck, value: CardObject, { name, shape }: Named, place: Place): void {
  if (shape === undefined) return;
  if ("tag" in value) check.elements += 1;
  for (const property of shape.required) {
    if (value[property] === undefined) {
      add(check, CARD_CODES.malformed, `${property} is missing`, place);
    }
  }
  for (const [property, held] of Object.entries(value)) {
    const holds = shape.properties[property];
    if (holds === undefined) {
      add(check, CARD_CODES.malformed, `unknown property, property: ${property}`, place);
    } else {
      checkWord(check, `${name}.${property}`, held, place);
      checkHeld(check, held, holds, { ...place, path: `${place.path} -> ${property}` });
    }
  }
}

function checkWord(check: CardCheck, key: string, value: unknown, place: Place): void {
  const words = WORDS[key];
  if (words === undefined || words.includes(String(value))) return;
  add(check, CARD_CODES.malformed, `${key} must be one of ${words.join(", ")}`, place);
}

function checkHeld(check: CardCheck, value: unknown, holds: Holds, place: Place): void {
  if (holds === "any") return;
  if (holds === "elements") checkElements(check, value, place);
  else if ("one" in holds) checkPart(check, value, holds.one, place);
  else checkParts(check, value, holds.many, place);
}

function checkParts(check: CardCheck, value: unknown, name: string, place: Place): void {
  if (!Array.isArray(value)) {
    add(check, CARD_CODES.malformed, "a list is expected", place);
    return;
  }
  for (const [index, item] of value.entries()) {
    checkPart(check, item, name, { ...place, path: `${place.path} -> [${index}]` });
  }
}

function checkPart(check: CardCheck, value: unknown, name: string, place: Place): void {
  if (!isObject(value)) {
    add(check, CARD_CODES.malformed, "an object is expected", place);
    return;
  }
  const { tag } = value;
  if (name === "text" && !["plain_text", "lark_md", "markdown"].includes(String(tag))) {
    add(check, CARD_CODES.malformed, `a text is plain_text or lark_md, not ${String(tag)}`, place);
    return;
  }
  checkShape(check, value, { name, shape: PARTS[name] }, place);
  checkElement(check, name, value, place);
}

function checkElements(check: CardCheck, value: unknown, place: Place): void {
  if (!Array.isArray(value)) {
    add(check, CARD_CODES.malformed, "elements must be a list", place);
    return;
  }
  for (const [index, element] of value.entries()) {
    const tag = isObject(element) ? String(element["tag"]) : "none";
    const inside = { ...place, depth: place.depth + 1, path: `${place.path} -> [${index}](tag: ${tag})` };
    if (!isObject(element)) add(check, CARD_CODES.malformed, "an element must be an object", inside);
    else checkTagged(check, tag, element, inside);
  }
}

function checkTagged(check: CardCheck, tag: string, element: CardObject, place: Place): void {
  const shape = ELEMENTS[tag];
  if (RETIRED_TAGS.includes(tag)) {
    const msg = `cards of schema V2 no longer support this capability; ErrorValue: unsupported tag ${tag}`;
    add(check, CARD_CODES.retired, msg, place);
    return;
  }
  if (shape === undefined) {
    add(check, CARD_CODES.malformed, `unknown tag ${tag}`, place);
    return;
  }
  check.depth = Math.max(check.depth, place.depth);
  const inForm = place.inForm || tag === "form";
  checkShape(check, element, { name: tag, shape }, { ...place, inForm });
  checkElement(check, tag, element, place);
  if (tag === "form") checkForm(check, element, place);
}

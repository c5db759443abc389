/** The rules of one element of a card: where it may stand, what it may hold, how long its texts may be. */

import { checkTable } from "./check-table.ts";
import type { Element } from "./element.ts";
import { PROPERTIES } from "./element-properties.ts";
import { isRecord, records } from "./json.ts";
import { LIMITS } from "./limits.ts";

/** What is found while walking through a card. */
export interface Look {
  problems: string[];
  names: Set<string>;
  ids: Set<string>;
  /** keys of pictures that are in Lark */
  images: ReadonlySet<string>;
  tables: number;
  charts: number;
}

interface Place {
  look: Look;
  path: string;
  /** 1 at the root of the body */
  depth: number;
  inForm: boolean;
}

type Rule = (element: Element, place: Place) => void;

const MENTION = /<at id=ou_[A-Za-z0-9_-]+><\/at>/gu;
const INPUTS = new Set(["input", "select_static", "date_picker", "picker_time"]);

export function checkElement(element: Element, place: Place): void {
  const allowed = PROPERTIES[element.tag];
  if (allowed === undefined) {
    wrong(place, `unknown tag ${element.tag}`);
    return;
  }
  for (const property of Object.keys(element)) {
    if (!allowed.has(property)) wrong(place, `${element.tag} has no property ${property}`);
  }
  if (place.depth > LIMITS.depth) wrong(place, `nested deeper than ${LIMITS.depth}`);
  checkId(element, place);
  checkTexts(element, place);
  RULES[element.tag]?.(element, place);
  if (INPUTS.has(element.tag)) checkInput(element, place);
}

const RULES: Readonly<Record<string, Rule>> = {
  markdown: ({ content }, place) => {
    const text = typeof content === "string" ? content : "";
    if (text.trim() === "") wrong(place, "empty text");
    if (/<at\b/iu.test(text.replace(MENTION, ""))) wrong(place, "a mention that is no open_id");
  },
  column_set: ({ columns }, place) => children(columns, "columns", place),
  column: ({ elements }, place) => children(elements, "elements", place),
  collapsible_panel: ({ elements }, place) => children(elements, "elements", place),
  form: (element, place) => {
    if (place.depth > 1) wrong(place, "a form stands at the root only");
    takeName(element, place);
    children(element["elements"], "elements", { ...place, inForm: true });
    const submits = records(element["elements"]).filter((inner) => inner["form_action_type"] === "submit");
    if (submits.length !== 1) wrong(place, `${submits.length} submit buttons, a form has one`);
  },
  table: (element, place) => {
    place.look.tables += 1;
    if (place.depth > 1 || place.inForm) wrong(place, "a table stands at the root only");
    for (const problem of checkTable(element)) wrong(place, problem);
  },
  chart: ({ chart_spec: spec }, place) => {
    place.look.charts += 1;
    if (place.inForm) wrong(place, "no chart inside a form");
    if (!isRecord(spec) || typeof spec["type"] !== "string") wrong(place, "a chart without a type");
    if (holdsFunction(spec)) wrong(place, "a function in a chart: JSON would lose it");
  },
  img: ({ img_key: key, alt, title }, place) => {
    if (typeof key !== "string" || !place.look.images.has(key))
      wrong(place, `an unknown picture ${String(key)}`);
    checkLength(alt, LIMITS.altText, place);
    if (title !== undefined) checkLength(title, LIMITS.altText, place);
  },
  person_list: ({ persons }, place) => {
    const ids = records(persons).map((person) => person["id"]);
    if (ids.length === 0) wrong(place, "nobody in the list");
    for (const id of ids)
      if (typeof id !== "string" || !LIMITS.openId.test(id)) wrong(place, `no open_id: ${String(id)}`);
  },
  button: (element, place) => {
    checkLength(element["text"], LIMITS.buttonText, place);
    const submit = element["form_action_type"] !== undefined;
    if (submit !== place.inForm) wrong(place, "a submit button belongs into a form, every other one outside");
    if (submit) takeName(element, place);
    for (const behavior of records(element["behaviors"])) checkBehavior(behavior, place);
  },
};

function checkInput(element: Element, place: Place): void {
  const behaviors = records(element["behaviors"]);
  for (const behavior of behaviors) checkBehavior(behavior, place);
  if (behaviors.length > 0 && place.inForm) wrong(place, "an input of a form is sent with the form");
  if (behaviors.length === 0 && !place.inForm) wrong(place, "an input outside a form that does nothing");
  takeName(element, place);
  checkLength(element["placeholder"], LIMITS.placeholder, place);
  if (element.tag === "input") {
    const { default_value: given = "" } = element;
    if (String(given).length > LIMITS.inputText)
      wrong(place, `more than ${LIMITS.inputText} signs filled in`);
  }
  if (element.tag !== "select_static") return;
  const options = records(element["options"]);
  if (options.length === 0) wrong(place, "a select without options");
  for (const option of options) checkLength(option["text"], LIMITS.buttonText, place);
}

function checkBehavior(behavior: Record<string, unknown>, place: Place): void {
  const { type, value, default_url: url } = behavior;
  if (type === "callback" && !isRecord(value)) wrong(place, "the value of a callback must be an object");
  if (type === "open_url" && !/^https?:\/\//u.test(String(url)))
    wrong(place, "a link that is not http or https");
}

function checkLength(text: unknown, limit: number, place: Place): void {
  const content = isRecord(text) ? text["content"] : undefined;
  if (typeof content !== "string" || content.trim() === "") wrong(place, "empty text");
  else if (content.length > limit) wrong(place, `${content.length} signs, at most ${limit}`);
}

/** No text outside markdown may look like a mention; an option's value is data and never shown. */
function checkTexts(element: Element, place: Place): void {
  const options = records(element["options"]).map((option) => option["text"]);
  const texts = [
    element["text"],
    element["placeholder"],
    element["confirm"],
    element["header"],
    element["alt"],
    options,
  ];
  if (/<at\b/iu.test(JSON.stringify(texts))) wrong(place, "a mention in a plain text");
}

function checkId({ element_id: id }: Element, place: Place): void {
  if (id === undefined) return;
  if (typeof id !== "string" || !/^[A-Za-z]\w*$/u.test(id) || id.length > LIMITS.elementId)
    wrong(place, `bad element_id ${JSON.stringify(id)}`);
  else if (place.look.ids.has(id)) wrong(place, `element_id ${id} twice`);
  else place.look.ids.add(id);
}

function takeName({ name }: Element, place: Place): void {
  if (typeof name !== "string" || name === "") wrong(place, "a name is missing");
  else if (place.look.names.has(name)) wrong(place, `the name ${name} twice`);
  else place.look.names.add(name);
}

function children(held: unknown, property: string, place: Place): void {
  const elements = records(held);
  if (elements.length === 0) wrong(place, `no ${property}`);
  for (const [index, inner] of elements.entries()) {
    const path = `${place.path}.${property}[${index}]`;
    checkElement({ tag: "none", ...inner }, { ...place, path, depth: place.depth + 1 });
  }
}

function holdsFunction(value: unknown): boolean {
  if (typeof value === "function") return true;
  return typeof value === "object" && value !== null && Object.values(value).some(holdsFunction);
}

function wrong(place: Place, problem: string): void {
  place.look.problems.push(`${place.path}: ${problem}`);
}

/** The rules of single card elements that go beyond which properties they have. */
import { add, CARD_CODES, type CardCheck, type CardObject, isObject, type Place } from "./card-check.ts";
import { checkCells } from "./check-cells.ts";
import { LIMITS } from "./limits.ts";

type Rule = (check: CardCheck, element: CardObject, place: Place) => void;

const malformed = (check: CardCheck, msg: string, place: Place) =>
  add(check, CARD_CODES.malformed, msg, place);

/** @param name the element's tag, or the name of a part such as `behavior` */
export function checkElement(check: CardCheck, name: string, element: CardObject, place: Place): void {
  checkId(check, element, place);
  RULES[name]?.(check, element, place);
}

const checkId: Rule = (check, { element_id: id }, place) => {
  if (id === undefined) return;
  if (typeof id !== "string" || !/^[A-Za-z]\w{0,19}$/.test(id)) {
    malformed(check, "element_id takes up to 20 letters, digits and _, and begins with a letter", place);
  } else if (check.ids.has(id)) malformed(check, `element_id ${id} is not unique`, place);
  else check.ids.add(id);
};

const markdown: Rule = (check, { content }, place) => {
  if (typeof content !== "string") {
    malformed(check, "content must be a text", place);
    return;
  }
  for (const [, id = ""] of content.matchAll(/<at\s+(?:user_)?id=["']?([^"'\s>]+)/g)) {
    if (id === "all") check.warnings.push(`mentions everybody at ${place.path}`);
    else if (!check.isPerson(id)) invalidPerson(check, id, place);
  }
};

function invalidPerson(check: CardCheck, id: string, place: Place): void {
  const msg = `There is an invalid user resource(at/person) in your card; ErrorValue: ${id}`;
  add(check, CARD_CODES.person, msg, place);
}

const image: Rule = (check, { img_key: key }, place) => {
  if (typeof key === "string" && check.isImage(key)) return;
  add(
    check,
    CARD_CODES.image,
    `card contains invalid image keys; ErrorValue: image key ${String(key)}`,
    place,
  );
};

const icon: Rule = (check, element, place) => {
  if (element["tag"] === "custom_icon") image(check, element, place);
};

const person =
  (property: string): Rule =>
  (check, element, place) => {
    const id = element[property];
    if (typeof id !== "string" || !check.isPerson(id)) invalidPerson(check, String(id), place);
  };

const button: Rule = (check, { text, icon: picture, form_action_type: formAction }, place) => {
  if (text === undefined && picture === undefined)
    malformed(check, "a button needs a text or an icon", place);
  if (formAction !== undefined && !place.inForm) malformed(check, "only a form has a submit button", place);
};

const behavior: Rule = (check, { type, value, default_url: url }, place) => {
  if (type === "callback" && !isObject(value)) {
    add(check, CARD_CODES.callbackValue, "the value of a callback must be an object", place);
  }
  if (type === "open_url" && typeof url !== "string") malformed(check, "open_url needs default_url", place);
};

const chart: Rule = (check, { chart_spec: spec }, place) => {
  check.charts += 1;
  if (!isObject(spec) || typeof spec["type"] !== "string") {
    add(
      check,
      CARD_CODES.chart,
      "chart spec is invalid; ErrorValue: an object with a type is expected",
      place,
    );
  }
};

const options: Rule = (check, { options: list }, place) => {
  if (Array.isArray(list) && list.length === 0) malformed(check, "options is empty", place);
};

const input: Rule = (check, { max_length: length = 1 }, place) => {
  if (typeof length !== "number" || length < 1 || length > LIMITS.card.inputLength) {
    malformed(check, `max_length goes from 1 to ${LIMITS.card.inputLength}`, place);
  }
};

const div: Rule = (check, { text, fields }, place) => {
  if (text === undefined && fields === undefined) malformed(check, "a div needs text or fields", place);
};

const columnSet: Rule = (check, { columns }, place) => {
  if (Array.isArray(columns) && columns.length === 0) malformed(check, "columns is empty", place);
};

const form: Rule = (check, _element, place) => {
  if (place.depth > 1) malformed(check, "a form stands at the root of the card only", place);
};

const table: Rule = (check, { columns, rows, page_size: size = 5 }, place) => {
  check.tables += 1;
  const { tableColumns, tablePageSize } = LIMITS.card;
  if (place.depth > 1) malformed(check, "a table stands at the root of the card only", place);
  if (typeof size !== "number" || size < 1 || size > tablePageSize) {
    malformed(check, `page_size goes from 1 to ${tablePageSize}`, place);
  }
  if (!Array.isArray(columns)) {
    malformed(check, "columns must be a list", place);
    return;
  }
  if (columns.length > tableColumns) malformed(check, `a table has up to ${tableColumns} columns`, place);
  if (!Array.isArray(rows) || !rows.every(isObject)) {
    add(check, CARD_CODES.tableRows, "table rows is invalid", place);
    return;
  }
  const names = new Set(columns.map((column: unknown) => isObject(column) && column["name"]));
  const stray = rows.flatMap((row) => Object.keys(row)).find((key) => !names.has(key));
  if (stray !== undefined) {
    add(check, CARD_CODES.tableRowName, `table rows name is invalid; ErrorValue: ${stray}`, place);
  }
  checkCells(check, columns.filter(isObject), rows, place);
};

const RULES: Readonly<Record<string, Rule>> = {
  markdown,
  text: markdown,
  img: image,
  image,
  icon,
  person: person("user_id"),
  personRef: person("id"),
  button,
  behavior,
  chart,
  table,
  form,
  input,
  div,
  column_set: columnSet,
  select_static: options,
  multi_select_static: options,
  overflow: options,
};

/** Turns what a person enters into the value a card's callback carries for that element. */
import { WrongCall } from "../control-call.ts";
import { type CardObject, isObject } from "./card-check.ts";
import { LIMITS } from "./limits.ts";
import { findPerson, type Person } from "./people.ts";

const DATES: Readonly<Record<string, RegExp>> = {
  date_picker: /^\d{4}-\d{2}-\d{2}$/,
  picker_time: /^\d{2}:\d{2}$/,
  picker_datetime: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/,
};
const EXAMPLES: Readonly<Record<string, string>> = {
  date_picker: "2027-01-05",
  picker_time: "20:00",
  picker_datetime: "2027-01-05 20:00",
};

/**
 * @param given what the person entered: a text, an option's value or text, a list, a date, true or false
 * @throws WrongCall when the element cannot take it; the message says what it takes
 */
export function fieldValue(element: CardObject, given: unknown, person: Person, nowMs: number): unknown {
  const tag = String(element["tag"]);
  switch (tag) {
    case "input":
      return inputText(element, given);
    case "multi_select_static":
    case "multi_select_person":
      return (Array.isArray(given) ? given : [given]).map((one) => choice(element, tag, one));
    case "checker":
      return given === true || given === "true";
    case "date_picker":
    case "picker_time":
    case "picker_datetime":
      return dated(tag, given, person, nowMs);
    default:
      return choice(element, tag, given);
  }
}

/** The value an element shows before anyone touches it, or undefined. */
export function initialValue(element: CardObject): unknown {
  const { default_value: text, initial_option: option, selected_values: several, checked } = element;
  const { initial_date: date, initial_time: time, initial_datetime: dateTime, tag } = element;
  if (tag === "checker") return checked === true;
  return text ?? option ?? optionAt(element) ?? several ?? date ?? time ?? dateTime;
}

/** A select may name its first choice by place; places count from 1. */
function optionAt({ options, initial_index: place }: CardObject): unknown {
  if (!Array.isArray(options) || typeof place !== "number") return undefined;
  return (options[place - 1] as CardObject | undefined)?.["value"];
}

function inputText(element: CardObject, given: unknown): string {
  const text = String(given);
  const { max_length: most = LIMITS.card.inputLength, name } = element;
  if (text.length <= Number(most)) return text;
  throw new WrongCall(`${String(name)} takes up to ${String(most)} characters, not ${text.length}.`);
}

function choice(element: CardObject, tag: string, given: unknown): string {
  if (tag.endsWith("_person")) {
    const person = findPerson(String(given));
    if (person !== undefined) return person.id;
    throw new WrongCall(`There is no person ${String(given)}.`);
  }
  const { options } = element;
  const known = Array.isArray(options) ? options.filter(isObject) : [];
  const found = known.find((option) => option["value"] === given || textOf(option["text"]) === given);
  if (found !== undefined) return String(found["value"]);
  const offered = known.map((option) => String(option["value"])).join(", ");
  throw new WrongCall(`${String(given)} is not offered; there is: ${offered}.`);
}

function dated(tag: string, given: unknown, person: Person, nowMs: number): string {
  const bare = String(given)
    .replace("T", " ")
    .replace(/ [+-]\d{4}$/, "");
  if (DATES[tag]?.test(bare) !== true) {
    throw new WrongCall(`${String(given)} does not fit; write it like ${EXAMPLES[tag]}.`);
  }
  const day = /^\d{4}/.test(bare) ? Date.parse(bare.replace(" ", "T")) : nowMs;
  return `${bare} ${offset(person.tz, day)}`;
}

/** The zone's offset at that time, as Lark writes it: `+0800`. */
function offset(tz: string, ms: number): string {
  const format = new Intl.DateTimeFormat("en", { timeZone: tz, timeZoneName: "longOffset" });
  const name = format.formatToParts(ms).find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  return name.replace("GMT", "").replace(":", "") || "+0000";
}

/** The words of a text element, or undefined. */
export function textOf(text: unknown): string | undefined {
  if (!isObject(text)) return undefined;
  const { content } = text;
  return typeof content === "string" ? content : undefined;
}

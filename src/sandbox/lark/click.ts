/** What a click on a card says to the bot: finds the element, gathers the form, refuses what the client refuses. */
import { WrongCall } from "../control-call.ts";
import { type CardObject, isObject } from "./card-check.ts";
import { INPUT_TAGS } from "./card-shapes.ts";
import type { CardAction } from "./events.ts";
import { fieldValue, initialValue, textOf } from "./field-value.ts";
import type { Person } from "./people.ts";
import { walkElements } from "./walk-card.ts";

export interface Click {
  /** the element's name, its id, or its text */
  name: string;
  /** for selects, pickers, inputs and checkers outside a form */
  value?: unknown;
  /** what the person entered, by the inputs' names */
  form?: Record<string, unknown> | undefined;
}

/** What happens: the bot is asked, the client opens an address, or the client refuses. */
type Outcome = { action: CardAction } | { url: string } | { refused: string };

const CLICKABLE = ["button", "overflow", "interactive_container", ...INPUT_TAGS];

/** @throws WrongCall when the card has no such element or the element cannot take the value */
export function clickOn(card: CardObject, click: Click, person: Person, nowMs: number): Outcome {
  const clickable = [...walkElements(card)].filter(({ tag }) => CLICKABLE.includes(String(tag)));
  const element = clickable.find((one) => labels(one).includes(click.name));
  if (element === undefined) {
    const there = clickable.map((one) => labels(one)[0]).join(", ") || "nothing to click";
    throw new WrongCall(`The card has no ${click.name}; it has: ${there}.`);
  }
  if (element["disabled"] === true) return { refused: `${click.name} is disabled.` };
  const form = formAround(card, element);
  if (form !== undefined) return inForm(form, element, click, person, nowMs);
  return alone(element, click, person, nowMs);
}

function labels(element: CardObject): string[] {
  const { name, element_id: id, text } = element;
  const labels = [name, textOf(text), ...translations(text), id];
  return labels.filter((one) => typeof one === "string");
}

function translations(text: unknown): unknown[] {
  return isObject(text) && isObject(text["i18n_content"]) ? Object.values(text["i18n_content"]) : [];
}

function formAround(card: CardObject, element: CardObject): CardObject | undefined {
  const forms = [...walkElements(card)].filter(({ tag }) => tag === "form");
  return forms.find((form) => [...walkElements(form)].includes(element));
}

function alone(element: CardObject, { value, name }: Click, person: Person, nowMs: number): Outcome {
  const callback = behaviorOf(element, "callback");
  const link = behaviorOf(element, "open_url");
  if (callback === undefined) {
    return link === undefined ? { refused: `${name} does nothing.` } : { url: String(link["default_url"]) };
  }
  const entered = valuePart(element, value, person, nowMs);
  return { action: { ...basics(element, person), value: callback["value"], ...entered } };
}

function basics(element: CardObject, person: Person): CardAction {
  const { tag, name } = element;
  return { tag: String(tag), timezone: person.tz, ...(typeof name === "string" && { name }) };
}

function behaviorOf(element: CardObject, type: string): CardObject | undefined {
  const { behaviors } = element;
  return Array.isArray(behaviors)
    ? behaviors.filter(isObject).find((one) => one["type"] === type)
    : undefined;
}

function valuePart(element: CardObject, given: unknown, person: Person, nowMs: number): Partial<CardAction> {
  const { tag, checked } = element;
  if (tag === "button" || tag === "interactive_container") return {};
  if (tag === "checker") return { checked: given === undefined ? checked !== true : given === true };
  if (given === undefined) throw new WrongCall(`${String(tag)} needs a value.`);
  const value = fieldValue(element, given, person, nowMs);
  if (tag === "input") return { input_value: String(value) };
  return Array.isArray(value) ? { options: value.map(String) } : { option: String(value) };
}

function inForm(form: CardObject, element: CardObject, click: Click, person: Person, nowMs: number): Outcome {
  const { form_action_type: type, tag } = element;
  if (tag !== "button") {
    throw new WrongCall(
      `${click.name} belongs to a form: click its submit button and give the value in form.`,
    );
  }
  if (type === "reset") return { refused: "The form is empty again; nothing was sent." };
  if (type !== "submit") return alone(element, click, person, nowMs);
  const inputs = [...walkElements(form)].filter((one) => INPUT_TAGS.includes(String(one["tag"])));
  const entered = click.form ?? {};
  refuseUnknown(inputs, entered);
  const missing = inputs.filter((one) => one["required"] === true && isEmpty(entryOf(one, entered)));
  if (missing.length > 0) return { refused: `Fill in: ${missing.map((one) => one["name"]).join(", ")}.` };
  const values = inputs.flatMap((one) => formEntry(one, entered, person, nowMs));
  const callback = behaviorOf(element, "callback");
  const value = callback === undefined ? {} : { value: callback["value"] };
  return { action: { ...basics(element, person), ...value, form_value: Object.fromEntries(values) } };
}

function refuseUnknown(inputs: CardObject[], entered: Record<string, unknown>): void {
  const names = inputs.map((one) => String(one["name"]));
  const stray = Object.keys(entered).find((name) => !names.includes(name));
  if (stray !== undefined) throw new WrongCall(`The form has no ${stray}; it has: ${names.join(", ")}.`);
}

const entryOf = (element: CardObject, entered: Record<string, unknown>) =>
  entered[String(element["name"])] ?? initialValue(element);

const isEmpty = (value: unknown) =>
  value === undefined || value === "" || value === false || (Array.isArray(value) && value.length === 0);

/** An input nobody filled comes as an empty text; pickers and selects without a choice do not come at all. */
function formEntry(
  element: CardObject,
  entered: Record<string, unknown>,
  person: Person,
  nowMs: number,
): [string, unknown][] {
  const name = String(element["name"]);
  const given = entryOf(element, entered);
  if (element["tag"] === "input") return [[name, fieldValue(element, given ?? "", person, nowMs)]];
  if (given === undefined || given === "") return [];
  return [[name, fieldValue(element, given, person, nowMs)]];
}

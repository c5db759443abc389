/** Turns what a control call gives for an element into the value the element then holds. */
import { WrongCall } from "../control-call.ts";
import type { Element, Option } from "./blocks.ts";
import { initialValue, richText, type StateValue } from "./element-values.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Turns what a control call gives into the element's value.
 * @param given a text; for menus an option's value or text; for multiple choice a list of them; for people and
 *   channels names or ids; null or an empty text clears the element
 * @throws WrongCall when the element cannot hold it, saying what it can
 */
export function enteredValue(workspace: Workspace, element: Element, given: unknown): StateValue {
  const { type } = element;
  if (given === null || given === "" || given === undefined) return cleared(element);
  switch (type) {
    case "static_select":
    case "radio_buttons":
    case "overflow":
      return { type, selected_option: optionOf(element, given) };
    case "multi_static_select":
    case "checkboxes":
      return { type, selected_options: listOf(given).map((one) => optionOf(element, one)) };
    case "datepicker":
      return { type, selected_date: matching(given, /^\d{4}-\d{2}-\d{2}$/, "a date such as 2027-01-05") };
    case "timepicker":
      return { type, selected_time: matching(given, /^([01]\d|2[0-3]):[0-5]\d$/, "a time such as 09:30") };
    case "datetimepicker":
      return { type, selected_date_time: Number(matching(given, /^\d{10}$/, "seconds since 1970")) };
    case "users_select":
      return { type, selected_user: personOf(workspace, given) };
    case "multi_users_select":
      return { type, selected_users: listOf(given).map((one) => personOf(workspace, one)) };
    case "channels_select":
      return { type, selected_channel: channelOf(workspace, given) };
    case "multi_channels_select":
      return { type, selected_channels: listOf(given).map((one) => channelOf(workspace, one)) };
    case "conversations_select":
      return { type, selected_conversation: channelOf(workspace, given) };
    case "multi_conversations_select":
      return { type, selected_conversations: listOf(given).map((one) => channelOf(workspace, one)) };
    case "rich_text_input":
      return { type, rich_text_value: richText(textOf(given)) };
    case "file_input":
      throw new WrongCall("file_input cannot be filled here: upload the file to a channel.");
    default:
      return { type, value: textOf(given) };
  }
}

function cleared(element: Element): StateValue {
  if (element.type === "overflow") throw new WrongCall(`Give a value: ${choicesOf(element)}.`);
  return initialValue({ type: element.type });
}

function optionOf(element: Element, given: unknown): Option {
  const wanted = textOf(given);
  const found = optionsOf(element).find(({ value, text }) => value === wanted || text.text === wanted);
  if (found === undefined) throw new WrongCall(`There is no option ${wanted}: give ${choicesOf(element)}.`);
  return found;
}

function optionsOf({ options, option_groups }: Element): Option[] {
  return options ?? option_groups?.flatMap((group) => group.options) ?? [];
}

function choicesOf(element: Element): string {
  return optionsOf(element)
    .map(({ value, text }) => value ?? text.text)
    .join(", ");
}

function listOf(given: unknown): unknown[] {
  return Array.isArray(given) ? given : [given];
}

function matching(given: unknown, pattern: RegExp, example: string): string {
  const text = textOf(given);
  if (!pattern.test(text)) throw new WrongCall(`${text} does not fit: give ${example}.`);
  return text;
}

function textOf(given: unknown): string {
  if (typeof given === "string") return given;
  if (typeof given === "number" || typeof given === "boolean") return String(given);
  throw new WrongCall("Give a text.");
}

function personOf(workspace: Workspace, given: unknown): string {
  const name = textOf(given);
  const person = workspace.findPerson(name);
  if (person === undefined)
    throw new WrongCall(`There is no user ${name}: ${workspace.people.map((one) => one.name).join(", ")}.`);
  return person.id;
}

function channelOf(workspace: Workspace, given: unknown): string {
  const name = textOf(given);
  const channel = workspace.findChannel(name);
  if (channel === undefined)
    throw new WrongCall(
      `There is no channel ${name}: ${workspace.channels.map((one) => one.name).join(", ")}.`,
    );
  return channel.id;
}

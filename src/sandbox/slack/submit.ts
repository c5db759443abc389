/** A modal's end: submitted with what was entered, or closed. */
import { z } from "zod";
import { WrongCall } from "../control-call.ts";
import { holdsValue, type Placed, placedElements } from "./blocks.ts";
import { checkView, type ViewSource } from "./check-view.ts";
import type { Slack } from "./context.ts";
import { currentValues, isEmpty, type StateValue } from "./element-values.ts";
import { enteredValue } from "./entered-value.ts";
import { viewClosed, viewSubmission } from "./interactions.ts";
import type { Person } from "./people.ts";
import { outcome } from "./say.ts";
import type { View } from "./workspace.ts";

const Response = z.discriminatedUnion("response_action", [
  z.object({ response_action: z.literal("errors"), errors: z.record(z.string(), z.string().min(1)) }),
  z.object({ response_action: z.literal("update"), view: z.record(z.string(), z.unknown()) }),
  z.object({ response_action: z.literal("push"), view: z.record(z.string(), z.unknown()) }),
  z.object({ response_action: z.literal("clear") }),
]);

/** Field errors by block id, as Slack shows them under the inputs. */
type Errors = Record<string, string>;

/**
 * Submits a modal.
 * @param values what the person entered, by action_id, in the forms `enteredValue` takes
 * @throws WrongCall when there is no such input
 */
export async function submitView(slack: Slack, person: Person, view: View, values: Record<string, unknown>) {
  enter(slack, view, values);
  const errors = clientErrors(view);
  // Slack's own client keeps an incomplete form back, the app never hears of it
  if (Object.keys(errors).length > 0) return { ok: false, error: "The form is not complete.", errors };
  const ack = await slack.delivery.deliver(viewSubmission(slack, person, view));
  if (!ack.ok) return outcome(ack);
  return followResponse(slack, person, view, ack.payload);
}

/** Closes the modal on top, or all of them, and tells the app when it asked to be told. */
export async function closeView(slack: Slack, person: Person, view: View, all: boolean) {
  if (all || view.source.clear_on_close === true) slack.views.clear(person.id);
  else slack.views.pop(person.id);
  if (view.source.notify_on_close !== true) return { ok: true };
  return outcome(await slack.delivery.deliver(viewClosed(person, view, all)));
}

function enter(slack: Slack, view: View, values: Record<string, unknown>): void {
  const placed = statefulOf(view);
  for (const [actionId, given] of Object.entries(values)) {
    const [only, another] = placed.filter(({ element }) => element.action_id === actionId);
    const there = placed.map(({ element }) => element.action_id).join(", ");
    if (only === undefined) throw new WrongCall(`There is no input ${actionId}: ${there}.`);
    if (another !== undefined)
      throw new WrongCall(`${actionId} is there more than once: fill it by click with block_id.`);
    const value = enteredValue(slack.workspace, only.element, given);
    slack.views.choose(view, { [only.block.block_id ?? ""]: { [actionId]: value } });
  }
}

function clientErrors(view: View): Errors {
  const placed = statefulOf(view).filter(({ block }) => block.type === "input");
  const values = currentValues(placed, view.chosen);
  const errors: Errors = {};
  for (const one of placed) {
    const blockId = one.block.block_id ?? "";
    const value = values[blockId]?.[one.element.action_id ?? ""];
    const error = value === undefined ? undefined : clientError(one, value);
    if (error !== undefined) errors[blockId] = error;
  }
  return errors;
}

function clientError({ block, element }: Placed, value: StateValue): string | undefined {
  if (isEmpty(value)) return block.optional === true ? undefined : "Please complete this required field.";
  const text = value.value ?? "";
  if (element.min_length !== undefined && text.length < element.min_length)
    return `Write at least ${element.min_length} characters.`;
  if (element.max_length !== undefined && text.length > element.max_length)
    return `Write at most ${element.max_length} characters.`;
  if (element.type === "number_input") return numberError(element, text);
  if (element.type === "email_text_input" && !/^\S+@\S+\.\S+$/.test(text)) return "Enter an email address.";
  if (element.type === "url_text_input" && !URL.canParse(text)) return "Enter a web address.";
  return undefined;
}

function numberError({ min_value, max_value }: Placed["element"], text: string): string | undefined {
  const number = Number(text);
  if (Number.isNaN(number)) return "Enter a number.";
  if (min_value !== undefined && number < Number(min_value)) return `Enter ${min_value} or more.`;
  if (max_value !== undefined && number > Number(max_value)) return `Enter ${max_value} or less.`;
  return undefined;
}

function followResponse(slack: Slack, person: Person, view: View, payload: unknown) {
  const empty = payload === undefined || payload === null || Object.keys(payload).length === 0;
  if (empty) {
    slack.views.pop(person.id);
    return { ok: true };
  }
  const parsed = Response.safeParse(payload);
  if (!parsed.success) return refuse(slack, payload, ["a submission's answer needs a known response_action"]);
  const response = parsed.data;
  if (response.response_action === "errors") return showErrors(slack, view, response);
  if (response.response_action === "clear") {
    slack.views.clear(person.id);
    return { ok: true };
  }
  const problems = checkView(response.view, "modal");
  if (problems.length > 0) return refuse(slack, payload, problems);
  const source = response.view as unknown as ViewSource;
  const shown =
    response.response_action === "update"
      ? slack.views.update(view, source)
      : slack.views.push(person.id, source);
  return typeof shown === "string" ? refuse(slack, payload, [shown]) : { ok: true };
}

function showErrors(slack: Slack, view: View, response: { errors: Errors }) {
  const inputs = view.source.blocks.filter((block) => block.type === "input").map((block) => block.block_id);
  const stray = Object.keys(response.errors).filter((blockId) => !inputs.includes(blockId));
  if (stray.length > 0)
    return refuse(
      slack,
      response,
      stray.map((id) => `errors name no input block: ${id}`),
    );
  return { ok: true, errors: response.errors };
}

/** Slack shows "trouble connecting" for an answer it cannot use; the log of calls says why. */
function refuse(slack: Slack, body: unknown, violations: string[]) {
  slack.world.record({
    platform: "slack",
    method: "ack view_submission",
    body,
    status: 400,
    answer: "refused",
    violations,
  });
  return { ok: false, error: `Slack cannot use the app's answer: ${violations.join("; ")}` };
}

function statefulOf(view: View): Placed[] {
  return placedElements(view.source.blocks).filter(({ element }) => holdsValue(element));
}

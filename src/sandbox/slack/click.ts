/** What a person does with an element of a message, a modal or the App Home. */
import type { Placed } from "./blocks.ts";
import { holdsValue } from "./blocks.ts";
import type { Slack } from "./context.ts";
import type { StateValue, StateValues } from "./element-values.ts";
import { enteredValue } from "./entered-value.ts";
import { messageAction, viewAction } from "./interactions.ts";
import { elementNamed } from "./lookup.ts";
import type { Channel, Person } from "./people.ts";
import { type Outcome, outcome } from "./say.ts";
import type { Message, View } from "./workspace.ts";

interface Click {
  actionId: string;
  blockId: string | undefined;
  value: unknown;
}

type Clicked = Outcome & { url?: string };

export async function clickMessage(
  slack: Slack,
  person: Person,
  channel: Channel,
  message: Message,
  click: Click,
): Promise<Clicked> {
  const placed = elementNamed(message.blocks ?? [], click.actionId, click.blockId);
  if (isPlainLink(placed)) return openLink(slack, person, placed);
  const value = pickedValue(slack, placed, click.value);
  if (value !== undefined && holdsValue(placed.element)) {
    message.chosen ??= {};
    const mine = message.chosen[person.id] ?? {};
    message.chosen[person.id] = merged(mine, placed, value);
    slack.world.changed();
  }
  if (!sendsAction(placed)) return { ok: true };
  return outcome(await slack.delivery.deliver(messageAction(slack, person, channel, message, placed, value)));
}

export async function clickView(slack: Slack, person: Person, view: View, click: Click): Promise<Clicked> {
  const placed = elementNamed(view.source.blocks, click.actionId, click.blockId);
  if (isPlainLink(placed)) return openLink(slack, person, placed);
  const value = pickedValue(slack, placed, click.value);
  if (value !== undefined && holdsValue(placed.element)) slack.views.choose(view, merged({}, placed, value));
  if (!sendsAction(placed)) return { ok: true };
  return outcome(await slack.delivery.deliver(viewAction(slack, person, view, placed, value)));
}

/** A button is only pressed; everything else takes a value. */
function pickedValue(slack: Slack, { element }: Placed, given: unknown): StateValue | undefined {
  const pressed = ["button", "icon_button", "workflow_button"].includes(element.type);
  return pressed ? undefined : enteredValue(slack.workspace, element, given);
}

function merged(values: StateValues, { block, element }: Placed, value: StateValue): StateValues {
  const blockId = block.block_id ?? "";
  return { ...values, [blockId]: { ...values[blockId], [element.action_id ?? ""]: value } };
}

/** Inputs wait for the submission unless they ask to tell of every change. */
function sendsAction({ block }: Placed): boolean {
  return block.type !== "input" || block.dispatch_action === true;
}

/** A button that only opens an address: nothing for the app to do. */
function isPlainLink({ element }: Placed): boolean {
  return element.type === "button" && element.url !== undefined && element.value === undefined;
}

function openLink(slack: Slack, person: Person, { element }: Placed): Clicked {
  const url = element.url ?? "";
  slack.world.emit({ platform: "slack", type: "link_opened", user: person.id, url });
  return { ok: true, url };
}

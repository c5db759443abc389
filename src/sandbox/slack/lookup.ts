/** Finds what a control call names, or says what there is instead. */
import { WrongCall } from "../control-call.ts";
import { type Block, type Placed, placedElements } from "./blocks.ts";
import type { Slack } from "./context.ts";
import type { Channel, Person } from "./people.ts";
import type { Message, View } from "./workspace.ts";

export function personNamed({ workspace }: Slack, nameOrId: string): Person {
  const person = workspace.findPerson(nameOrId);
  if (person !== undefined) return person;
  throw new WrongCall(`There is no user ${nameOrId}: ${workspace.people.map((one) => one.name).join(", ")}.`);
}

/** A channel the person is in. */
export function channelNamed({ workspace }: Slack, nameOrId: string, person: Person): Channel {
  const channel = workspace.findChannel(nameOrId, person.id);
  const own = workspace.channels.filter((one) => one.members.includes(person.id));
  const names = own.map((one) => one.name).join(", ");
  if (channel === undefined) throw new WrongCall(`There is no channel ${nameOrId}: ${names}.`);
  if (!own.includes(channel))
    throw new WrongCall(`${person.name} is not in ${channel.name}, only in ${names}.`);
  return channel;
}

/** A message the person can see. */
export function messageAt({ workspace }: Slack, channel: Channel, ts: string, person: Person): Message {
  const visible = workspace.messagesIn(channel.id, person.id);
  const message = visible.find((one) => one.ts === ts);
  if (message !== undefined) return message;
  const last = visible.at(-1);
  const hint = last === undefined ? "there is none yet" : `the last one is ${last.ts}`;
  throw new WrongCall(`${person.name} sees no message ${ts} in ${channel.name}; ${hint}.`);
}

/** A modal or App Home on the person's screen. */
export function viewWithId({ views }: Slack, viewId: string, person: Person): View {
  const view = views.find(viewId);
  if (view !== undefined && view.user === person.id) return view;
  const top = views.top(person.id);
  throw new WrongCall(
    `${person.name} has no view ${viewId}; ${top === undefined ? "no modal is open" : `${top.id} is open`}.`,
  );
}

/** The one element with an action id, and a block id where the action id alone is not enough. */
export function elementNamed(
  blocks: readonly Block[],
  actionId: string,
  blockId: string | undefined,
): Placed {
  const all = placedElements(blocks);
  const found = all.filter(
    ({ block, element }) =>
      element.action_id === actionId && (blockId === undefined || block.block_id === blockId),
  );
  const [only, another] = found;
  if (only === undefined) {
    const there = all.map(({ element }) => element.action_id).join(", ") || "nothing to click";
    throw new WrongCall(`There is no action ${actionId}: ${there}.`);
  }
  if (another !== undefined) {
    const there = found.map(({ block }) => block.block_id).join(", ");
    throw new WrongCall(`${actionId} is there more than once: give block_id, one of ${there}.`);
  }
  return only;
}

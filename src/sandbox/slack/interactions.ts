/** The payloads of what people do: slash commands, clicks, submissions, closed modals, shortcuts. */
import type { Element, Placed } from "./blocks.ts";
import type { Slack } from "./context.ts";
import type { StateValue } from "./element-values.ts";
import { apiMessage, messageState } from "./message-shapes.ts";
import { BOT, type Channel, CREDENTIALS, type Person, TEAM } from "./people.ts";
import type { Envelope } from "./socket.ts";
import type { ResponseTarget } from "./tickets.ts";
import { apiView } from "./views.ts";
import type { Message, View } from "./workspace.ts";

export function slashCommand(slack: Slack, person: Person, channel: Channel, line: string): Envelope {
  const [, command = "", text = ""] = /^(\/\S+)\s*([\s\S]*)$/.exec(line) ?? [];
  return {
    type: "slash_commands",
    acceptsResponse: true,
    payload: {
      token: CREDENTIALS.verificationToken,
      team_id: TEAM.id,
      team_domain: TEAM.domain,
      channel_id: channel.id,
      channel_name: channelName(channel),
      user_id: person.id,
      user_name: person.name,
      command,
      text: text.trim(),
      api_app_id: BOT.appId,
      is_enterprise_install: "false",
      response_url: responseUrl(slack, { user: person.id, channel: channel.id }),
      trigger_id: slack.tickets.newTrigger(person.id),
    },
  };
}

/** A click or choice in a message. */
export function messageAction(
  slack: Slack,
  person: Person,
  channel: Channel,
  message: Message,
  placed: Placed,
  value: StateValue | undefined,
): Envelope {
  const ephemeral = message.ephemeralTo !== undefined;
  const thread = message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts };
  return interactive({
    type: "block_actions",
    user: { id: person.id, username: person.name, name: person.name, team_id: TEAM.id },
    ...from(slack, person),
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: ephemeral,
      ...thread,
    },
    channel: { id: channel.id, name: channelName(channel) },
    // Slack does not keep ephemeral messages, so it cannot send them along
    ...(!ephemeral && { message: apiMessage(slack, message, true) }),
    state: messageState(message, person.id),
    response_url: responseUrl(slack, {
      user: person.id,
      channel: channel.id,
      original: message.ts,
      ...thread,
    }),
    actions: [action(slack, placed, value)],
  });
}

/** A click or choice in a modal or on the App Home. */
export function viewAction(
  slack: Slack,
  person: Person,
  view: View,
  placed: Placed,
  value: StateValue | undefined,
): Envelope {
  return interactive({
    type: "block_actions",
    user: { id: person.id, username: person.name, name: person.name, team_id: TEAM.id },
    ...from(slack, person),
    container: { type: "view", view_id: view.id },
    view: apiView(view),
    actions: [action(slack, placed, value)],
  });
}

export function viewSubmission(slack: Slack, person: Person, view: View): Envelope {
  return interactive({
    type: "view_submission",
    user: { id: person.id, username: person.name, name: person.name, team_id: TEAM.id },
    ...from(slack, person),
    view: apiView(view),
    response_urls: [],
  });
}

export function viewClosed(person: Person, view: View, isCleared: boolean): Envelope {
  return interactive({
    type: "view_closed",
    user: { id: person.id, username: person.name, name: person.name, team_id: TEAM.id },
    ...sender(),
    view: apiView(view),
    is_cleared: isCleared,
  });
}

export function globalShortcut(slack: Slack, person: Person, callbackId: string): Envelope {
  return interactive({
    type: "shortcut",
    user: { id: person.id, username: person.name, team_id: TEAM.id },
    ...from(slack, person),
    callback_id: callbackId,
    action_ts: slack.workspace.nextTs(),
  });
}

export function messageShortcut(
  slack: Slack,
  person: Person,
  callbackId: string,
  channel: Channel,
  message: Message,
): Envelope {
  return interactive({
    type: "message_action",
    user: { id: person.id, name: person.name, username: person.name, team_id: TEAM.id },
    ...from(slack, person),
    callback_id: callbackId,
    action_ts: slack.workspace.nextTs(),
    channel: { id: channel.id, name: channelName(channel) },
    message_ts: message.ts,
    message: apiMessage(slack, message),
    response_url: responseUrl(slack, { user: person.id, channel: channel.id }),
  });
}

function interactive(payload: object): Envelope {
  return { type: "interactive", acceptsResponse: true, payload };
}

function sender() {
  return {
    team: { id: TEAM.id, domain: TEAM.domain },
    enterprise: null,
    is_enterprise_install: false,
    api_app_id: BOT.appId,
    token: CREDENTIALS.verificationToken,
  };
}

function from(slack: Slack, person: Person) {
  return { ...sender(), trigger_id: slack.tickets.newTrigger(person.id) };
}

function action(slack: Slack, { block, element }: Placed, value: StateValue | undefined) {
  return {
    action_id: element.action_id,
    block_id: block.block_id,
    ...described(element),
    ...(value ?? { value: element.value }),
    type: element.type,
    action_ts: slack.workspace.nextTs(),
  };
}

/** What Slack repeats of the element itself in an action. */
function described({ text, style, url, placeholder, confirm, initial_option, initial_date }: Element) {
  return { text, style, url, placeholder, confirm, initial_option, initial_date };
}

function responseUrl(slack: Slack, target: ResponseTarget): string {
  return `${slack.base()}/response/${slack.tickets.newResponse(target)}`;
}

/** The name payloads give a channel: without `#`, and `directmessage` for a direct message. */
function channelName(channel: Channel): string {
  return channel.kind === "direct" ? "directmessage" : channel.name.replace(/^#/, "");
}

/** The events Slack sends the app: messages, mentions, files, opened homes, and echoes of the app's own messages. */
import type { Slack } from "./context.ts";
import { richText } from "./element-values.ts";
import { apiMessage } from "./message-shapes.ts";
import { BOT, type Channel, CREDENTIALS, TEAM } from "./people.ts";
import type { Envelope } from "./socket.ts";
import { apiView } from "./views.ts";
import type { FileCard, Message } from "./workspace.ts";

/** Wraps an event in the outer callback that every event travels in. */
function callback({ world }: Slack, event: object): Envelope {
  return {
    type: "events_api",
    acceptsResponse: false,
    payload: {
      token: CREDENTIALS.verificationToken,
      team_id: TEAM.id,
      context_team_id: TEAM.id,
      context_enterprise_id: null,
      api_app_id: BOT.appId,
      event,
      type: "event_callback",
      event_id: world.newId("Ev"),
      event_time: Math.floor(world.now() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: TEAM.id,
          user_id: BOT.userId,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
      event_context: world.newId("4-"),
    },
  };
}

/** What a person's message sets off: `message`, and in a channel `app_mention` when it names the app. */
export function messageEvents(slack: Slack, message: Message, channel: Channel): Envelope[] {
  const body = {
    ...apiMessage(slack, message),
    client_msg_id: slack.world.newId("msg-"),
    blocks: [{ ...richText(message.text), block_id: slack.world.newId("", 5) }],
    channel: message.channel,
    event_ts: message.ts,
  };
  const events = [callback(slack, { ...body, channel_type: channelType(channel) })];
  if (channel.kind === "channel" && message.text.includes(`<@${BOT.userId}>`))
    events.push(callback(slack, { ...body, type: "app_mention", subtype: undefined }));
  return events;
}

export function fileShared(slack: Slack, card: FileCard, message: Message): Envelope {
  return callback(slack, {
    type: "file_shared",
    file_id: card.id,
    user_id: card.user,
    file: { id: card.id },
    channel_id: message.channel,
    event_ts: message.ts,
  });
}

/** @param tab "messages" is the private chat beside the home */
export function homeOpened(slack: Slack, userId: string, tab: "home" | "messages" = "home"): Envelope {
  const home = slack.views.home(userId);
  return callback(slack, {
    type: "app_home_opened",
    user: userId,
    channel: slack.workspace.directChannel(userId)?.id ?? "",
    tab,
    ...(tab === "home" && home !== undefined && { view: apiView(home) }),
    event_ts: slack.workspace.nextTs(),
  });
}

/** A person brought the app into a channel. */
export function appJoined(slack: Slack, channel: Channel, inviter: string): Envelope {
  return callback(slack, {
    type: "member_joined_channel",
    user: BOT.userId,
    channel: channel.id,
    channel_type: "C",
    team: TEAM.id,
    inviter,
    event_ts: slack.workspace.nextTs(),
  });
}

/** A person took the app out of a channel. */
export function appLeft(slack: Slack, channel: Channel, actor: string): Envelope {
  return callback(slack, {
    type: "channel_left",
    channel: channel.id,
    actor_id: actor,
    event_ts: slack.workspace.nextTs(),
  });
}

/** Tells the app of its own new message, as Slack does whenever it may read the channel. */
export function echoPosted(slack: Slack, message: Message, channel: Channel): void {
  const body = { ...apiMessage(slack, message), channel: message.channel, event_ts: message.ts };
  slack.delivery.echo(callback(slack, { ...body, channel_type: channelType(channel) }));
}

export function echoChanged(slack: Slack, message: Message, previous: Message, channel: Channel): void {
  const ts = slack.workspace.nextTs();
  slack.delivery.echo(
    callback(slack, {
      type: "message",
      subtype: "message_changed",
      message: apiMessage(slack, message),
      previous_message: apiMessage(slack, previous),
      channel: message.channel,
      hidden: true,
      ts,
      event_ts: ts,
      channel_type: channelType(channel),
    }),
  );
}

export function echoDeleted(slack: Slack, message: Message, channel: Channel): void {
  const ts = slack.workspace.nextTs();
  slack.delivery.echo(
    callback(slack, {
      type: "message",
      subtype: "message_deleted",
      previous_message: apiMessage(slack, message),
      deleted_ts: message.ts,
      channel: message.channel,
      hidden: true,
      ts,
      event_ts: ts,
      channel_type: channelType(channel),
    }),
  );
}

function channelType(channel: Channel): string {
  return channel.kind === "direct" ? "im" : "channel";
}

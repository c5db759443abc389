/** Methods about channels, their members and what was said in them. */
import { z } from "zod";
import type { Slack } from "../context.ts";
import { apiMessage, repliesTo } from "../message-shapes.ts";
import { ApiError, broken, cut, defineMethod, flag, page } from "../method.ts";
import { BOT, type Channel, TEAM } from "../people.ts";
import type { Message } from "../workspace.ts";

const channelOnly = z.object({ channel: z.string() });
const span = {
  oldest: z.coerce.string().default(""),
  latest: z.coerce.string().default(""),
  inclusive: flag,
  include_all_metadata: flag,
};

export const conversationMethods = {
  "conversations.open": defineMethod(
    z.object({ users: z.string().optional(), channel: z.string().optional(), return_im: flag }),
    ({ slack, args }) => {
      const channel =
        args.channel === undefined
          ? slack.workspace.directChannel(args.users ?? "")
          : channelOf(slack, args.channel);
      if (channel === undefined) throw new ApiError("user_not_found");
      return { channel: args.return_im ? apiChannel(channel) : { id: channel.id }, already_open: true };
    },
  ),

  "conversations.list": defineMethod(
    z.object({ ...page, types: z.string().default("public_channel"), exclude_archived: flag }),
    ({ slack, args }) => {
      const kinds = args.types.split(",").map((type) => (type.trim() === "im" ? "direct" : "channel"));
      const channels = slack.workspace.channels.filter((channel) => kinds.includes(channel.kind));
      const { items, metadata } = cut(channels, args);
      return { channels: items.map(apiChannel), response_metadata: metadata };
    },
  ),

  "conversations.info": defineMethod(channelOnly, ({ slack, args }) => ({
    channel: apiChannel(channelOf(slack, args.channel)),
  })),

  "conversations.join": defineMethod(channelOnly, ({ slack, args }) => {
    const channel = channelOf(slack, args.channel);
    if (channel.kind === "direct") throw new ApiError("method_not_supported_for_channel_type");
    if (!slack.workspace.isMember(channel)) channel.members.push(BOT.userId);
    slack.world.changed();
    return { channel: apiChannel(channel) };
  }),

  "conversations.leave": defineMethod(channelOnly, ({ slack, args }) => {
    const channel = joinedChannel(slack, args.channel);
    if (channel.kind === "direct") throw new ApiError("method_not_supported_for_channel_type");
    channel.members = channel.members.filter((id) => id !== BOT.userId);
    slack.world.changed();
    return {};
  }),

  "conversations.members": defineMethod(z.object({ channel: z.string(), ...page }), ({ slack, args }) => {
    const { items, metadata } = cut(channelOf(slack, args.channel).members, args);
    return { members: items, response_metadata: metadata };
  }),

  "conversations.history": defineMethod(
    z.object({ channel: z.string(), ...page, ...span }),
    ({ slack, args }) => {
      const channel = joinedChannel(slack, args.channel);
      const messages = slack.workspace
        .messagesIn(channel.id)
        .filter((message) => message.thread_ts === undefined || message.thread_ts === message.ts)
        .filter((message) => within(message, args))
        .toReversed();
      const { items, more, metadata } = cut(messages, args);
      return {
        messages: items.map((message) => apiMessage(slack, message, args.include_all_metadata)),
        has_more: more,
        response_metadata: metadata,
      };
    },
  ),

  "conversations.replies": defineMethod(
    z.object({ channel: z.string(), ts: z.string(), ...page, ...span }),
    ({ slack, args }) => {
      const channel = joinedChannel(slack, args.channel);
      const parent = slack.workspace.find(channel.id, args.ts);
      if (parent === undefined || parent.ephemeralTo !== undefined) throw new ApiError("thread_not_found");
      const thread = [parent, ...repliesTo(slack.workspace, parent).filter((one) => within(one, args))];
      const { items, more, metadata } = cut(thread, args);
      return {
        messages: items.map((message) => apiMessage(slack, message, args.include_all_metadata)),
        has_more: more,
        response_metadata: metadata,
      };
    },
  ),
};

/** The channel with an id. */
export function channelOf({ workspace }: Slack, id: string): Channel {
  const channel = workspace.channels.find((one) => one.id === id);
  if (channel === undefined) throw broken("channel_not_found");
  return channel;
}

/** A channel the app is in. */
export function joinedChannel(slack: Slack, id: string): Channel {
  const channel = channelOf(slack, id);
  if (!slack.workspace.isMember(channel)) throw broken("not_in_channel");
  return channel;
}

/** Where a message goes: only here Slack also takes a channel's name, or a person's id for the direct message. */
export function channelToPostTo(slack: Slack, target: string): Channel {
  const named = target.startsWith("U")
    ? slack.workspace.directChannel(target)
    : slack.workspace.findChannel(target);
  return joinedChannel(slack, named?.id ?? target);
}

export function apiChannel(channel: Channel) {
  if (channel.kind === "direct")
    return {
      id: channel.id,
      is_im: true,
      is_channel: false,
      user: channel.members.find((id) => id !== BOT.userId),
      is_org_shared: false,
    };
  return {
    id: channel.id,
    name: channel.name.replace(/^#/, ""),
    name_normalized: channel.name.replace(/^#/, ""),
    is_channel: true,
    is_im: false,
    is_private: false,
    is_archived: false,
    is_member: channel.members.includes(BOT.userId),
    num_members: channel.members.length,
    context_team_id: TEAM.id,
  };
}

function within(message: Message, span: { oldest: string; latest: string; inclusive: boolean }): boolean {
  const edge = (ts: string): boolean => span.inclusive && Number(ts) === Number(message.ts);
  if (span.oldest !== "" && Number(message.ts) <= Number(span.oldest) && !edge(span.oldest)) return false;
  return span.latest === "" || Number(message.ts) < Number(span.latest) || edge(span.latest);
}

/** Methods that post, change and take back messages. */
import { z } from "zod";
import type { Slack } from "../context.ts";
import { echoChanged, echoDeleted, echoPosted } from "../events.ts";
import { LIMITS } from "../limits.ts";
import { apiMessage } from "../message-shapes.ts";
import { ApiError, broken, defineMethod, json } from "../method.ts";
import { BOT, TEAM } from "../people.ts";
import { checkContent, content, keepPace, MOST_TEXT } from "../post.ts";
import type { Message } from "../workspace.ts";
import { channelOf, channelToPostTo, joinedChannel } from "./conversations.ts";

const Metadata = json(z.object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) }));

const place = { channel: z.string(), ts: z.string() };
const thread = { thread_ts: z.string().optional() };

export const chatMethods = {
  "chat.postMessage": defineMethod(
    z.object({ channel: z.string(), ...content, ...thread, metadata: Metadata.optional() }),
    ({ slack, args, note }) => {
      const channel = channelToPostTo(slack, args.channel);
      const checked = checkContent(slack, args, MOST_TEXT, note);
      const threadTs = checkThread(slack, channel.id, args.thread_ts);
      if (args.metadata !== undefined) checkMetadata(args.metadata);
      keepPace(slack, channel);
      const message = slack.workspace.add({
        channel: channel.id,
        user: BOT.userId,
        ...checked,
        ...threadTs,
        ...(args.metadata !== undefined && { metadata: args.metadata }),
      });
      echoPosted(slack, message, channel);
      return { channel: channel.id, ts: message.ts, message: apiMessage(slack, message, true) };
    },
  ),

  "chat.postEphemeral": defineMethod(
    z.object({ channel: z.string(), user: z.string(), ...content, ...thread }),
    ({ slack, args, note }) => {
      const channel = channelToPostTo(slack, args.channel);
      if (!slack.workspace.isMember(channel, args.user)) throw new ApiError("user_not_in_channel");
      const checked = checkContent(slack, args, MOST_TEXT, note);
      const threadTs = checkThread(slack, channel.id, args.thread_ts);
      keepPace(slack, channel);
      const message = slack.workspace.add({
        channel: channel.id,
        user: BOT.userId,
        ephemeralTo: args.user,
        ...checked,
        ...threadTs,
      });
      return { message_ts: message.ts };
    },
  ),

  "chat.update": defineMethod(
    z.object({ ...place, ...content, metadata: Metadata.optional() }),
    ({ slack, args, note }) => {
      const channel = joinedChannel(slack, args.channel);
      const message = ownMessage(slack, channel.id, args.ts, "cant_update_message");
      const { text, blocks } = checkContent(slack, args, LIMITS.message.updateText, note);
      const previous = structuredClone(message);
      message.text = text;
      if (blocks !== undefined) message.blocks = blocks;
      // a text without blocks replaces the blocks too
      else delete message.blocks;
      if (args.metadata !== undefined) {
        checkMetadata(args.metadata);
        message.metadata = args.metadata;
      }
      message.edited = { user: BOT.userId, ts: slack.workspace.nextTs() };
      slack.workspace.changed("message_changed", message);
      echoChanged(slack, message, previous, channel);
      return { channel: channel.id, ts: message.ts, text, message: apiMessage(slack, message, true) };
    },
  ),

  "chat.delete": defineMethod(z.object(place), ({ slack, args }) => {
    const channel = joinedChannel(slack, args.channel);
    const message = ownMessage(slack, channel.id, args.ts, "cant_delete_message");
    slack.workspace.remove(message);
    echoDeleted(slack, message, channel);
    return { channel: channel.id, ts: message.ts };
  }),

  "chat.getPermalink": defineMethod(
    z.object({ channel: z.string(), message_ts: z.string() }),
    ({ slack, args }) => {
      const channel = channelOf(slack, args.channel);
      const message = slack.workspace.find(channel.id, args.message_ts);
      if (message === undefined) throw new ApiError("message_not_found");
      const anchor = `p${message.ts.replace(".", "")}`;
      return {
        channel: channel.id,
        permalink: `https://${TEAM.domain}.slack.com/archives/${channel.id}/${anchor}`,
      };
    },
  ),

  "reactions.add": defineMethod(
    z.object({ channel: z.string(), timestamp: z.string(), name: z.string().regex(/^[\w+'-]+$/) }),
    ({ slack, args }) => {
      const channel = joinedChannel(slack, args.channel);
      const message = slack.workspace.find(channel.id, args.timestamp);
      if (message === undefined) throw broken("message_not_found");
      message.reactions ??= [];
      const same = message.reactions.find((reaction) => reaction.name === args.name);
      if (same?.users.includes(BOT.userId)) throw new ApiError("already_reacted");
      if (same === undefined) message.reactions.push({ name: args.name, users: [BOT.userId] });
      else same.users.push(BOT.userId);
      slack.workspace.changed("message_changed", message);
      return {};
    },
  ),
};

function ownMessage(slack: Slack, channelId: string, ts: string, refusal: string): Message {
  const message = slack.workspace.find(channelId, ts);
  // the API cannot reach ephemeral messages, only their response_url can
  if (message === undefined || message.ephemeralTo !== undefined) throw broken("message_not_found");
  if (message.user !== BOT.userId) throw broken(refusal);
  return message;
}

function checkThread(slack: Slack, channelId: string, ts: string | undefined): { thread_ts?: string } {
  if (ts === undefined) return {};
  const parent = slack.workspace.find(channelId, ts);
  if (parent === undefined) throw broken("thread_not_found");
  return { thread_ts: parent.thread_ts ?? parent.ts };
}

function checkMetadata(metadata: object): void {
  if (Buffer.byteLength(JSON.stringify(metadata)) > LIMITS.message.metadataBytes)
    throw broken("metadata_too_large");
}

/** What Slack tells without anybody asking: an opened home or private chat, and channels the bot came into or left. */
import { z } from "zod";
import type { Happening, Inbound } from "../chat/inbound.ts";
import { instantOf } from "./read-inbound.ts";

/** The bot's own ids, which its own messages carry. */
export interface BotIdentity {
  userId: string;
  botId: string;
}

const Event = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("app_home_opened"),
    user: z.string(),
    channel: z.string(),
    tab: z.enum(["home", "messages"]),
    event_ts: z.string(),
  }),
  z.object({
    type: z.literal("member_joined_channel"),
    user: z.string(),
    channel: z.string(),
    inviter: z.string().optional(),
    event_ts: z.string(),
  }),
  z.object({
    type: z.enum(["channel_left", "group_left"]),
    channel: z.string(),
    actor_id: z.string().optional(),
    event_ts: z.string(),
  }),
]);

const EventCallback = z.object({ event_id: z.string(), event: Event });

/** @returns undefined for other events, and for people who come into a channel */
export function readHappening(body: unknown, bot: BotIdentity): Inbound | undefined {
  const { success, data } = EventCallback.safeParse(body);
  if (!success) return undefined;
  const { event_id: id, event } = data;
  const told = (user: string, chatKind: "direct" | "group", what: Happening): Inbound => ({
    platform: "slack",
    eventKey: `slack-event:${id}`,
    happenedAt: instantOf(event.event_ts),
    user,
    where: { platform: "slack", chat: event.channel, chatKind },
    body: { kind: "happened", what },
  });
  switch (event.type) {
    case "app_home_opened":
      return told(event.user, "direct", event.tab === "home" ? "home-opened" : "chat-entered");
    case "member_joined_channel":
      return event.user === bot.userId
        ? told(event.inviter ?? bot.userId, "group", "chat-joined")
        : undefined;
    case "channel_left":
    case "group_left":
      return told(event.actor_id ?? bot.userId, "group", "chat-left");
    default:
      return event satisfies never;
  }
}

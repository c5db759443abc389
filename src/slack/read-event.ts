/** Slack's events as the bot's own `Inbound`s: mentions, private messages, shared files, and what happens by itself. */
import { z } from "zod";
import type { Inbound, Where } from "../chat/inbound.ts";
import { withoutSlash } from "../chat/parse-line.ts";
import { type BotIdentity, readHappening } from "./read-happening.ts";
import { instantOf, isDirect, threadOf } from "./read-inbound.ts";
import { readTextWithout } from "./read-text.ts";

const SharedFile = z.object({ id: z.string(), name: z.string().nullish(), size: z.number().optional() });

const Message = z.object({
  type: z.enum(["message", "app_mention"]),
  subtype: z.literal("file_share").optional(),
  /** set on messages of apps, this one's included */
  bot_id: z.undefined().optional(),
  user: z.string(),
  channel: z.string(),
  channel_type: z.string().optional(),
  text: z.string().default(""),
  ts: z.string(),
  thread_ts: z.string().optional(),
  files: z.array(SharedFile).default([]),
});
type Message = z.output<typeof Message>;

const EventCallback = z.object({ event_id: z.string(), event: Message });

/**
 * @param body of an `event_callback`
 * @returns one inbound for a line, one for each shared file, none for what is not meant for the bot
 */
export function readEvent(body: unknown, bot: BotIdentity): Inbound[] {
  const happening = readHappening(body, bot);
  if (happening !== undefined) return [happening];
  const { success, data } = EventCallback.safeParse(body);
  if (!success || data.event.user === bot.userId) return [];
  const { event, event_id: id } = data;
  const text = readTextWithout(bot.userId, event.text);
  if (event.type === "message" && event.files.length > 0) return readFiles(event, id, text);
  if (!isAddressed(event)) return [];
  return [
    { ...commonOf(event), eventKey: `slack-event:${id}`, body: { kind: "line", ...withoutSlash(text) } },
  ];
}

/** A mention in a channel (files come with the message of their own), or anything in a private chat. */
function isAddressed(event: Message): boolean {
  const direct = event.channel_type === "im" || isDirect(event.channel);
  if (event.type === "app_mention") return !direct && event.files.length === 0;
  return direct;
}

function readFiles(event: Message, id: string, text: string): Inbound[] {
  return event.files.map((file, index) => ({
    ...commonOf(event),
    eventKey: `slack-event:${id}:${index}`,
    body: {
      kind: "file",
      file: { platform: "slack", id: file.id, name: file.name ?? file.id, size: file.size },
      text,
    },
  }));
}

function commonOf(event: Message): Pick<Inbound, "platform" | "happenedAt" | "user"> & { where: Where } {
  return {
    platform: "slack",
    happenedAt: instantOf(event.ts),
    user: event.user,
    where: {
      platform: "slack",
      chat: event.channel,
      chatKind: isDirect(event.channel) ? "direct" : "group",
      thread: threadOf(event.thread_ts, event.ts),
    },
  };
}

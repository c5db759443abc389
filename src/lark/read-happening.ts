/** What Lark tells without anybody asking: an opened private chat, and groups the bot came into or left. */
import type { Happening, Inbound } from "../chat/inbound.ts";
import type { ChatDirectory } from "./chat-directory.ts";
import { recordAt, stringAt } from "./json.ts";
import { isoTime } from "./read-time.ts";

/**
 * @param event flattened
 * @returns undefined for a private chat in which something was said before: it is opened many times a day
 */
export function readHappening(
  event: Record<string, unknown>,
  what: Exclude<Happening, "home-opened">,
  chats: Pick<ChatDirectory, "learn">,
): Inbound | undefined {
  const eventId = stringAt(event, "event_id");
  const chat = stringAt(event, "chat_id");
  const user = stringAt(recordAt(event, "operator_id"), "open_id");
  if (eventId === undefined || chat === undefined || user === undefined) return undefined;
  const chatKind = what === "chat-entered" ? "direct" : "group";
  chats.learn(chat, chatKind, user);
  if (what === "chat-entered" && stringAt(event, "last_message_id") !== undefined) return undefined;
  return {
    platform: "lark",
    eventKey: `lark-event:${eventId}`,
    happenedAt: isoTime(event["create_time"]),
    user,
    where: { platform: "lark", chat, chatKind },
    body: { kind: "happened", what, name: what === "chat-joined" ? stringAt(event, "name") : undefined },
  };
}

/** A chosen entry of the bot's menu as an `Inbound`: its key is the line a person would have typed. */
import type { Inbound } from "../chat/inbound.ts";
import { withoutSlash } from "../chat/parse-line.ts";
import type { ChatDirectory } from "./chat-directory.ts";
import { recordAt, stringAt } from "./json.ts";
import { isoTime } from "./read-time.ts";

/** @param event the flattened `application.bot.menu_v6` */
export function readMenu(
  event: Record<string, unknown>,
  chats: Pick<ChatDirectory, "directChatOf">,
): Inbound | undefined {
  const eventId = stringAt(event, "event_id");
  const user = stringAt(recordAt(recordAt(event, "operator"), "operator_id"), "open_id");
  const entry = stringAt(event, "event_key");
  if (eventId === undefined || user === undefined || entry === undefined) return undefined;
  return {
    platform: "lark",
    eventKey: `lark-event:${eventId}`,
    happenedAt: isoTime(event["timestamp"]),
    user,
    // the event names no chat; an open_id is as good an address for the answer
    where: { platform: "lark", chat: chats.directChatOf(user) ?? user, chatKind: "direct" },
    body: { kind: "line", text: withoutSlash(entry).text, slash: true },
  };
}

/** A used button or form of a card as an `Inbound`. */
import type { Inbound, InboundBody, Where } from "../chat/inbound.ts";
import type { ChatDirectory } from "./chat-directory.ts";
import { isRecord, recordAt, stringAt } from "./json.ts";
import { isoTime } from "./read-time.ts";

/** Pickers answer with the zone of the person who picked; the plain date or time is what the form asked for. */
const ZONED_DATE = /^(\d{4}-\d{2}-\d{2}) [+-]\d{4}$/u;
const ZONED_TIME = /^(\d{2}:\d{2}) [+-]\d{4}$/u;

/**
 * @param event the flattened `card.action.trigger`
 * @returns undefined for elements that are not the bot's own
 */
export async function readAction(
  event: Record<string, unknown>,
  chats: Pick<ChatDirectory, "kindOf">,
): Promise<Inbound | undefined> {
  const eventId = stringAt(event, "event_id");
  const user = stringAt(recordAt(event, "operator"), "open_id");
  const context = recordAt(event, "context");
  const chat = stringAt(context, "open_chat_id");
  const message = stringAt(context, "open_message_id");
  const body = bodyOf(recordAt(event, "action"));
  if (eventId === undefined || user === undefined || chat === undefined || body === undefined)
    return undefined;
  const where: Where = {
    platform: "lark",
    chat,
    chatKind: await chats.kindOf(chat),
    message: message === undefined ? undefined : { chat, id: message },
  };
  const happenedAt = isoTime(event["create_time"]);
  return { platform: "lark", eventKey: `lark-action:${eventId}`, happenedAt, user, where, body };
}

function bodyOf(action: Record<string, unknown>): InboundBody | undefined {
  const value = recordAt(action, "value");
  const command = stringAt(value, "c");
  if (command === undefined) return undefined;
  const input = recordAt(value, "i");
  const { form_value: form } = action;
  if (!isRecord(form)) return { kind: "click", command, input: { ...input, ...chosenOption(action, value) } };
  return { kind: "submission", command, input, values: formValues(form, recordAt(value, "n")) };
}

/** Of a select outside a form, which is sent as soon as somebody chooses. */
function chosenOption(
  action: Record<string, unknown>,
  value: Record<string, unknown>,
): Record<string, string> {
  const input = stringAt(value, "o");
  const option = stringAt(action, "option");
  return input === undefined || option === undefined ? {} : { [input]: option };
}

/** @param renamed the name in the card -> the command's input, for names that were taken */
function formValues(form: Record<string, unknown>, renamed: Record<string, unknown>): Record<string, string> {
  const values = Object.entries(form).flatMap(([name, value]) => {
    const text = valueText(value);
    return text === undefined ? [] : [[stringAt(renamed, name) ?? name, text]];
  });
  return Object.fromEntries(values);
}

function valueText(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.map(String).join(",");
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "string") return undefined;
  return ZONED_DATE.exec(value)?.[1] ?? ZONED_TIME.exec(value)?.[1] ?? value;
}

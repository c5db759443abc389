/** A message event as an `Inbound`: lines for the bot, and files. */
import { UNNAMED_PICTURE } from "../chat/features/import.ts";
import type { Inbound, InboundBody, Where } from "../chat/inbound.ts";
import { withoutSlash } from "../chat/parse-line.ts";
import type { ChatDirectory } from "./chat-directory.ts";
import { isRecord, parseRecord, recordAt, stringAt } from "./json.ts";
import { isoTime } from "./read-time.ts";

interface Mention {
  key: string;
  name: string;
  openId: string | undefined;
}

/**
 * @param event the flattened `im.message.receive_v1`
 * @param bot the bot's open_id; in a group only what mentions it is meant for it
 * @returns undefined for messages that are none of the bot's business
 */
export function readMessage(
  event: Record<string, unknown>,
  bot: string,
  chats: Pick<ChatDirectory, "learn">,
): Inbound | undefined {
  const message = recordAt(event, "message");
  const sender = recordAt(event, "sender");
  const id = stringAt(message, "message_id");
  const chat = stringAt(message, "chat_id");
  const user = stringAt(recordAt(sender, "sender_id"), "open_id");
  if (id === undefined || chat === undefined || user === undefined) return undefined;
  if (sender["sender_type"] !== "user" || user === bot) return undefined;
  const chatKind = message["chat_type"] === "p2p" ? "direct" : "group";
  chats.learn(chat, chatKind, user);
  const body = bodyOf(message, id, chatKind, bot);
  if (body === undefined) return undefined;
  const where: Where = { platform: "lark", chat, chatKind, thread: threadOf(message, id) };
  const happenedAt = isoTime(message["create_time"]);
  return { platform: "lark", eventKey: `lark-message:${id}`, happenedAt, user, where, body };
}

/** An answer stands under its root; the first message of a thread is its own root. */
function threadOf(message: Record<string, unknown>, id: string): string | undefined {
  return stringAt(message, "root_id") ?? (stringAt(message, "thread_id") === undefined ? undefined : id);
}

function bodyOf(
  message: Record<string, unknown>,
  id: string,
  chatKind: Where["chatKind"],
  bot: string,
): InboundBody | undefined {
  const type = message["message_type"];
  const content = parseRecord(stringAt(message, "content") ?? "");
  if (type === "file") return fileBody(content, id);
  if (type === "image" && chatKind === "direct") return pictureBody(content, id);
  if (type !== "text" && type !== "post") return undefined;
  const mentions = mentionsOf(message["mentions"]);
  if (chatKind === "group" && !mentions.some((mention) => mention.openId === bot)) return undefined;
  const text = type === "text" ? (stringAt(content, "text") ?? "") : postText(content);
  return { kind: "line", ...withoutSlash(plainLine(text, mentions, bot)) };
}

function fileBody(content: Record<string, unknown>, message: string): InboundBody | undefined {
  const id = stringAt(content, "file_key");
  if (id === undefined) return undefined;
  const name = stringAt(content, "file_name") ?? id;
  return { kind: "file", file: { platform: "lark", id, name, message }, text: "" };
}

/** Pictures in a group are talk; sent to the bot alone, one is meant for it. Lark gives pictures no name. */
function pictureBody(content: Record<string, unknown>, message: string): InboundBody | undefined {
  const id = stringAt(content, "image_key");
  if (id === undefined) return undefined;
  return { kind: "file", file: { platform: "lark", id, name: UNNAMED_PICTURE, message }, text: "" };
}

function mentionsOf(value: unknown): Mention[] {
  const list = Array.isArray(value) ? value.filter(isRecord) : [];
  return list.flatMap((mention) => {
    const key = stringAt(mention, "key");
    const openId = stringAt(recordAt(mention, "id"), "open_id");
    return key === undefined ? [] : [{ key, name: stringAt(mention, "name") ?? "", openId }];
  });
}

/** The bot's own mention goes, other people become their names, and a link is its address. */
function plainLine(text: string, mentions: readonly Mention[], bot: string): string {
  // `@_user_10` begins like `@_user_1`
  const longestFirst = [...mentions].sort((a, b) => b.key.length - a.key.length);
  const named = longestFirst.reduce(
    (line, { key, name, openId }) => line.replaceAll(key, openId === bot ? " " : name),
    text,
  );
  return named
    .replace(/\[[^\]\n]*\]\((https?:\/\/[^)\s]+)\)/gu, "$1")
    .replace(/[ \u3000]{2,}/gu, " ")
    .trim();
}

/** Rich text: its lines, with links as addresses and mentions as their keys. */
function postText(content: Record<string, unknown>): string {
  const lines = Array.isArray(content["content"]) ? content["content"] : [];
  const texts = lines.map((line: unknown) =>
    Array.isArray(line) ? line.filter(isRecord).map(runText).join("") : "",
  );
  return [stringAt(content, "title") ?? "", ...texts].filter((line) => line !== "").join("\n");
}

function runText(run: Record<string, unknown>): string {
  switch (run["tag"]) {
    case "a":
      return stringAt(run, "href") ?? stringAt(run, "text") ?? "";
    case "at":
      return stringAt(run, "user_id") ?? "";
    default:
      return stringAt(run, "text") ?? "";
  }
}

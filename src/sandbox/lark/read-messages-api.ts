/** Reading messages back: one by id, and those of a chat page by page. */
import { type Answer, badParameter, refusal, success } from "./answers.ts";
import type { ApiMethod, Call } from "./api.ts";
import { isObject } from "./card-check.ts";
import { LIMITS } from "./limits.ts";
import { type Message, messageItem, type Tenant } from "./tenant.ts";
import { walkElements } from "./walk-card.ts";

const PATH = "/open-apis/im/v1/messages";

export function readMessageMethods(tenant: Tenant): ApiMethod[] {
  return [
    { name: "im.message.list", verb: "GET", path: PATH, run: (call) => list(tenant, call) },
    { name: "im.message.get", verb: "GET", path: `${PATH}/:message_id`, run: (call) => get(tenant, call) },
  ];
}

function get(tenant: Tenant, { path, params }: Call): Answer {
  const message = tenant.find(path["message_id"] ?? "");
  if (message === undefined) return badParameter(`invalid message_id ${path["message_id"]}`);
  return success({ items: [item(message, params)] });
}

function list(tenant: Tenant, { params }: Call): Answer {
  const { page_token: token = "0", page_size: size = "20" } = params;
  const most = LIMITS.page.messages;
  const count = Number(size);
  if (!Number.isInteger(count) || count < 1 || count > most)
    return badParameter(`page_size goes from 1 to ${most}`);
  const held = messagesIn(tenant, params);
  if (!Array.isArray(held)) return held;
  const found = params["sort_type"] === "ByCreateTimeDesc" ? held.toReversed() : held;
  const from = Number(token);
  const items = found.slice(from, from + count).map((message) => item(message, params));
  const hasMore = from + count < found.length;
  return success({ has_more: hasMore, page_token: hasMore ? String(from + count) : "", items });
}

function messagesIn(tenant: Tenant, params: Call["params"]): Message[] | Answer {
  const { container_id_type: type, container_id: id = "" } = params;
  if (type === "thread") return threadMessages(tenant, id, params);
  if (type !== "chat") return badParameter(`container_id_type ${type} is not known`);
  const chat = id.startsWith("oc_") ? tenant.chats.find(id) : undefined;
  if (!chat?.hasBot) return refusal(230002, "The bot can not be outside the group.", `unknown chat ${id}`);
  // of a thread, a chat shows the first message only
  const inChat = tenant
    .inChat(chat.id)
    .filter(({ threadId, rootId }) => threadId === undefined || rootId === undefined);
  return inTime(inChat, params);
}

function threadMessages(tenant: Tenant, id: string, { start_time: start, end_time: end }: Call["params"]) {
  if (start !== undefined || end !== undefined)
    return badParameter("a thread takes no start_time or end_time");
  const found = tenant.messages.filter((message) => message.threadId === id);
  return found.length > 0 ? found : badParameter(`invalid thread ${id}`);
}

/** Messages of the time asked for; `start_time` and `end_time` are seconds since 1970, both included. */
function inTime(
  messages: Message[],
  { start_time: start = "0", end_time: end = "Infinity" }: Call["params"],
) {
  return messages.filter(({ createdAt }) => {
    const second = Math.floor(createdAt / 1000);
    return second >= Number(start) && second <= Number(end);
  });
}

function item(message: Message, { card_msg_content_type: wanted }: Call["params"]) {
  if (message.type !== "interactive") return messageItem(message);
  if (wanted === "user_card_content") return messageItem(message);
  if (wanted === "raw_card_content") {
    return messageItem(message, JSON.stringify({ json_card: message.content, card_schema: 2 }));
  }
  return messageItem(message, plainCard(message.content));
}

/** What Lark gives of a card unless it is asked for more: its title and its texts. */
function plainCard(content: string): string {
  const card: unknown = JSON.parse(content);
  if (!isObject(card)) return content;
  const { header } = card;
  const title = isObject(header) && isObject(header["title"]) ? header["title"]["content"] : null;
  const lines = [...walkElements(card)].flatMap(({ content: text }) =>
    typeof text === "string" ? [[{ tag: "text", text }]] : [],
  );
  return JSON.stringify({ title, elements: lines });
}

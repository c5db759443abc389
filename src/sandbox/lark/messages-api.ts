/** Sending, changing and recalling messages: `im/v1/messages`. */
import { type Answer, badParameter, refusal, success, tooMany } from "./answers.ts";
import type { ApiMethod, Call } from "./api.ts";
import { checkContent } from "./check-content.ts";
import { chatToSendTo } from "./find-chat.ts";
import { LIMITS } from "./limits.ts";
import { BOT, type Chat } from "./people.ts";
import type { Rates } from "./rates.ts";
import { type Message, messageItem, type NewMessage, type Tenant } from "./tenant.ts";

const PATH = "/open-apis/im/v1/messages";

export function messageMethods(tenant: Tenant, rates: Rates): ApiMethod[] {
  return [
    { name: "im.message.create", verb: "POST", path: PATH, run: (call) => create(tenant, rates, call) },
    {
      name: "im.message.reply",
      verb: "POST",
      path: `${PATH}/:message_id/reply`,
      run: (call) => reply(tenant, rates, call),
    },
    {
      name: "im.message.patch",
      verb: "PATCH",
      path: `${PATH}/:message_id`,
      run: (call) => patch(tenant, rates, call),
    },
    {
      name: "im.message.update",
      verb: "PUT",
      path: `${PATH}/:message_id`,
      run: (call) => edit(tenant, call),
    },
    {
      name: "im.message.delete",
      verb: "DELETE",
      path: `${PATH}/:message_id`,
      run: (call) => recall(tenant, call),
    },
  ];
}

function create(tenant: Tenant, rates: Rates, { params, data }: Call): Answer {
  const chat = chatToSendTo(tenant, params["receive_id_type"], data["receive_id"]);
  if ("status" in chat) return chat;
  return send(tenant, rates, chat, data, {});
}

function reply(tenant: Tenant, rates: Rates, { path, data }: Call): Answer {
  const parent = tenant.find(path["message_id"] ?? "");
  if (parent === undefined) return noMessage(path["message_id"]);
  if (parent.deleted) return recalled();
  const chat = chatToSendTo(tenant, "chat_id", parent.chatId);
  if ("status" in chat) return chat;
  const threadId =
    parent.threadId ?? (data["reply_in_thread"] === true ? `omt_${parent.id.slice(3)}` : undefined);
  const thread = threadId === undefined ? {} : { threadId };
  const answer = send(tenant, rates, chat, data, {
    rootId: parent.rootId ?? parent.id,
    parentId: parent.id,
    ...thread,
  });
  // the message answered first is the head of its thread
  if (answer.status === 200) Object.assign(parent, thread);
  return answer;
}

type Thread = Pick<NewMessage, "rootId" | "parentId" | "threadId">;

function send(tenant: Tenant, rates: Rates, chat: Chat, data: Call["data"], thread: Thread): Answer {
  const { msg_type: type, content, uuid } = data;
  if (typeof type !== "string") return badParameter("msg_type is missing");
  if (uuid !== undefined && (typeof uuid !== "string" || uuid.length > LIMITS.uuidLength)) {
    return badParameter(`uuid takes up to ${LIMITS.uuidLength} characters`);
  }
  const earlier = uuid === undefined ? undefined : tenant.sentUnder(uuid);
  if (earlier !== undefined) return success(messageItem(earlier));
  const refused = refuseRate(rates, chat);
  if (refused !== undefined) return refused;
  const verdict = checkContent(tenant, type, content);
  if ("refused" in verdict) return verdict.refused;
  const message = tenant.add({
    chatId: chat.id,
    senderId: BOT.id,
    type,
    content: String(content),
    ...thread,
  });
  if (uuid !== undefined) tenant.rememberUuid(uuid, message);
  return { ...success(messageItem(message)), violations: verdict.warnings };
}

function refuseRate(rates: Rates, chat: Chat): Answer | undefined {
  const { perChat, perUser } = LIMITS.rates;
  const most = chat.kind === "group" ? perChat : perUser;
  const reset = rates.take(`send ${chat.id}`, most);
  if (reset === 0) return undefined;
  return { ...tooMany(400, reset), violations: [`more than ${most} messages a second to ${chat.name}`] };
}

function patch(tenant: Tenant, rates: Rates, { path, data }: Call): Answer {
  const message = ownMessage(tenant, path["message_id"]);
  if ("status" in message) return message;
  if (message.type !== "interactive") return badParameter("only cards can be patched");
  if (tenant.isDead(message)) {
    const msg = "Message can only be modified within 14 days after sending.";
    return refusal(230031, msg, "patches a card older than 14 days");
  }
  const reset = rates.take(`patch ${message.id}`, LIMITS.rates.perMessage);
  if (reset > 0) {
    const violation = `more than ${LIMITS.rates.perMessage} updates a second of ${message.id}`;
    return { ...tooMany(400, reset, 230020), violations: [violation] };
  }
  const verdict = checkContent(tenant, "interactive", data["content"]);
  if ("refused" in verdict) return verdict.refused;
  tenant.rewrite(message, String(data["content"]));
  return { ...success(), violations: verdict.warnings };
}

function edit(tenant: Tenant, { path, data }: Call): Answer {
  const message = ownMessage(tenant, path["message_id"]);
  if ("status" in message) return message;
  const { msg_type: type, content } = data;
  if (message.type === "interactive" || (type !== "text" && type !== "post")) {
    const msg = "This operation is unavailable to this message type.";
    return refusal(230054, msg, "edits a card: im.message.patch does that");
  }
  if (message.updates >= LIMITS.edits) {
    return refusal(230072, "The message has reached the number of times it can be edited.", "too many edits");
  }
  const verdict = checkContent(tenant, type, content);
  if ("refused" in verdict) return verdict.refused;
  message.type = type;
  tenant.rewrite(message, String(content));
  return { ...success(messageItem(message)), violations: verdict.warnings };
}

function recall(tenant: Tenant, { path }: Call): Answer {
  const message = ownMessage(tenant, path["message_id"]);
  if ("status" in message) return message;
  tenant.recall(message);
  return success();
}

function ownMessage(tenant: Tenant, id: string | undefined): Message | Answer {
  const message = tenant.find(id ?? "");
  if (message === undefined) return noMessage(id);
  if (message.deleted) return recalled();
  if (message.senderId === BOT.id) return message;
  return refusal(
    230027,
    "Lack of necessary permissions, ext=not the sender of the message.",
    "changes another's message",
  );
}

const noMessage = (id: string | undefined) => badParameter(`invalid message_id ${id}`);

const recalled = () => refusal(230011, "The message is recalled.", "uses a recalled message");

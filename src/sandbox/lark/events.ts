/** The events the local Lark sends, in the envelope of version 2.0. */
import { BOT, type Chat, CREDENTIALS, findPerson, idsOf, type Person, TENANT_KEY } from "./people.ts";
import type { Mention, Message, Tenant } from "./tenant.ts";

export interface LarkEvent {
  schema: "2.0";
  header: {
    event_id: string;
    event_type: string;
    token: string;
    /** ms since 1970 */
    create_time: string;
    tenant_key: string;
    app_id: string;
  };
  event: Record<string, unknown>;
}

function envelope(tenant: Tenant, type: string, event: Record<string, unknown>): LarkEvent {
  return {
    schema: "2.0",
    header: {
      event_id: tenant.world.newId("", 32).toLowerCase(),
      event_type: type,
      token: CREDENTIALS.verificationToken,
      create_time: String(tenant.world.now()),
      tenant_key: TENANT_KEY,
      app_id: CREDENTIALS.appId,
    },
    event,
  };
}

/** A person's message reaches the bot. */
export function messageReceived(tenant: Tenant, message: Message, sender: Person, chat: Chat): LarkEvent {
  const reply = message.rootId && { root_id: message.rootId, parent_id: message.parentId };
  return envelope(tenant, "im.message.receive_v1", {
    sender: { sender_id: idsOf(sender), sender_type: "user", tenant_key: sender.tenantKey },
    message: {
      message_id: message.id,
      ...reply,
      create_time: String(message.createdAt),
      update_time: String(message.updatedAt),
      chat_id: chat.id,
      chat_type: chat.kind === "group" ? "group" : "p2p",
      message_type: message.type,
      content: message.content,
      ...(message.mentions.length > 0 && { mentions: message.mentions.map(mentionItem) }),
    },
  });
}

function mentionItem({ key, id, name, tenantKey, type }: Mention) {
  const person = findPerson(id);
  const ids = person === undefined ? { union_id: BOT.unionId, user_id: "", open_id: id } : idsOf(person);
  return { key, id: ids, name, tenant_key: tenantKey, mentioned_type: type };
}

/** What a click says; `action` depends on the element. */
export interface CardAction {
  tag: string;
  name?: string;
  value?: unknown;
  option?: string;
  options?: string[];
  input_value?: string;
  checked?: boolean;
  form_value?: Record<string, unknown>;
  timezone?: string;
}

/**
 * A person used an element of a card.
 * @param token `c-…`, good for delayed updates of that card
 */
export function cardAction(
  tenant: Tenant,
  message: Message,
  person: Person,
  click: { action: CardAction; token: string },
): LarkEvent {
  return envelope(tenant, "card.action.trigger", {
    operator: { tenant_key: person.tenantKey, ...idsOf(person) },
    ...click,
    host: "im_message",
    context: { open_message_id: message.id, open_chat_id: message.chatId },
  });
}

/** A person brought the bot into a group, or took it out. */
export function botMembership(
  tenant: Tenant,
  person: Person,
  chat: Chat,
  change: "added" | "deleted",
): LarkEvent {
  return envelope(tenant, `im.chat.member.bot.${change}_v1`, {
    chat_id: chat.id,
    operator_id: idsOf(person),
    external: false,
    operator_tenant_key: person.tenantKey,
    name: chat.name,
    i18n_names: { zh_cn: chat.name, en_us: "", ja_jp: "" },
  });
}

/** A person opened their private chat with the bot; Lark names the last message there, if there is one. */
export function directChatEntered(tenant: Tenant, person: Person, chat: Chat): LarkEvent {
  const last = tenant.inChat(chat.id).at(-1);
  return envelope(tenant, "im.chat.access_event.bot_p2p_chat_entered_v1", {
    chat_id: chat.id,
    operator_id: idsOf(person),
    ...(last !== undefined && { last_message_id: last.id, last_message_create_time: String(last.createdAt) }),
  });
}

/** A person chose an entry of the bot's menu. */
export function menuChosen(tenant: Tenant, person: Person, eventKey: string): LarkEvent {
  return envelope(tenant, "application.bot.menu_v6", {
    operator: { operator_name: person.displayName, operator_id: idsOf(person) },
    event_key: eventKey,
    timestamp: Math.floor(tenant.world.now() / 1000),
  });
}

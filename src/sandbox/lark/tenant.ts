/** What the local Lark remembers: chats, messages, uploads, sent uuids, callback tokens and events still to deliver. */
import type { World } from "../world.ts";
import { Chats } from "./chats.ts";
import { LIMITS } from "./limits.ts";
import { BOT, type Chat, CREDENTIALS, findPerson, type Person, TENANT_KEY } from "./people.ts";

export interface Mention {
  key: string;
  /** open_id */
  id: string;
  name: string;
  tenantKey: string;
  type: "bot" | "user";
}

export interface Message {
  id: string;
  chatId: string;
  /** open_id of the sender; the bot's own for the bot */
  senderId: string;
  type: string;
  /** JSON text as Lark carries it in `body.content` */
  content: string;
  mentions: Mention[];
  /** ms of sandbox time */
  createdAt: number;
  updatedAt: number;
  updates: number;
  deleted: boolean;
  rootId?: string;
  parentId?: string;
  threadId?: string;
}

/** An event the app has not acknowledged yet. */
export interface PendingEvent {
  payload: { header: { event_id: string; event_type: string } };
  /** deliveries so far, without the first */
  retries: number;
  /** ms of real time since 1970 */
  nextAt: number;
}

/** The right to update a card after a click: `c-…` tokens. */
interface CallbackToken {
  messageId: string;
  at: number;
  uses: number;
  answered: boolean;
}

interface Saved {
  chats?: Chat[];
  messages: Message[];
  uuids: [string, { at: number; messageId: string }][];
  callbacks: [string, CallbackToken][];
  pending: [string, PendingEvent][];
  uploads: string[];
}

export type NewMessage = Pick<Message, "chatId" | "senderId" | "type" | "content"> &
  Partial<Pick<Message, "mentions" | "rootId" | "parentId" | "threadId">>;

export class Tenant {
  readonly world: World;
  readonly chats: Chats;
  readonly messages: Message[];
  readonly callbacks: Map<string, CallbackToken>;
  readonly pending: Map<string, PendingEvent>;
  /** keys of the files and images the app itself uploaded: only those may it send */
  readonly uploads: Set<string>;
  readonly #uuids: Map<string, { at: number; messageId: string }>;

  constructor(world: World) {
    this.world = world;
    const saved = world.keep<Saved>("lark", () => this.#save());
    this.chats = new Chats(world, saved?.chats);
    this.messages = saved?.messages ?? [];
    this.callbacks = new Map(saved?.callbacks);
    this.pending = new Map(saved?.pending);
    this.uploads = new Set(saved?.uploads);
    this.#uuids = new Map(saved?.uuids);
  }

  #save(): Saved {
    return {
      chats: this.chats.all,
      messages: this.messages,
      uuids: [...this.#uuids],
      callbacks: [...this.callbacks],
      pending: [...this.pending],
      uploads: [...this.uploads],
    };
  }

  add(message: NewMessage): Message {
    const now = this.world.now();
    const added: Message = {
      mentions: [],
      ...message,
      id: this.world.newId("om_", 16),
      createdAt: now,
      updatedAt: now,
      updates: 0,
      deleted: false,
    };
    this.messages.push(added);
    this.#tell("message", added);
    return added;
  }

  find(id: string): Message | undefined {
    return this.messages.find((message) => message.id === id);
  }

  inChat(chatId: string): Message[] {
    return this.messages.filter((message) => message.chatId === chatId);
  }

  rewrite(message: Message, content: string): void {
    message.content = content;
    message.updatedAt = this.world.now();
    message.updates += 1;
    this.#tell("message_updated", message);
  }

  recall(message: Message): void {
    message.deleted = true;
    this.#tell("message_deleted", message);
  }

  /** What was sent under this uuid within the last hour, if anything. */
  sentUnder(uuid: string): Message | undefined {
    const sent = this.#uuids.get(uuid);
    if (sent === undefined || this.world.now() - sent.at > LIMITS.uuidLife) return undefined;
    return this.find(sent.messageId);
  }

  rememberUuid(uuid: string, message: Message): void {
    this.#uuids.set(uuid, { at: this.world.now(), messageId: message.id });
    this.world.changed();
  }

  /** Whether an update can still reach this card: 14 days after it was sent it is dead. */
  isDead(message: Message): boolean {
    return this.world.now() - message.createdAt > LIMITS.cardLife;
  }

  #tell(type: string, message: Message): void {
    this.world.emit({
      platform: "lark",
      type,
      chat: message.chatId,
      message_id: message.id,
      user: message.senderId,
    });
    this.world.changed();
  }
}

/** A message as the API answers it. */
export function messageItem(message: Message, content = message.content) {
  const times = { create_time: String(message.createdAt), update_time: String(message.updatedAt) };
  const item = {
    message_id: message.id,
    ...(message.rootId !== undefined && { root_id: message.rootId, parent_id: message.parentId ?? "" }),
    ...(message.threadId !== undefined && { thread_id: message.threadId }),
    msg_type: message.type,
    ...times,
    deleted: message.deleted,
    updated: message.updates > 0,
    chat_id: message.chatId,
    sender: senderItem(message),
    body: { content: message.deleted ? "This message was recalled" : content },
  };
  if (message.mentions.length === 0) return item;
  const mentions = message.mentions.map(({ key, id, name, tenantKey }) => {
    return { key, id, id_type: "open_id", name, tenant_key: tenantKey };
  });
  return { ...item, mentions };
}

function senderItem({ senderId }: Message) {
  if (senderId === BOT.id) {
    return { id: CREDENTIALS.appId, id_type: "app_id", sender_type: "app", tenant_key: TENANT_KEY };
  }
  const tenantKey = findPerson(senderId)?.tenantKey ?? TENANT_KEY;
  return { id: senderId, id_type: "open_id", sender_type: "user", tenant_key: tenantKey };
}

/** The sender's handle, which the control API shows. */
export function senderName(message: Message): string {
  const person: Person | undefined = findPerson(message.senderId);
  return person?.name ?? BOT.name.toLowerCase();
}

/** What the bot needs from the outside world. Adapters implement these; use cases get them in their context. */
import type { Temporal } from "temporal-polyfill";
import type { Card, Form } from "./card.ts";
import type { LeftOut } from "./left-out.ts";
import type { Reading } from "./reading.ts";

export type PlatformName = "slack" | "lark";
export const PLATFORMS = ["slack", "lark"] as const satisfies readonly PlatformName[];

/** The only source of business time. */
export interface Clock {
  now(): Temporal.Instant;
}

/** Where a message stands: enough to change it later. */
export interface MessageRef {
  /** Slack channel id or Lark chat id */
  chat: string;
  /** Slack ts or Lark message_id */
  id: string;
}

/** Where a card goes. Exactly one of `chat`, `user` and `home` is set: a user means the private chat with that person. */
export interface Destination {
  chat?: string | undefined;
  user?: string | undefined;
  /** the home of this user, where the platform has one: it is published, not sent */
  home?: string | undefined;
  /** Slack thread_ts or Lark root message id: the answer stays there */
  thread?: string | undefined;
  /** shown only to this user in `chat`, where the platform can do that; elsewhere it goes to their private chat */
  onlyFor?: string | undefined;
  /** Slack response_url for answers in channels the bot is not in; good for 30 minutes */
  responseUrl?: string | undefined;
}

export interface Posting {
  to: Destination;
  card: Card;
  reading: Reading;
  /** the outbox key: Lark's uuid and Slack's metadata are made from it, so that a lost answer can be looked up */
  key: string;
  /** the pictures of the card by the id of their file; one that is missing shows its description */
  pictures?: Pictures | undefined;
}

/** PNG or JPEG by the id of the stored file; what is stored never changes. */
export type Pictures = ReadonlyMap<string, { name: string; bytes: Uint8Array }>;

export interface FilePosting {
  to: Destination;
  name: string;
  mime: string;
  bytes: Uint8Array;
  /** one line that stands with the file */
  text: string;
  key: string;
  /** what `begin` was told in an earlier try that may have arrived: it is looked up first */
  begun?: string | undefined;
  /** where a look-up begins */
  since?: Temporal.Instant | undefined;
  /** told before the file is shared: by what it can be looked up */
  begin?(handle: string): Promise<void>;
}

/** Who an account belongs to, as far as the platform tells. */
export interface Profile {
  name: string;
  email?: string | undefined;
  language?: "en" | "zh-CN" | undefined;
  /** IANA zone */
  zone?: string | undefined;
}

/** A file that a person shared in a chat. */
export interface FileRef {
  platform: PlatformName;
  /** Slack file id or Lark file_key */
  id: string;
  name: string;
  /** bytes, when the platform says so */
  size?: number | undefined;
  /** Lark: the message that carries the file; Slack: none */
  message?: string | undefined;
}

/** How a form reaches a person: Slack needs the trigger of what they did, Lark a chat. */
export interface FormOpening {
  form: Form;
  reading: Reading;
  to: Destination;
  trigger?: string | undefined;
  key: string;
}

/**
 * One platform as the bot uses it. Every method may throw a `ChatError`, and only that.
 */
export interface Chat {
  readonly platform: PlatformName;
  /** after so many days a sent card can be neither changed nor clicked; undefined where cards do not die */
  readonly cardDays?: number | undefined;
  post(posting: Posting): Promise<MessageRef>;
  update(message: MessageRef, posting: Omit<Posting, "to">): Promise<void>;
  /** Replaces what a person sees on the bot's home; only where the platform has homes. May be repeated without harm. */
  publishHome?(user: string, home: Pick<Posting, "card" | "reading">): Promise<void>;
  /** What of a card does not fit into one message here. */
  leftOut(card: Card, reading: Reading): LeftOut;
  /** Looks for a message that was sent under this key but whose answer was lost; `since` bounds the search. */
  find(key: string, to: Destination, since: Temporal.Instant): Promise<MessageRef | undefined>;
  /** An address that brings a person to a message, or as near to it as the platform can. */
  linkTo(message: MessageRef): Promise<string>;
  postFile(posting: FilePosting): Promise<MessageRef | undefined>;
  readFile(file: FileRef, limitBytes: number): Promise<Uint8Array>;
  open(opening: FormOpening): Promise<void>;
  resolveUser(user: string): Promise<Profile>;
  /** The user ids of those of these emails that the platform knows and shows; emails in lower case. */
  findUsers(emails: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The chats the bot is a member of. */
  listChats(): Promise<readonly { id: string; name: string }[]>;
}

export type ChatErrorCode =
  | "rate-limited"
  | "unreachable"
  | "refused"
  | "chat-not-found"
  | "message-not-found"
  | "too-old"
  | "card-invalid"
  | "not-authorised"
  | "file-not-found"
  | "file-too-large"
  | "trigger-expired";

/** A platform's refusal or silence, told in the bot's words. */
export class ChatError extends Error {
  override readonly name = "ChatError";
  readonly code: ChatErrorCode;
  /** worth trying the same call again later */
  readonly retryable: boolean;
  /** the call may have taken effect although no answer came: look it up before repeating it */
  readonly maybeSent: boolean;
  /** how long the platform wants to be left alone, in ms */
  readonly retryAfterMs: number | undefined;

  constructor(
    code: ChatErrorCode,
    message: string,
    options: { retryable?: boolean; maybeSent?: boolean; retryAfterMs?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.maybeSent = options.maybeSent ?? false;
    this.retryAfterMs = options.retryAfterMs;
  }

  /** The same trouble at a look-up: whether an earlier try arrived is still not known. */
  inDoubt(): ChatError {
    const { retryable, retryAfterMs, cause } = this;
    const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
    return new ChatError(this.code, this.message, { retryable, ...wait, maybeSent: true, cause });
  }
}

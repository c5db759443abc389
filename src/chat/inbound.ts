/** What comes in: whatever a person did on either platform, in one shape, before anything is decided. */
import type { FileRef, MessageRef, PlatformName } from "./ports.ts";

/** Where a person was when they did something. */
export interface Where {
  platform: PlatformName;
  chat: string;
  chatKind: "direct" | "group";
  /** Slack thread_ts or Lark root message id, when it happened in a thread */
  thread?: string | undefined;
  /** the card that was clicked */
  message?: MessageRef | undefined;
  responseUrl?: string | undefined;
  /** Slack trigger_id: opens a form within 3 s */
  trigger?: string | undefined;
}

/** What happened without anybody asking the bot for something. */
export type Happening = "home-opened" | "chat-entered" | "chat-joined" | "chat-left";

export type InboundBody =
  /** a typed line without the bot's mention: `/vet …`, `vet …` (after a mention or in a private chat) */
  | {
      kind: "line";
      text: string;
      slash: boolean;
      /** what the message shared that this line answers */
      file?: FileRef | undefined;
    }
  | { kind: "click"; command: string; input: Record<string, unknown> }
  | { kind: "submission"; command: string; input: Record<string, unknown>; values: Record<string, string> }
  | { kind: "file"; file: FileRef; text: string }
  /** `name` of the chat, where the platform tells it */
  | { kind: "happened"; what: Happening; name?: string | undefined };

export interface Inbound {
  platform: PlatformName;
  /** the key under which this event is known: the same for every delivery of it */
  eventKey: string;
  /** when it happened, ISO 8601, as far as the platform tells */
  happenedAt?: string | undefined;
  /** Slack user id or Lark open_id */
  user: string;
  where: Where;
  body: InboundBody;
}

/** What the platform gets back within its 3 s. */
export interface Acknowledgement {
  /** field name -> what is wrong, for a submitted form that stays open */
  errors?: Record<string, string> | undefined;
  /** a short line at the click */
  toast?: { tone: "good" | "info" | "warning" | "danger"; text: string } | undefined;
}

export interface Reception {
  acknowledgement: Acknowledgement;
  /** the work itself; call it after the acknowledgement has left. Never rejects. */
  run(): Promise<void>;
}

/** The one door: adapters hand every event to it, then acknowledge, then let it run. Rejects only when nothing was stored. */
export type Receive = (inbound: Inbound) => Promise<Reception>;

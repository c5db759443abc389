/** What every use case gets: the store, the clock, the ports, and who acts from where. */

import type { Documents } from "../chat/documents.ts";
import type { Where } from "../chat/inbound.ts";
import type { Messages } from "../chat/messages.ts";
import type { Language } from "../chat/people.ts";
import type { Chat, Clock, PlatformName } from "../chat/ports.ts";
import type { CommandRegistry } from "../chat/registry.ts";
import type { Template } from "../chat/template.ts";
import type { Database } from "../store/database.ts";
import type { Member } from "../store/people.ts";

export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** What does not change while the bot runs. */
export interface Services {
  store: Database;
  clock: Clock;
  /** an opaque id that begins with `prefix` */
  newId(prefix: string): string;
  /** a code that a person types, such as `K7QM-2XPA` */
  newCode(): string;
  log: Log;
  chats: Partial<Record<PlatformName, Chat>>;
  messages: Readonly<Record<Language, Messages>>;
  templates: Readonly<Record<string, Template>>;
  documents: Documents;
  commands: CommandRegistry<Ctx>;
  settings: { adminEmails: readonly string[] };
  /** lets the messages of these lanes leave; called after a commit */
  wake(lanes: Iterable<string>): void;
  /** lets what is due happen soon; called after a commit */
  sweepSoon(): void;
  /** jobs that were given up, latest first */
  deadLetters(): Promise<
    readonly {
      id: string;
      name: string;
      payload: unknown;
      error: string;
      attempts: number;
      failedAt: Date;
    }[]
  >;
  retryDead(id: string): Promise<void>;
}

export interface Ctx extends Services {
  /** undefined for jobs and for people whom the bot does not know */
  actor: Member | undefined;
  /** the account that acts, also of people whom the bot does not know */
  account?: { platform: PlatformName; userId: string; name: string } | undefined;
  /** the state of `actor` with which the event was understood; a transaction that finds another one is not carried out */
  personVersion?: string | undefined;
  /** undefined for jobs */
  where: Where | undefined;
  /** the event that caused this, marked done in the same transaction */
  inboxKey: string | undefined;
  /** the thing that was due and caused this, marked done in the same transaction */
  dueKey: string | undefined;
}

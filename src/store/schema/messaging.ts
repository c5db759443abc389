/** What came in, what goes out, and who did what. */
import { sql } from "drizzle-orm";
import { bigserial, boolean, index, integer, jsonb, text } from "drizzle-orm/pg-core";
import type { Inbound } from "../../chat/inbound.ts";
import type { Destination, MessageRef, PlatformName } from "../../chat/ports.ts";
import { instant } from "../columns.ts";
import { seedbed } from "./seedbed.ts";

/** Every inbound event under its key, stored before it is acknowledged. */
export const inbox = seedbed.table(
  "inbox",
  {
    key: text().primaryKey(),
    event: jsonb().$type<Inbound>().notNull(),
    receivedAt: instant().notNull(),
    doneAt: instant(),
    /** set when the work failed in a way nobody expected; it is in the log under this id */
    errorId: text(),
  },
  (t) => [index("inbox_open").on(t.receivedAt).where(sql`${t.doneAt} is null`)],
);

/** What a row of the outbox is: a new message, a change of one, a file, or a person's home, which keeps its one row. */
export type OutboxKind = "post" | "update" | "file" | "home";
export type OutboxState = "queued" | "sent" | "failed" | "superseded";

export const outbox = seedbed.table(
  "outbox",
  {
    id: text().primaryKey(),
    /** order of creation: messages of one chat leave in it */
    seq: bigserial({ mode: "number" }).notNull(),
    key: text().notNull().unique(),
    kind: text().$type<OutboxKind>().notNull(),
    platform: text().$type<PlatformName>().notNull(),
    destination: jsonb().$type<Destination>().notNull(),
    /** platform and chat (or user): one at a time leaves a lane */
    lane: text().notNull(),
    template: text(),
    data: jsonb(),
    fileId: text(),
    /** whose language and zone it is written in: a member, else the chat */
    readerId: text(),
    /** what the card shows, such as `draft:<id>`: later changes reach every copy */
    cardKey: text(),
    /** for an update: the row whose message it changes */
    target: text(),
    state: text().$type<OutboxState>().notNull(),
    attempts: integer().notNull(),
    /** real time: not to be tried again before this */
    notBefore: instant(),
    /** a send began and its end is not known */
    unanswered: boolean().notNull().default(false),
    message: jsonb().$type<MessageRef>(),
    /** what the platform gave at the first of several steps, such as an uploaded file's id */
    handle: text(),
    /** the fresh copy that took this card's place: clicks on this one count no more */
    replacedBy: text(),
    error: text(),
    createdAt: instant().notNull(),
    sentAt: instant(),
  },
  (t) => [
    index("outbox_waiting").on(t.lane, t.seq).where(sql`${t.state} = 'queued'`),
    index("outbox_card").on(t.cardKey),
    index("outbox_target").on(t.target),
    index("outbox_message").on(sql`(${t.message} ->> 'id')`),
  ],
);

export const audit = seedbed.table(
  "audit",
  {
    id: text().primaryKey(),
    /** a member's id, or `job:<name>` */
    actor: text().notNull(),
    /** such as `draft.approve` */
    verb: text().notNull(),
    subject: text().notNull(),
    details: jsonb().$type<Record<string, unknown>>().notNull(),
    at: instant().notNull(),
  },
  (t) => [index("audit_subject").on(t.subject, t.at)],
);

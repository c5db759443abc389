/** Sends the next message of one lane: looks up what may have arrived, sends, records. */
import { Temporal } from "temporal-polyfill";
import { type Chat, ChatError, type Destination, type MessageRef } from "../../chat/ports.ts";
import { renewalOf } from "../../domain/card-life.ts";
import { dropUpdate } from "../../store/card-copies.ts";
import { inTransaction } from "../../store/database.ts";
import { planDue } from "../../store/dues.ts";
import { laneOf, type OutboxRow, outboxRow } from "../../store/outbox.ts";
import {
  beginSend,
  lastChatOf,
  nextInLane,
  recordFailed,
  recordRetry,
  recordSent,
} from "../../store/sending.ts";
import type { Services } from "../ctx.ts";
import { mayBeRenewed, renewalDue } from "./card-now.ts";
import { prepareMessage, sinceOf } from "./prepare-message.ts";

/** "empty": nothing waits; "sent": one row is settled, ask again; a number: ask again after so many ms of real time. */
export type LaneOutcome = "empty" | "sent" | number;

/** About a day of tries: a platform may be away for hours, and what it was to be told still holds then. */
const MAX_ATTEMPTS = 300;
const LONGEST_WAIT_MS = 300_000;

/** Network time is real time: a moved business clock must not shorten a back-off. */
export async function deliverNext(services: Services, lane: string): Promise<LaneOutcome> {
  const { db } = services.store;
  const row = await nextInLane(db, lane);
  if (row === undefined) return "empty";
  const waitMs = row.notBefore === null ? 0 : row.notBefore.epochMilliseconds - Date.now();
  if (waitMs > 0) return waitMs;
  const chat = services.chats[row.platform];
  if (chat === undefined) return fail(services, row, `not connected to ${row.platform}`);
  const { send, reading } = await prepareMessage(services, row, chat);
  const place = await placeOf(services, row);
  if (!(await beginSend(db, row.id))) return "sent";
  let inDoubt = row.unanswered;
  let found: MessageRef | undefined;
  let message: MessageRef | undefined;
  try {
    found = inDoubt ? await lookUp(chat, row, place) : undefined;
    inDoubt = false;
    message = found ?? (await send(chat, place));
  } catch (error) {
    return afterError(services, row, error, inDoubt);
  }
  // a home settles itself: it may have been queued again meanwhile
  if (row.kind === "home") return "sent";
  // one that was found may have been there for as long as it was wanted
  const sentAt = found === undefined ? services.clock.now() : row.createdAt;
  await settle(services, row, { message, sentAt, cardDays: chat.cardDays, zone: reading?.zone });
  return "sent";
}

/** Updates may be repeated without harm, and files look for themselves by what their first step gave. */
async function lookUp(chat: Chat, row: OutboxRow, place: Destination): Promise<MessageRef | undefined> {
  return row.kind === "post" ? chat.find(row.key, place, sinceOf(row)) : undefined;
}

/** The row is done, and a card that will die has its renewal planned with it. */
async function settle(
  services: Services,
  row: OutboxRow,
  sent: {
    message: MessageRef | undefined;
    sentAt: Temporal.Instant;
    cardDays: number | undefined;
    zone: string | undefined;
  },
): Promise<void> {
  const { db } = services.store;
  const { message, sentAt, cardDays, zone = "Asia/Shanghai" } = sent;
  if (cardDays === undefined || row.kind !== "post" || !mayBeRenewed(row.cardKey))
    return recordSent(db, row.id, message, sentAt);
  await inTransaction(db, async (tx) => {
    await recordSent(tx, row.id, message, sentAt);
    await planDue(tx, renewalDue(row.id, renewalOf(sentAt, cardDays, zone)));
  });
}

/** Where to look: Lark finds a private chat by its own id only, which an earlier message there has told. */
async function placeOf({ store }: Services, { destination, platform }: OutboxRow): Promise<Destination> {
  const { onlyFor, user, thread } = destination;
  const person = onlyFor ?? user;
  if (person === undefined) return destination;
  const chat = await lastChatOf(store.db, laneOf(platform, { user: person }));
  if (chat === undefined) return destination;
  return { chat, thread: onlyFor === undefined ? thread : undefined };
}

/** @param inDoubt an earlier try may have arrived, and looking it up failed: the next try must look again */
async function afterError(
  services: Services,
  row: OutboxRow,
  error: unknown,
  inDoubt: boolean,
): Promise<LaneOutcome> {
  const attempt = row.attempts + 1;
  const trouble = error instanceof ChatError ? error : undefined;
  const text = error instanceof Error ? error.message : String(error);
  if (row.kind === "update" && trouble?.code === "too-old") return renewInstead(services, row, text);
  if (trouble === undefined || !trouble.retryable || attempt >= MAX_ATTEMPTS)
    return fail(services, row, text, error);
  const waitMs = trouble.retryAfterMs ?? Math.min(LONGEST_WAIT_MS, 500 * 2 ** attempt);
  const notBefore = Temporal.Instant.fromEpochMilliseconds(Date.now() + waitMs);
  await recordRetry(services.store.db, row.id, {
    notBefore,
    unanswered: inDoubt || trouble.maybeSent,
    error: text,
  });
  services.log.warn({ outbox: row.id, code: trouble.code, waitMs }, "a message will be tried again");
  return waitMs;
}

/** The card takes no change any more: a fresh one shows it, unless a fresh one is there already. */
async function renewInstead(services: Services, row: OutboxRow, text: string): Promise<LaneOutcome> {
  const copy = await outboxRow(services.store.db, row.target ?? "");
  const now = services.clock.now();
  await inTransaction(services.store.db, async (tx) => {
    if (copy !== undefined && copy.replacedBy === null && mayBeRenewed(copy.cardKey))
      await planDue(tx, renewalDue(copy.id, now, { changed: true }));
    await dropUpdate(tx, row.id, text);
  });
  services.log.info({ outbox: row.id, card: copy?.cardKey }, "a card was too old for a change");
  services.sweepSoon();
  return "sent";
}

async function fail(services: Services, row: OutboxRow, text: string, error?: unknown): Promise<LaneOutcome> {
  services.log.error(
    { outbox: row.id, lane: row.lane, template: row.template, err: error },
    "a message was given up",
  );
  await recordFailed(services.store.db, row.id, text);
  return "sent";
}

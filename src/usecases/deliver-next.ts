/** Sends the next message of one lane: looks up what may have arrived, renders, sends, records. */
import { Temporal } from "temporal-polyfill";
import { type Chat, ChatError, type MessageRef } from "../chat/ports.ts";
import { createReading, type Reading } from "../chat/reading.ts";
import { fileById } from "../store/files.ts";
import {
  beginSend,
  nextInLane,
  type OutboxRow,
  outboxRow,
  recordFailed,
  recordRetry,
  recordSent,
} from "../store/outbox.ts";
import { chatKnown, memberById } from "../store/people.ts";
import type { Services } from "./ctx.ts";

/** "empty": nothing waits; "sent": one row is settled, ask again; a number: ask again after so many ms of real time. */
export type LaneOutcome = "empty" | "sent" | number;

const MAX_ATTEMPTS = 12;
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
  const wasUnanswered = row.unanswered;
  if (!(await beginSend(db, row.id))) return "sent";
  try {
    const found = wasUnanswered ? await lookUp(chat, row) : undefined;
    const message = found ?? (await send(services, chat, row));
    await recordSent(db, row.id, message, services.clock.now());
    return "sent";
  } catch (error) {
    return afterError(services, row, error);
  }
}

/** Updates may be repeated without harm, so only posts are looked up. */
async function lookUp(chat: Chat, row: OutboxRow): Promise<MessageRef | undefined> {
  if (row.kind !== "post" || row.destination.onlyFor !== undefined) return undefined;
  return chat.find(row.key, row.destination, row.createdAt.subtract({ minutes: 1 }));
}

async function send(services: Services, chat: Chat, row: OutboxRow): Promise<MessageRef | undefined> {
  if (row.kind === "file") return sendFile(services, chat, row);
  const reading = await readingOf(services, row);
  const template = services.templates[row.template ?? ""];
  if (template === undefined) throw new Error(`There is no template called "${row.template ?? ""}".`);
  const card = template.render(template.data.parse(row.data), reading);
  if (row.kind === "post") return chat.post({ to: row.destination, card, reading, key: row.key });
  const target = await outboxRow(services.store.db, row.target ?? "");
  const message = target?.message;
  if (message === undefined || message === null)
    throw new ChatError("message-not-found", "the card was never sent");
  await chat.update(message, { card, reading, key: row.key });
  return message;
}

async function sendFile(services: Services, chat: Chat, row: OutboxRow): Promise<MessageRef | undefined> {
  const file = await fileById(services.store.db, row.fileId ?? "");
  if (file === undefined) throw new ChatError("file-not-found", "the file is not stored");
  const { text } = row.data as { text: string };
  return chat.postFile({
    to: row.destination,
    name: file.name,
    mime: file.mime,
    bytes: file.content,
    text,
    key: row.key,
  });
}

/** A member reads in their own language and zone, a group in the chat's. */
async function readingOf(services: Services, row: OutboxRow): Promise<Reading> {
  const { db } = services.store;
  const member = row.readerId === null ? undefined : await memberById(db, row.readerId);
  const chat =
    row.destination.chat === undefined ? undefined : await chatKnown(db, row.platform, row.destination.chat);
  const language = member?.language ?? chat?.language ?? (row.platform === "lark" ? "zh-CN" : "en");
  const zone = member?.zone ?? chat?.zone ?? "Asia/Shanghai";
  return createReading(language, zone, services.messages[language]);
}

async function afterError(services: Services, row: OutboxRow, error: unknown): Promise<LaneOutcome> {
  const attempt = row.attempts + 1;
  const trouble = error instanceof ChatError ? error : undefined;
  const text = error instanceof Error ? error.message : String(error);
  if (trouble === undefined || !trouble.retryable || attempt >= MAX_ATTEMPTS)
    return fail(services, row, text, error);
  const waitMs = trouble.retryAfterMs ?? Math.min(LONGEST_WAIT_MS, 500 * 2 ** attempt);
  const notBefore = Temporal.Instant.fromEpochMilliseconds(Date.now() + waitMs);
  await recordRetry(services.store.db, row.id, { notBefore, unanswered: trouble.maybeSent, error: text });
  services.log.warn({ outbox: row.id, code: trouble.code, waitMs }, "a message will be tried again");
  return waitMs;
}

async function fail(services: Services, row: OutboxRow, text: string, error?: unknown): Promise<LaneOutcome> {
  services.log.error(
    { outbox: row.id, lane: row.lane, template: row.template, err: error },
    "a message was given up",
  );
  await recordFailed(services.store.db, row.id, text);
  return "sent";
}

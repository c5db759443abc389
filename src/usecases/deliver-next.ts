/** Sends the next message of one lane: looks up what may have arrived, renders, sends, records. */
import { Temporal } from "temporal-polyfill";
import type { Card } from "../chat/card.ts";
import { type Chat, ChatError, type Destination, type MessageRef } from "../chat/ports.ts";
import { createReading, type Reading } from "../chat/reading.ts";
import { fileById } from "../store/files.ts";
import {
  beginSend,
  lastChatOf,
  nextInLane,
  type OutboxRow,
  outboxRow,
  recordFailed,
  recordRetry,
  recordSent,
} from "../store/outbox.ts";
import { chatKnown, memberById } from "../store/people.ts";
import { attachLeftOut } from "./attach-left-out.ts";
import { picturesOf } from "./card-pictures.ts";
import type { Services } from "./ctx.ts";
import { publishHome } from "./publish-home.ts";

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
  const send = await prepare(services, row, chat);
  const place = await placeOf(services, row);
  if (!(await beginSend(db, row.id))) return "sent";
  let inDoubt = row.unanswered;
  let message: MessageRef | undefined;
  try {
    const found = inDoubt ? await lookUp(chat, row, place) : undefined;
    inDoubt = false;
    message = found ?? (await send(chat));
  } catch (error) {
    return afterError(services, row, error, inDoubt);
  }
  // a home settles itself: it may have been queued again meanwhile
  if (row.kind !== "home") await recordSent(db, row.id, message, services.clock.now());
  return "sent";
}

/** Updates may be repeated without harm, so only posts are looked up. */
async function lookUp(chat: Chat, row: OutboxRow, place: Destination): Promise<MessageRef | undefined> {
  if (row.kind !== "post" || row.destination.onlyFor !== undefined) return undefined;
  return chat.find(row.key, place, row.createdAt.subtract({ minutes: 1 }));
}

/** Where to look: Lark finds a private chat by its own id only, which an earlier message there has told. */
async function placeOf({ store }: Services, { destination, lane }: OutboxRow): Promise<Destination> {
  if (destination.chat !== undefined) return destination;
  const chat = await lastChatOf(store.db, lane);
  return chat === undefined ? destination : { chat, thread: destination.thread };
}

type Send = (chat: Chat) => Promise<MessageRef | undefined>;

/**
 * Reads what the message needs. Trouble with the store is thrown from here and settles nothing: the row waits for the
 * lane's next waking. What the sending throws is the message's own fault, or the platform's.
 */
async function prepare(services: Services, row: OutboxRow, to: Chat): Promise<Send> {
  if (row.kind === "file") return prepareFile(services, row);
  if (row.kind === "home") return (chat) => publishHome(services, row, chat);
  const reading = await readingAt(services, row);
  const target = row.kind === "update" ? await outboxRow(services.store.db, row.target ?? "") : undefined;
  const drawn = draw(services, row, reading);
  if (!drawn.ok) return () => Promise.reject(drawn.error);
  const pictures = await picturesOf(services.store.db, drawn.card);
  // a card that changes again and again sends no file each time: it says what it leaves out
  const card =
    row.kind === "post"
      ? await attachLeftOut(services, row, { chat: to, card: drawn.card, reading })
      : drawn.card;
  return async (chat) => {
    const posting = { card, reading, key: row.key, pictures };
    if (row.kind === "post") return chat.post({ to: row.destination, ...posting });
    const message = target?.message ?? undefined;
    if (message === undefined) throw new ChatError("message-not-found", "the card was never sent");
    await chat.update(message, posting);
    return message;
  };
}

type Drawn = { ok: true; card: Card } | { ok: false; error: unknown };

/** Data that no template can draw is the message's own fault. */
function draw(services: Services, row: OutboxRow, reading: Reading): Drawn {
  try {
    const template = services.templates[row.template ?? ""];
    if (template === undefined) throw new Error(`There is no template called "${row.template ?? ""}".`);
    return { ok: true, card: template.render(template.data.parse(row.data), reading) };
  } catch (error) {
    return { ok: false, error };
  }
}

async function prepareFile(services: Services, row: OutboxRow): Promise<Send> {
  const file = await fileById(services.store.db, row.fileId ?? "");
  return async (chat) => {
    if (file === undefined) throw new ChatError("file-not-found", "the file is not stored");
    const { text } = row.data as { text: string };
    const { name, mime, content: bytes } = file;
    return chat.postFile({ to: row.destination, name, mime, bytes, text, key: row.key });
  };
}

/** A member reads in their own language and zone, a group in the chat's. */
export async function readingAt(
  services: Services,
  row: Pick<OutboxRow, "platform" | "destination" | "readerId">,
): Promise<Reading> {
  const { db } = services.store;
  const member = row.readerId === null ? undefined : await memberById(db, row.readerId);
  const chat =
    row.destination.chat === undefined ? undefined : await chatKnown(db, row.platform, row.destination.chat);
  const language = member?.language ?? chat?.language ?? (row.platform === "lark" ? "zh-CN" : "en");
  const zone = member?.zone ?? chat?.zone ?? "Asia/Shanghai";
  return createReading(language, zone, services.messages[language]);
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

async function fail(services: Services, row: OutboxRow, text: string, error?: unknown): Promise<LaneOutcome> {
  services.log.error(
    { outbox: row.id, lane: row.lane, template: row.template, err: error },
    "a message was given up",
  );
  await recordFailed(services.store.db, row.id, text);
  return "sent";
}

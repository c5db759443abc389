/** Makes a row of the outbox ready to send: reads what it shows, and draws its card for the reader. */
import type { Temporal } from "temporal-polyfill";
import type { Card } from "../../chat/card.ts";
import { type Chat, ChatError, type Destination, type MessageRef } from "../../chat/ports.ts";
import type { Reading } from "../../chat/reading.ts";
import { replacedCard } from "../../chat/replaced-card.ts";
import { chatKnown } from "../../store/chats.ts";
import { fileById } from "../../store/files.ts";
import { type OutboxRow, outboxRow } from "../../store/outbox.ts";
import { memberById } from "../../store/people.ts";
import { recordHandle } from "../../store/sending.ts";
import type { Services } from "../ctx.ts";
import { publishHome } from "../home/publish-home.ts";
import { attachLeftOut } from "./attach-left-out.ts";
import { picturesOf } from "./card-pictures.ts";
import { readingFor } from "./reading-for.ts";

export type Send = (chat: Chat, place: Destination) => Promise<MessageRef | undefined>;

/** Where a look-up begins: clocks differ a little. */
export const sinceOf = (row: OutboxRow): Temporal.Instant => row.createdAt.subtract({ minutes: 1 });

/**
 * Reads what the message needs. Trouble with the store is thrown from here and settles nothing: the row waits for the
 * lane's next waking. What the sending throws is the message's own fault, or the platform's.
 *
 * @param to the platform that will get it
 */
export async function prepareMessage(
  services: Services,
  row: OutboxRow,
  to: Chat,
): Promise<{ send: Send; reading?: Reading }> {
  if (row.kind === "file") return { send: await prepareFile(services, row) };
  if (row.kind === "home") return { send: (chat) => publishHome(services, row, chat) };
  const reading = await readingAt(services, row);
  const target = row.kind === "update" ? await outboxRow(services.store.db, row.target ?? "") : undefined;
  const drawn = draw(services, row, reading);
  if (!drawn.ok) return { send: () => Promise.reject(drawn.error), reading };
  const isOld = target !== undefined && target.replacedBy !== null;
  const whole = isOld ? replacedCard(drawn.card, reading) : drawn.card;
  const pictures = await picturesOf(services.store.db, whole);
  // a card that changes again and again sends no file each time: it says what it leaves out
  const card =
    row.kind === "post" ? await attachLeftOut(services, row, { chat: to, card: whole, reading }) : whole;
  const send: Send = async (chat) => {
    const posting = { card, reading, key: row.key, pictures };
    if (row.kind === "post") return chat.post({ to: row.destination, ...posting });
    const message = target?.message ?? undefined;
    if (message === undefined) throw new ChatError("message-not-found", "the card was never sent");
    await chat.update(message, posting);
    return message;
  };
  return { send, reading };
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
  const begun = row.unanswered && row.handle !== null ? row.handle : undefined;
  const begin = (handle: string) => keepHandle(services, row, handle);
  return async (chat) => {
    if (file === undefined) throw new ChatError("file-not-found", "the file is not stored");
    const { text } = row.data as { text: string };
    const { name, mime, content: bytes } = file;
    const to = row.destination;
    return chat.postFile({ to, name, mime, bytes, text, key: row.key, begun, since: sinceOf(row), begin });
  };
}

/** Without it the file is not shared: it could not be looked up. */
async function keepHandle(services: Services, row: OutboxRow, handle: string): Promise<void> {
  try {
    await recordHandle(services.store.db, row.id, handle);
  } catch (cause) {
    throw new ChatError("unreachable", "the store did not take the file's id", { retryable: true, cause });
  }
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
  return readingFor(services, row.platform, language, zone);
}

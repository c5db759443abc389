/** Erases what is personal about a creator on request and keeps the numbers under a placeholder. */
import { isDead } from "../../domain/card-life.ts";
import {
  createEraser,
  ERASED_TEXT,
  type Eraser,
  NEUTRAL_LINK,
  type PersonalWords,
} from "../../domain/erase-words.ts";
import { AppError } from "../../domain/errors.ts";
import { textInFile } from "../../imports/text-in-file.ts";
import { contactById, creatorsOfContact, deleteContact } from "../../store/contacts.ts";
import { vettingsOf } from "../../store/creator-history.ts";
import { type Creator, nameKeyOf } from "../../store/creators.ts";
import type { Transaction } from "../../store/database.ts";
import {
  emptyFile,
  eraseCreator,
  fileIds,
  hasNamesake,
  redrawCards,
  rewriteTexts,
  stopWrites,
  writingsOf,
} from "../../store/erase.ts";
import { fileById } from "../../store/files.ts";
import { mergedWith } from "../../store/merges.ts";
import type { Ctx } from "../ctx.ts";
import { isPacked, withoutRows } from "../imports/scored-rows.ts";
import { transact } from "../unit.ts";
import { findKeptCreator } from "./find-creator.ts";

const ALL = 10_000;

/** For the form, which must not say the whole name: it may stay in a chat. */
export async function creatorToForget(
  ctx: Ctx,
  words: string,
): Promise<{ id: string; masked: string; vettings: number }> {
  const { db } = ctx.store;
  const creator = await findKeptCreator(db, words);
  const [first = ""] = Array.from(creator.name);
  const vettings = await vettingsOf(db, creator.id, ALL);
  return { id: creator.id, masked: `${first}**`, vettings: vettings.length };
}

/** @throws AppError "unknown-creator" also for one who was forgotten before */
export async function forgetCreator({ ctx, input }: { ctx: Ctx; input: { creator: string } }): Promise<void> {
  await transact(ctx, async (unit) => {
    if (ctx.actor === undefined) throw new AppError("unknown-person");
    const { tx, now } = unit;
    await stopWrites(tx);
    const creator = await findKeptCreator(tx, input.creator);
    const placeholder = placeholderOf(creator);
    const aliases = await mergedWith(tx, creator.id);
    const words = await personalWords(tx, creator, aliases);
    const eraser = createEraser(words, placeholder);
    const known = await hasNamesake(tx, creator);
    const changed = await rewriteTexts(
      tx,
      wordsToFind(words, [creator, ...aliases]),
      rewriteFor(creator, words, eraser, known),
    );
    const emptied = await emptyFiles(tx, words, eraser);
    for (const one of [creator, ...aliases]) {
      const by = { placeholder: placeholderOf(one), text: ERASED_TEXT, link: NEUTRAL_LINK, now };
      await eraseCreator(tx, one, by);
      await leaveContact(tx, one);
    }
    const { lanes, cards } = await redrawCards(tx, changed, {
      newId: ctx.newId,
      now,
      canChange: ({ platform, sentAt }) => {
        const days = ctx.chats[platform]?.cardDays;
        return days === undefined || (sentAt !== null && !isDead(sentAt, days, now));
      },
    });
    for (const lane of lanes) unit.wake(lane);
    const vettings = (await vettingsOf(tx, creator.id, ALL)).length;
    await unit.audit("creator.forget", creator.id, { vettings, cards, files: emptied });
    await unit.send({
      to: { reply: "all" },
      template: "creator-forgotten",
      data: { placeholder, vettings, cards, files: emptied },
    });
  });
}

/** Read in both languages, since one name stands on everybody's cards. */
function placeholderOf({ id }: Creator): string {
  return `#${id.slice(-4)} (forgotten · 已删除博主)`;
}

/** @param aliases rows of the same person under other names; what was written stands under the creator alone */
async function personalWords(
  tx: Transaction,
  creator: Creator,
  aliases: readonly Creator[],
): Promise<PersonalWords> {
  const { links, texts } = await writingsOf(tx, creator.id);
  const contact = await ownContact(tx, creator);
  const all = [creator, ...aliases];
  return {
    names: [...all.map(({ name }) => name), ...(contact === undefined ? [] : [contact.name])],
    ids: all.flatMap(({ handle, platformId }) => [handle, platformId]).filter((id) => id !== null),
    links: [...links, ...all.flatMap(({ link }) => (link === null ? [] : [link]))],
    texts,
  };
}

/** By what rows are looked for; the creator's id finds what is about them without naming them. */
function wordsToFind({ names, ids, links, texts }: PersonalWords, all: readonly Creator[]): string[] {
  return [...names, ...ids, ...links, ...texts, ...all.map(({ id }) => id)];
}

/**
 * A name that somebody else has too is left where a row is not about this creator.
 * What was typed about them is not needed once it is done.
 */
function rewriteFor(creator: Creator, words: PersonalWords, eraser: Eraser, hasOther: boolean) {
  const careful = hasOther ? createEraser({ ...words, names: [] }, placeholderOf(creator)) : eraser;
  return {
    text: (value: string) => careful.text(value),
    json(value: unknown, table: string): unknown {
      const isAbout = JSON.stringify(value).includes(creator.id);
      const clean = (isAbout ? eraser : careful).json(value);
      if (!isAbout && !hasChanged(value, clean)) return value;
      if (table === "inbox") return withoutTyped(clean);
      // who is to be forgotten is not vetted any more
      if (table === "list_import_parts" && isPacked(value))
        return withoutRows(value, (row) => hasChanged(row, careful.json(row)));
      return isAbout && table === "outbox" ? withoutDraft(withoutPlace(clean)) : clean;
    },
  };
}

const hasChanged = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

/** An event that is stored keeps who did it and when; its key tells duplicates. */
function withoutTyped(event: unknown): unknown {
  if (!isRecord(event) || !isRecord(event["body"])) return event;
  const { body } = event;
  return {
    ...event,
    body: {
      ...body,
      ...("text" in body ? { text: ERASED_TEXT } : {}),
      ...(isRecord(body["values"]) ? { values: {} } : {}),
    },
  };
}

/** City and MCN go from the facts of a scorecard, and from what changed in them, as they go from its snapshot. */
function withoutPlace(data: unknown): unknown {
  if (!isRecord(data)) return data;
  const rest = (facts: unknown) => (Array.isArray(facts) ? facts.filter((one) => !isPlace(one)) : facts);
  const { changes } = data;
  return {
    ...data,
    ...("facts" in data ? { facts: rest(data["facts"]) } : {}),
    ...(isRecord(changes) ? { changes: { ...changes, facts: rest(changes["facts"]) } } : {}),
  };
}

const isPlace = (fact: unknown): boolean =>
  isRecord(fact) && (fact["fact"] === "city" || fact["fact"] === "mcn");

/** A draft's card quotes the draft in its findings. */
function withoutDraft(data: unknown): unknown {
  if (!isRecord(data) || !("draft" in data) || !("findings" in data)) return data;
  return { ...data, text: ERASED_TEXT, link: null, findings: [] };
}

/** @returns how many held the creator */
async function emptyFiles(tx: Transaction, words: PersonalWords, eraser: Eraser): Promise<number> {
  const keys = wordsOfFiles(words);
  let count = 0;
  for (const id of await fileIds(tx)) {
    const file = await fileById(tx, id);
    if (file === undefined) continue;
    const text = nameKeyOf(`${file.name}\n${await textInFile(file.content).catch(() => "")}`);
    if (!keys.some((key) => text.includes(key))) continue;
    await emptyFile(tx, id, eraser.text(file.name));
    count += 1;
  }
  return count;
}

function wordsOfFiles({ names, ids, links }: PersonalWords): string[] {
  return [...names, ...ids, ...links].map(nameKeyOf).filter((key) => key.length > 1);
}

/** A contact who answered for this creator alone goes too. */
async function ownContact(tx: Transaction, { contactId }: Creator) {
  if (contactId === null) return undefined;
  const all = await creatorsOfContact(tx, contactId);
  return all.length > 1 ? undefined : contactById(tx, contactId);
}

async function leaveContact(tx: Transaction, { contactId }: Creator): Promise<void> {
  if (contactId !== null && (await creatorsOfContact(tx, contactId)).length === 0)
    await deleteContact(tx, contactId);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Finds and changes what stands anywhere in the tables about one person; nothing else reads tables without knowing them. */
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { type Creator, nameKeyOf } from "./creators.ts";
import type { Querier, Transaction } from "./database.ts";
import { type OutboxRow, replaceUpdates } from "./outbox.ts";
import { creators, draftDecisions, drafts, draftVersions, files, outbox, slots, vettings } from "./schema.ts";

/** Members are not the person; creators, their vettings and files are changed by what they hold; column titles are nobody's. */
const LEFT_ALONE = ["members", "accounts", "link_codes", "settings", "column_mappings"];
const CHANGED_BY_HAND = ["creators", "contacts", "vettings", "files"];

/** Columns that choose what the program does, or hold ids of its own. */
const CODE_COLUMN =
  /^(?:id|.*_id|key|.*_key|lane|hash|shape|state|kind|platform|template|job|verb|decision|format|zone|wave|tier_scheme|target_gender|category|currency|.*_currency|flag|actor|vendor|target|handle|replaced_by|post_time|error_id|code_hash)$/u;

interface TextColumn {
  table: string;
  column: string;
  isJson: boolean;
}

/** Texts that people or the bot wrote, in every table of the bot; the inbox first, since what is at work there ends before the rest is read. */
async function textColumns(tx: Transaction): Promise<TextColumn[]> {
  const { rows } = await tx.execute<{ table_name: string; column_name: string; data_type: string }>(sql`
    select table_name, column_name, data_type from information_schema.columns
    where table_schema = 'seedbed' and data_type in ('text', 'json', 'jsonb')`);
  return rows
    .filter(({ table_name: table }) => ![...LEFT_ALONE, ...CHANGED_BY_HAND].includes(table))
    .filter(({ column_name: column, data_type: type }) => type !== "text" || !CODE_COLUMN.test(column))
    .map(({ table_name: table, column_name: column, data_type: type }) => ({
      table,
      column,
      isJson: type !== "text",
    }))
    .toSorted((a, b) => orderOf(a.table) - orderOf(b.table));
}

function orderOf(table: string): number {
  if (table === "inbox") return 0;
  return table === "outbox" ? 2 : 1;
}

/**
 * Lets what is at work end and nothing new begin until the transaction ends: else somebody could write the name anew
 * behind the search. In this order, as every transaction takes its event or its due thing before anything else.
 */
export async function stopWrites(tx: Transaction): Promise<void> {
  await tx.execute(sql`lock table seedbed.inbox, seedbed.dues, seedbed.outbox in share row exclusive mode`);
}

/** What a change looks at and answers: a text, or JSON data. Answering the same value leaves the row alone. */
export interface Rewrite {
  text(value: string): string;
  json(value: unknown, table: string): unknown;
}

/**
 * Rewrites every text that holds one of these words, however it is written.
 * @returns the ids of the outbox rows that changed
 */
export async function rewriteTexts(
  tx: Transaction,
  words: readonly string[],
  rewrite: Rewrite,
): Promise<Set<string>> {
  const keys = words.map(nameKeyOf).filter((key) => key !== "");
  const changedMessages = new Set<string>();
  for (const { table, column, isJson } of await textColumns(tx)) {
    const [from, name] = [sql.identifier(table), sql.identifier(column)];
    const { rows } = await tx.execute<{ at: string; value: unknown; id: string | null }>(sql`
      select ctid::text as at, ${name} as value, ${table === "outbox" ? sql`id` : sql`null`} as id
      from seedbed.${from} where ${name} is not null and ${holdsAny(name, keys)} for update`);
    for (const { at, value, id } of rows) {
      const next = isJson ? rewrite.json(value, table) : rewrite.text(String(value));
      if (JSON.stringify(next) === JSON.stringify(value)) continue;
      const stored = isJson ? sql`${JSON.stringify(next)}::json` : sql`${String(next)}`;
      await tx.execute(sql`update seedbed.${from} set ${name} = ${stored} where ctid = ${at}::tid`);
      if (id !== null) changedMessages.add(id);
    }
  }
  return changedMessages;
}

/** Folded as names are looked up. */
function holdsAny(column: ReturnType<typeof sql.identifier>, keys: readonly string[]) {
  const folded = sql`regexp_replace(lower(normalize(${column}::text, NFKC)), '\\s+', '', 'g')`;
  return sql`exists (select 1 from unnest(${sql.param([...keys])}::text[]) word where strpos(${folded}, word) > 0)`;
}

/** Links under which posts and drafts of a creator were noted, and the texts of the drafts. */
export async function writingsOf(
  db: Querier,
  creatorId: string,
): Promise<{ links: string[]; texts: string[] }> {
  const posts = await db.select({ link: slots.link }).from(slots).where(eq(slots.creatorId, creatorId));
  const versions = await db
    .select({ link: draftVersions.link, text: draftVersions.text })
    .from(draftVersions)
    .innerJoin(drafts, eq(drafts.id, draftVersions.draftId))
    .where(eq(drafts.creatorId, creatorId));
  return {
    links: [...posts, ...versions].flatMap(({ link }) => (link === null ? [] : [link])),
    texts: versions.map(({ text }) => text),
  };
}

/** Takes what identifies a creator out of the rows that are about them; numbers stay. */
export async function eraseCreator(
  tx: Transaction,
  creator: Creator,
  by: { placeholder: string; text: string; link: string; now: Temporal.Instant },
): Promise<void> {
  const theirDrafts = sql`(select ${drafts.id} from ${drafts} where ${drafts.creatorId} = ${creator.id})`;
  await tx
    .update(draftVersions)
    .set({ text: by.text, link: null })
    .where(sql`${draftVersions.draftId} in ${theirDrafts}`);
  await tx
    .update(draftDecisions)
    .set({ comment: by.text })
    .where(and(sql`${draftDecisions.draftId} in ${theirDrafts}`, isNotNull(draftDecisions.comment)));
  await tx
    .update(slots)
    .set({ link: by.link })
    .where(and(eq(slots.creatorId, creator.id), isNotNull(slots.link)));
  await tx
    .update(vettings)
    .set({ facts: sql`${vettings.facts} - 'city' - 'mcn'` })
    .where(eq(vettings.creatorId, creator.id));
  await tx
    .update(creators)
    .set({
      name: by.placeholder,
      nameKey: nameKeyOf(by.placeholder),
      handle: null,
      platformId: null,
      link: null,
      contactId: null,
      forgottenAt: by.now,
    })
    .where(eq(creators.id, creator.id));
}

/** Every stored file with its content, one after the other. */
export async function fileIds(db: Querier): Promise<string[]> {
  const rows = await db.select({ id: files.id }).from(files);
  return rows.map(({ id }) => id);
}

/** Empties a file; where it was not sent yet, it is not sent any more. */
export async function emptyFile(tx: Transaction, id: string, name: string): Promise<void> {
  await tx.update(files).set({ name, content: new Uint8Array() }).where(eq(files.id, id));
  await tx
    .update(outbox)
    .set({ state: "superseded" })
    .where(and(eq(outbox.fileId, id), eq(outbox.state, "queued")));
}

/**
 * Of these messages, the cards that people see: each is drawn anew with what it showed last, and so are old copies that
 * only say where the current one is, since they keep the title.
 * @param by.canChange whether the platform still takes a change: else a fresh copy would be sent in its place
 * @returns the lanes, and how many cards
 */
export async function redrawCards(
  tx: Transaction,
  changed: ReadonlySet<string>,
  by: { newId(prefix: string): string; now: Temporal.Instant; canChange(card: OutboxRow): boolean },
): Promise<{ lanes: string[]; cards: number }> {
  if (changed.size === 0) return { lanes: [], cards: 0 };
  const sent = await tx
    .select()
    .from(outbox)
    .where(
      and(
        inArray(outbox.id, [...changed]),
        eq(outbox.kind, "post"),
        eq(outbox.state, "sent"),
        isNotNull(outbox.message),
        isNotNull(outbox.template),
        // Slack keeps no message that only one person sees
        sql`not (${outbox.platform} = 'slack' and ${outbox.destination} ? 'onlyFor')`,
      ),
    );
  const seen = sent.filter((card) => by.canChange(card));
  for (const copy of seen) {
    const [last] = await tx
      .select({ template: outbox.template, data: outbox.data })
      .from(outbox)
      .where(and(eq(outbox.target, copy.id), eq(outbox.kind, "update")))
      .orderBy(sql`${outbox.seq} desc`)
      .limit(1);
    const { template, data } = last ?? copy;
    if (template !== null)
      await replaceUpdates(tx, copy, { id: by.newId("msg"), template, data, now: by.now });
  }
  return { lanes: seen.map(({ lane }) => lane), cards: seen.length };
}

/** Whether somebody else who is not forgotten has the same name. */
export async function hasNamesake(db: Querier, { id, nameKey }: Creator): Promise<boolean> {
  const rows = await db.select({ id: creators.id }).from(creators).where(eq(creators.nameKey, nameKey));
  return rows.some((row) => row.id !== id);
}

/** Finds the creators that a list may be about, whether the table holds ten or a hundred thousand. */
import { asc } from "drizzle-orm";
import { type Creator, nameKeyOf } from "./creators.ts";
import { anyOf, prepared, type Querier, type Transaction } from "./database.ts";
import { LOCKS } from "./locks.ts";
import { creators } from "./schema.ts";

/**
 * Everyone who could be one of those named.
 * @param words folded names, 小红书号 and profile ids, in any order
 */
export async function creatorsMatching(db: Querier, words: readonly string[]): Promise<Creator[]> {
  const { rows } = await db.$client.query<{ id: string }>(
    words.length < MANY
      ? { ...MATCHING, values: [words] }
      : { ...MATCHING_MANY, values: [words.join(BETWEEN)] },
  );
  if (rows.length === 0) return [];
  const query = prepared(db, "creators-by-ids", (name) =>
    db
      .select()
      .from(creators)
      .where(anyOf(creators.id, "ids"))
      .orderBy(asc(creators.createdAt), asc(creators.id))
      .prepare(name),
  );
  return query.execute({ ids: rows.map(({ id }) => id) });
}

/**
 * Word by word through an index: while a list is stored PostgreSQL knows nothing yet about how large the table has
 * become, and left to itself it would look through all of it for every part of the list.
 */
const MATCHING = {
  name: "creators-matching",
  text: `select id from unnest($1::text[]) key cross join lateral
      (select id from seedbed.creators where name_key = key offset 0) named
    union select id from unnest($1::text[]) key cross join lateral
      (select id from seedbed.creators where handle = key offset 0) named
    union select id from unnest($1::text[]) key cross join lateral
      (select id from seedbed.creators where platform_id = key offset 0) named`,
};

/** For the words of a whole list one look through the table takes a tenth of the time. */
const MANY = 10_000;
/** In no name, handle or id. */
const BETWEEN = "\u001f";

/** One text for all words, which PostgreSQL takes apart faster than an array; the words are held against the table. */
const MATCHING_MANY = {
  name: "creators-matching-many",
  text: `with keys as materialized (select id, name_key as key from seedbed.creators
      union all select id, handle from seedbed.creators where handle is not null
      union all select id, platform_id from seedbed.creators where platform_id is not null)
    select distinct id from string_to_table($1, E'\\x1f') word join keys on keys.key = word`,
};

/**
 * Serialises the look-up and insertion of creators by name, so that two vettings at once make one creator. The locks
 * are taken in one order, so that two lists at once cannot wait for each other.
 */
export async function lockCreatorNames(tx: Transaction, names: readonly string[]): Promise<void> {
  const keys = [...new Set(names.map(nameKeyOf))];
  await tx.$client.query({ ...LOCK_NAMES, values: [keys] });
}

const LOCK_NAMES = {
  name: "lock-creator-names",
  text: `select pg_advisory_xact_lock(${LOCKS.creatorName}, number) from (
    select distinct hashtext(key) as number from unnest($1::text[]) key order by number) numbers`,
};

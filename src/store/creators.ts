/** Creators by id, name, 小红书号 and profile. */
import { and, asc, eq, like, or, type SQL, sql } from "drizzle-orm";
import { anyOf, prepared, type Querier } from "./database.ts";
import { insertMany, timesOf } from "./insert-many.ts";
import { creatorMerges, creators } from "./schema.ts";

export type Creator = typeof creators.$inferSelect;

/** A name as it is looked up: one form for full-width and half-width, upper and lower case, with no spaces. */
export function nameKeyOf(name: string): string {
  return isFolded(name) ? name : name.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
}

/** Small Latin letters, digits, underscores and common Chinese characters fold to themselves: most names of a long list. */
function isFolded(name: string): boolean {
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at);
    const isPlain =
      (code >= 0x4e00 && code <= 0x9fff) ||
      (code >= 0x61 && code <= 0x7a) ||
      (code >= 0x30 && code <= 0x39) ||
      code === 0x5f;
    if (!isPlain) return false;
  }
  return true;
}

export async function creatorById(db: Querier, id: string): Promise<Creator | undefined> {
  const kept = db
    .select({ id: creatorMerges.keptId })
    .from(creatorMerges)
    .where(eq(creatorMerges.mergedId, id));
  const rows = await db
    .select()
    .from(creators)
    .where(eq(creators.id, sql`coalesce((${kept}), ${id})`));
  return rows[0];
}

/** Of creators that were merged, the one each is now, by id. */
export async function mergedInto(db: Querier, ids: readonly string[]): Promise<Map<string, Creator>> {
  if (ids.length === 0) return new Map();
  const query = prepared(db, "merged-into", (name) =>
    db
      .select({ mergedId: creatorMerges.mergedId, creator: creators })
      .from(creatorMerges)
      .innerJoin(creators, eq(creators.id, creatorMerges.keptId))
      .where(anyOf(creatorMerges.mergedId, "ids"))
      .prepare(name),
  );
  const rows = await query.execute({ ids });
  return new Map(rows.map(({ mergedId, creator }) => [mergedId, creator]));
}

export function notMerged(): SQL {
  return sql`not exists (select 1 from ${creatorMerges} where ${creatorMerges.mergedId} = ${creators.id})`;
}

/** Creators with exactly this name, 小红书号 or profile id. */
export async function creatorsCalled(db: Querier, word: string): Promise<Creator[]> {
  const found = await db
    .select()
    .from(creators)
    .where(
      or(
        eq(creators.nameKey, nameKeyOf(word)),
        eq(creators.handle, word.trim()),
        eq(creators.platformId, word.trim().toLowerCase()),
      ),
    )
    .orderBy(asc(creators.createdAt));
  const kept = await mergedInto(
    db,
    found.map(({ id }) => id),
  );
  return [...new Map(found.map((one) => kept.get(one.id) ?? one).map((one) => [one.id, one])).values()];
}

/** Names that begin alike or hold the word: what a person may have meant. */
export async function creatorsLike(db: Querier, word: string, limit: number): Promise<Creator[]> {
  const key = nameKeyOf(word).replace(/[\\%_]/gu, "\\$&");
  const head = Array.from(nameKeyOf(word))
    .slice(0, 2)
    .join("")
    .replace(/[\\%_]/gu, "\\$&");
  return db
    .select()
    .from(creators)
    .where(and(or(like(creators.nameKey, `%${key}%`), like(creators.nameKey, `${head}%`)), notMerged()))
    .orderBy(asc(creators.name))
    .limit(limit);
}

export async function insertCreators(db: Querier, added: readonly Creator[]): Promise<void> {
  if (added.length === 0) return;
  await insertMany(db, INSERT_CREATORS, [
    added.map(({ id }) => id),
    added.map(({ name }) => name),
    added.map(({ nameKey }) => nameKey),
    added.map(({ handle }) => handle),
    added.map(({ platformId }) => platformId),
    added.map(({ link }) => link),
    timesOf(added.map(({ createdAt }) => createdAt)),
  ]);
}

/** New creators have no contact, nobody in charge and nothing to forget. */
const INSERT_CREATORS = {
  name: "insert-creators",
  text: `insert into seedbed.creators (id, name, name_key, handle, platform_id, link, created_at)
    select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])`,
};

/** Fills what was not known of a creator; what is known stays. */
export async function completeCreators(db: Querier, known: readonly Creator[]): Promise<void> {
  if (known.length === 0) return;
  await insertMany(db, COMPLETE_CREATORS, [
    known.map(({ id }) => id),
    known.map(({ handle }) => handle),
    known.map(({ platformId }) => platformId),
    known.map(({ link }) => link),
  ]);
}

const COMPLETE_CREATORS = {
  name: "complete-creators",
  text: `update seedbed.creators set handle = coalesce(creators.handle, known.handle),
      platform_id = coalesce(creators.platform_id, known.platform_id), link = coalesce(creators.link, known.link)
    from unnest($1::text[], $2::text[], $3::text[], $4::text[]) known (id, handle, platform_id, link)
    where creators.id = known.id`,
};

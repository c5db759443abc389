/** What a shared file said of creators when it was read before: its columns may have got other meanings since. */
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { CreatorFacts } from "../domain/creator-facts.ts";
import type { Querier } from "./database.ts";
import type { ListImport } from "./imports.ts";
import { listImportRows, listImports, vettings } from "./schema.ts";

const sameFile = ({ id, platform, file }: Pick<ListImport, "id" | "platform" | "file">) =>
  and(
    ne(listImports.id, id),
    eq(listImports.platform, platform),
    sql`${listImports.file} = ${JSON.stringify(file)}::jsonb`,
  );

/** Whether the file of this import was read by another one. */
export async function wasReadBefore(
  db: Querier,
  started: Pick<ListImport, "id" | "platform" | "file">,
): Promise<boolean> {
  const rows = await db.select({ id: listImports.id }).from(listImports).where(sameFile(started)).limit(1);
  return rows.length > 0;
}

/** One vetting of a creator by the file. */
export interface Reading {
  id: string;
  facts: CreatorFacts;
  vettedAt: ListImport["startedAt"];
}

/** The vettings that each reading of the file led to, by creator, the first reading first. */
export async function earlierReadings(
  db: Querier,
  started: Pick<ListImport, "id" | "platform" | "file">,
  creatorIds: readonly string[],
): Promise<Map<string, Reading[]>> {
  const found = new Map<string, Reading[]>();
  if (creatorIds.length === 0) return found;
  const { creatorId: of, id, facts, vettedAt } = vettings;
  const rows = await db
    .select({ of, id, facts, vettedAt })
    .from(listImportRows)
    .innerJoin(listImports, eq(listImports.id, listImportRows.importId))
    .innerJoin(vettings, eq(vettings.id, listImportRows.vettingId))
    .where(and(sameFile(started), inArray(listImportRows.creatorId, [...creatorIds])))
    .orderBy(vettedAt, id);
  for (const { of: creatorId, ...reading } of rows)
    found.set(creatorId, [...(found.get(creatorId) ?? []), reading]);
  return found;
}

/** What was known of creators before these vettings of theirs, by creator. */
export async function factsBefore(
  tx: Querier,
  firsts: readonly (Reading & { creatorId: string })[],
): Promise<Map<string, CreatorFacts>> {
  const { rows } = await tx.$client.query<{ creatorId: string; facts: CreatorFacts }>({
    ...FACTS_BEFORE,
    values: [
      firsts.map(({ creatorId }) => creatorId),
      firsts.map(({ vettedAt }) => vettedAt.toString()),
      firsts.map(({ id }) => id),
    ],
  });
  return new Map(rows.map(({ creatorId, facts }) => [creatorId, facts]));
}

const FACTS_BEFORE = {
  name: "facts-before",
  text: `select first.creator_id as "creatorId", facts
    from unnest($1::text[], $2::timestamptz[], $3::text[]) first (creator_id, at, id) cross join lateral
      (select facts from seedbed.vettings where creator_id = first.creator_id
        and (vetted_at, id) < (first.at, first.id) order by vetted_at desc, id desc limit 1) before`,
};

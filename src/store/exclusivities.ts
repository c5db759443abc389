/** 竞品排他期: for which brands and how long creators work for no competitor. */
import { asc, eq } from "drizzle-orm";
import { anyOf, prepared, type Querier, type Transaction } from "./database.ts";
import { exclusivities } from "./schema.ts";

export type Exclusivity = typeof exclusivities.$inferSelect;

export async function exclusivitiesOf(db: Querier, creatorIds: readonly string[]): Promise<Exclusivity[]> {
  if (creatorIds.length === 0) return [];
  const query = prepared(db, "exclusivities-of", (name) =>
    db
      .select()
      .from(exclusivities)
      .where(anyOf(exclusivities.creatorId, "creatorIds"))
      .orderBy(asc(exclusivities.until), asc(exclusivities.id))
      .prepare(name),
  );
  return query.execute({ creatorIds });
}

/** The same brand and category again change the dates. */
export async function saveExclusivity(tx: Transaction, one: Exclusivity): Promise<void> {
  const { from, until, setBy, setAt } = one;
  await tx
    .insert(exclusivities)
    .values(one)
    .onConflictDoUpdate({ target: exclusivities.id, set: { from, until, setBy, setAt } });
}

export async function deleteExclusivity(tx: Transaction, id: string): Promise<void> {
  await tx.delete(exclusivities).where(eq(exclusivities.id, id));
}

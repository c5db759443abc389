/** Red flags that a person set aside, with the reason. */
import { asc, eq, inArray } from "drizzle-orm";
import type { Querier } from "./database.ts";
import { flagOverrules } from "./schema.ts";

export type FlagOverrule = typeof flagOverrules.$inferSelect;

/** In the order in which they were set aside. */
export async function flagOverrulesOf(db: Querier, vettingId: string): Promise<FlagOverrule[]> {
  return db
    .select()
    .from(flagOverrules)
    .where(eq(flagOverrules.vettingId, vettingId))
    .orderBy(asc(flagOverrules.overruledAt), asc(flagOverrules.flag));
}

/** In the order in which they were set aside. */
export async function flagOverrulesAmong(
  db: Querier,
  vettingIds: readonly string[],
): Promise<FlagOverrule[]> {
  if (vettingIds.length === 0) return [];
  return db
    .select()
    .from(flagOverrules)
    .where(inArray(flagOverrules.vettingId, [...vettingIds]))
    .orderBy(asc(flagOverrules.overruledAt), asc(flagOverrules.flag));
}

/** @returns false when somebody set this flag aside before: their reason stays */
export async function insertFlagOverrule(db: Querier, overrule: FlagOverrule): Promise<boolean> {
  const rows = await db
    .insert(flagOverrules)
    .values(overrule)
    .onConflictDoNothing()
    .returning({ flag: flagOverrules.flag });
  return rows.length > 0;
}

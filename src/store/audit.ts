/** The append-only record of who did what. */
import { and, desc, eq } from "drizzle-orm";
import type { Querier, Transaction } from "./database.ts";
import { audit } from "./schema.ts";

export async function insertAudit(tx: Transaction, row: typeof audit.$inferInsert): Promise<void> {
  await tx.insert(audit).values(row);
}

/** What was last noted under this verb about a subject. */
export async function lastAudit(
  db: Querier,
  verb: string,
  subject: string,
): Promise<typeof audit.$inferSelect | undefined> {
  const rows = await db
    .select()
    .from(audit)
    .where(and(eq(audit.verb, verb), eq(audit.subject, subject)))
    .orderBy(desc(audit.at))
    .limit(1);
  return rows[0];
}

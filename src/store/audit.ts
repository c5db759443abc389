/** The append-only record of who did what. */
import { and, desc, eq, sql } from "drizzle-orm";
import { prepared, type Querier, type Transaction } from "./database.ts";
import { audit } from "./schema.ts";

export async function insertAudit(tx: Transaction, row: typeof audit.$inferInsert): Promise<void> {
  const query = prepared(tx, "insert-audit", (name) =>
    tx
      .insert(audit)
      .values({
        id: sql.placeholder("id"),
        actor: sql.placeholder("actor"),
        verb: sql.placeholder("verb"),
        subject: sql.placeholder("subject"),
        details: sql.placeholder("details"),
        at: sql.placeholder("at"),
      })
      .prepare(name),
  );
  await query.execute(row);
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

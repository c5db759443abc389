/** The append-only record of who did what. */
import type { Transaction } from "./database.ts";
import { audit } from "./schema.ts";

export async function insertAudit(tx: Transaction, row: typeof audit.$inferInsert): Promise<void> {
  await tx.insert(audit).values(row);
}

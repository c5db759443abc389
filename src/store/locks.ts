/** Every advisory lock of the store by name, so that no two kinds of work wait for each other by mistake. */
import { sql } from "drizzle-orm";
import type { Transaction } from "./database.ts";

/** The first of an advisory lock's two numbers; the second is the hash of what is locked. A number is never used again. */
export const LOCKS = {
  lane: 7_231,
  creatorName: 7_232,
  campaignName: 7_233,
  schedule: 7_234,
  briefs: 7_235,
  lists: 7_236,
  contactName: 7_237,
  ranking: 7_240,
} as const;

/** Locks with one number of 64 bits: a space of their own in PostgreSQL. */
export const WHOLE_LOCKS = {
  /** one process migrates a database; the number spells "SEEM" */
  migration: 0x5345454d,
  /**
   * Every bot on an embedded server holds it in shared mode in a session of its own. PostgreSQL frees it when the bot
   * dies, so that nothing has to be tidied up after a crash. The number spells "SEED".
   */
  membership: 0x53454544,
} as const;

/** Whoever locks the same thing waits until the transaction ends. */
export async function lockFor(tx: Transaction, kind: keyof typeof LOCKS, key: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCKS[kind]}::int, hashtext(${key}))`);
}

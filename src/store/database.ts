/** The opened database as queries see it, and how several of them become one transaction. */
import { type SQL, sql } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import type { PgColumn } from "drizzle-orm/pg-core";
import type pg from "pg";

export type Db = NodePgDatabase & { $client: pg.Pool };
/** One connection inside a transaction. Queries that do not need each other's answers may be sent together. */
export type Transaction = NodePgDatabase & { $client: pg.PoolClient };
/** For reads that work inside and outside a transaction. */
export type Querier = Db | Transaction;

export interface Database {
  db: Db;
  pool: pg.Pool;
  url: string;
  close(): Promise<void>;
}

/** Names in SQL are written in snake case. */
export const CASING = { casing: "snake_case" } as const;

/** Takes a write that was sent and whose answer is not waited for before the commit. */
export type Write = (sent: Promise<unknown>) => void;

/**
 * Runs `work` in one transaction. What it gives to `write` travels with the commit: PostgreSQL turns the commit into a
 * rollback when one of the writes failed, and its error is thrown.
 */
export async function inTransaction<T>(
  db: Db,
  work: (tx: Transaction, write: Write) => Promise<T>,
): Promise<T> {
  const client = await db.$client.connect();
  const writes: Promise<unknown>[] = [];
  const write: Write = (sent) => {
    // it may fail long before anybody looks, which must not end the process
    sent.catch(() => undefined);
    writes.push(sent);
  };
  let broken = false;
  try {
    // an answer is not waited for: what comes after a begin that failed fails too
    write(client.query("begin"));
    const value = await work(onConnection(client), write);
    await together(...writes, client.query("commit"));
    return value;
  } catch (error) {
    await Promise.allSettled(writes);
    broken = await client.query("rollback").then(
      () => false,
      () => true,
    );
    throw error;
  } finally {
    client.release(broken);
  }
}

/**
 * What does not need each other's answers, sent together. Unlike `Promise.all` it waits until all have ended, so that
 * nothing goes on in a transaction that was rolled back.
 * @throws the error of the first that failed
 */
export async function together<T extends readonly unknown[]>(
  ...all: { readonly [K in keyof T]: Promise<T[K]> }
): Promise<T> {
  const failed = (await Promise.allSettled(all)).find((result) => result.status === "rejected");
  if (failed !== undefined) throw failed.reason;
  return await Promise.all(all);
}

/** The same object for each transaction of a connection, so that it keeps its prepared statements. */
const onConnections = new WeakMap<pg.PoolClient, Transaction>();

function onConnection(client: pg.PoolClient): Transaction {
  const known = onConnections.get(client) ?? drizzle(client, CASING);
  onConnections.set(client, known);
  return known;
}

const statements = new WeakMap<Querier, Map<string, unknown>>();

/**
 * A statement that is built once a connection and known to PostgreSQL by its name from then on.
 * @param build makes it with `sql.placeholder`s and ends in `.prepare(name)`
 */
export function prepared<S>(db: Querier, name: string, build: (name: string) => S): S {
  const known = statements.get(db) ?? new Map<string, unknown>();
  statements.set(db, known);
  if (!known.has(name)) known.set(name, build(name));
  return known.get(name) as S;
}

/** For a prepared statement: a list of any length in one value, so that the statement stays the same. */
export function anyOf(column: PgColumn, placeholder: string, type: "text" | "int" = "text"): SQL {
  return sql`${column} = any(${sql.placeholder(placeholder)}::${sql.raw(type)}[])`;
}

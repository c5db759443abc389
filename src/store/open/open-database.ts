/** Opens the PostgreSQL database: checks that it answers, brings its tables up to date, gives the pool. */

import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { Client, Pool } from "pg";
import { CASING, type Database } from "../database.ts";
import { WHOLE_LOCKS } from "../locks.ts";
import { describeConnection } from "./describe-connection.ts";

// The record of applied migrations stands apart, because the first of them creates the schema "seedbed".
const record = { migrationsSchema: "seedbed_migrations", migrationsTable: "applied" };
const answerLimitMs = 5000;

/**
 * @param options.url PostgreSQL connection address
 * @param options.migrations folder of the generated migrations
 * @param options.poolSize most connections at once, at least 1
 * @param options.log gets a line when an idle connection breaks; the next query opens another
 * @throws Error of one line when the server does not answer within 5 s, refuses, or holds newer tables
 */
export async function openDatabase(options: {
  url: string;
  migrations: string;
  poolSize: number;
  log: (line: string) => void;
}): Promise<Database> {
  const { url, migrations, poolSize, log } = options;
  await bringUpToDate(url, migrations);
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    application_name: "seedbed",
    connectionTimeoutMillis: answerLimitMs,
    keepAlive: true,
    // queries of one transaction that need no answer of each other travel together
    pipeline: true,
  });
  // Without listeners a broken connection would end the process: the pool's own hears of idle ones only.
  pool.on("error", (error) => log(`A database connection broke: ${error.message}`));
  pool.on("connect", (client) => client.on("error", () => undefined));
  return { db: drizzle(pool, CASING), pool, url, close: () => pool.end() };
}

async function bringUpToDate(url: string, migrations: string): Promise<void> {
  const client = await connect(url);
  try {
    await client.query("SELECT pg_advisory_lock($1)", [WHOLE_LOCKS.migration]);
    await refuseNewer(client, migrations);
    await migrate(drizzle(client), { migrationsFolder: migrations, ...record });
  } finally {
    // Ending the session frees the lock.
    await client.end();
  }
}

async function connect(url: string): Promise<Client> {
  try {
    const client = new Client({
      connectionString: url,
      application_name: "seedbed",
      connectionTimeoutMillis: answerLimitMs,
    });
    // A connection lost later rejects the query at work, which is where it is reported.
    client.on("error", () => undefined);
    await client.connect();
    return client;
  } catch (error) {
    throw describeConnection("PostgreSQL", url, "DATABASE_URL", error);
  }
}

/** An older program would not understand the tables of a newer one, and could spoil them. */
async function refuseNewer(client: Client, migrations: string): Promise<void> {
  const table = `${record.migrationsSchema}.${record.migrationsTable}`;
  const known = await client.query<{ known: boolean }>("SELECT to_regclass($1) IS NOT NULL AS known", [
    table,
  ]);
  if (!known.rows[0]?.known) return;
  const { rows } = await client.query<{ last: string | null }>(
    `SELECT max(created_at) AS last FROM ${table}`,
  );
  const newest = Math.max(
    0,
    ...readMigrationFiles({ migrationsFolder: migrations }).map((m) => m.folderMillis),
  );
  if (Number(rows[0]?.last ?? 0) <= newest) return;
  throw new Error(
    "The database was made by a newer version of Seedbed; update Seedbed, or set DATABASE_URL.",
  );
}

/** Puts the queue on PostgreSQL: its own tables in the schema "bullmq", its own connections. */
import { setTimeout as sleep } from "node:timers/promises";
import { createPostgresBackend, isPgPool, type PgPool, runMigrations, withBackend } from "bullmq";
import { Pool } from "pg";
import { describeConnection } from "../store/open/describe-connection.ts";
import type { Backend } from "./backend.ts";

/** A worker holds one connection for as long as it lives; queries and adding need some beside it. */
const headroom = 3;
const searchPath = "-c search_path=bullmq";

/**
 * @param url PostgreSQL connection address
 * @param concurrency jobs at work at once in this process, at least 1
 * @throws Error of one line when the server does not answer within 5 s
 */
export async function openPostgresBackend(
  url: string,
  concurrency: number,
  log: (line: string) => void,
): Promise<Backend> {
  const pool = new Pool({
    connectionString: addSearchPath(url),
    max: Math.min(concurrency, 10) + headroom,
    application_name: "seedbed queue",
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  });
  pool.on("error", (error) => log(`A queue connection broke: ${error.message}`));
  try {
    await migrate(pool);
  } catch (error) {
    await pool.end();
    throw describeConnection("the queue on PostgreSQL", url, "DATABASE_URL", error);
  }
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const connection = slowToFail(pool);
  return {
    makeQueue: (name) => new Queue(name, { connection }),
    makeWorker: (name, processor, options) => new Worker(name, processor, { ...options, connection }),
    close: () => pool.end(),
  };
}

async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect();
  // Returned broken to the pool after a failure, it must not be used again.
  let failed = true;
  try {
    await runMigrations(client);
    failed = false;
  } finally {
    client.release(failed);
  }
}

/** Every connection looks names up in the queue's schema; other options in the address stay. */
function addSearchPath(url: string): string {
  const value = encodeURIComponent(searchPath);
  if (/[?&]options=/.test(url)) return url.replace(/([?&]options=[^&]*)/, `$1%20${value}`);
  return `${url}${url.includes("?") ? "&" : "?"}options=${value}`;
}

/**
 * A worker asks for the next job again as soon as asking failed. While the server is away that would keep
 * the processor busy and starve everything else, so that failures come half a second late.
 */
function slowToFail(pool: Pool): PgPool {
  const patient: unknown = {
    query: (text: string, params?: unknown[]) => pool.query(text, params).catch(throwLater),
    connect: () => pool.connect().catch(throwLater),
    end: () => pool.end(),
    on: () => patient,
    removeAllListeners: () => patient,
  };
  // The two packages describe the same pool in types that do not match.
  if (!isPgPool(patient)) throw new TypeError("the queue does not take this for a pool");
  return patient;
}

async function throwLater(error: unknown): Promise<never> {
  await sleep(500);
  throw error;
}

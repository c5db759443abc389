/** Databases and Redis servers of a test's own, real ones. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { Client } from "pg";
import { inject } from "vitest";
import { templateName } from "./global-setup.ts";
import { findProgram } from "./programs.ts";

export interface TestDatabase {
  url: string;
  /** Ends every connection to it and removes it. */
  drop: () => Promise<void>;
}

/** A database of its own with the program's tables, on the server of this run. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await runAsAdmin(`CREATE DATABASE ${name} TEMPLATE ${templateName} STRATEGY file_copy`);
  const address = new URL(inject("postgresUrl"));
  address.pathname = `/${name}`;
  return { url: address.href, drop: () => runAsAdmin(`DROP DATABASE ${name} WITH (FORCE)`) };
}

async function runAsAdmin(sql: string): Promise<void> {
  const admin = new Client({ connectionString: inject("postgresUrl") });
  await admin.connect();
  try {
    await admin.query(sql);
  } finally {
    await admin.end();
  }
}

interface TestRedis {
  url: string;
  /** Stops and starts it again on the same port with what it had written. */
  restart: () => Promise<void>;
  /** Empties it. */
  clear: () => Promise<void>;
  stop: () => Promise<void>;
}

/** A private Redis on a free port, or nothing, with the reason printed, where the program is missing. */
export async function startTestRedis(): Promise<TestRedis | undefined> {
  const program = findProgram("redis-server");
  if (program === undefined) return undefined;
  const port = await findFreePort();
  const folder = await mkdtemp(join(tmpdir(), "seedbed-redis-"));
  let server = await launchRedis(program, port, folder);
  return {
    url: `redis://127.0.0.1:${port}`,
    restart: async () => {
      await end(server);
      server = await launchRedis(program, port, folder);
    },
    clear: async () => {
      const client = new Redis(port, "127.0.0.1");
      await client.flushall().finally(() => client.disconnect());
    },
    stop: async () => {
      await end(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function launchRedis(program: string, port: number, folder: string): Promise<ChildProcess> {
  const flags = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--appendonly", "yes"];
  const server = spawn(program, flags, { stdio: "ignore" });
  const client = new Redis(port, "127.0.0.1", { maxRetriesPerRequest: null, retryStrategy: () => 50 });
  // Refused connections are what waiting for it looks like.
  client.on("error", () => undefined);
  await client.ping();
  client.disconnect();
  return server;
}

async function end(server: ChildProcess): Promise<void> {
  server.kill("SIGTERM");
  while (server.exitCode === null && server.signalCode === null) await sleep(10);
}

export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** One PostgreSQL for a whole test run, and the template that every test database is copied from. */
import { chmod, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "../../src/store/open/embedded-server.ts";
import { openDatabase } from "../../src/store/open/open-database.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the run's server; its template has the program's tables. */
    postgresUrl: string;
  }
}

export const templateName = "seedbed_template";
const migrations = fileURLToPath(new URL("../../src/store/migrations", import.meta.url));

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), "seedbed-test-"));
  // As root the server runs under another account, which has to be let in.
  await chmod(dataDir, 0o755);
  const server = await startEmbeddedPostgres({ dataDir, log: (line) => console.warn(line) });
  await prepareTemplate(server.url);
  project.provide("postgresUrl", server.url);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

async function prepareTemplate(url: string): Promise<void> {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  try {
    // Nothing here outlives the run, so that nothing needs to reach the disk.
    await admin.query("ALTER SYSTEM SET fsync = off");
    await admin.query("SELECT pg_reload_conf()");
    await admin.query(`CREATE DATABASE ${templateName}`);
  } finally {
    await admin.end();
  }
  // Before the first migration is made the template is an empty database.
  if (!(await stat(join(migrations, "meta", "_journal.json")).catch(() => undefined))) return;
  const address = new URL(url);
  address.pathname = `/${templateName}`;
  const database = await openDatabase({ url: address.href, migrations, poolSize: 1, log: console.warn });
  await database.close();
}

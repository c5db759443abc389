/** The database opens once its tables are current, and says clearly why when it cannot. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { openDatabase } from "../../src/store/open/open-database.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";

let folder: string;
let database: TestDatabase;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "seedbed-migrations-"));
  database = await createTestDatabase();
});

afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** A far future, so that these migrations come after the program's own in the template. */
const future = 9_000_000_000_000;

async function writeMigrations(statements: readonly string[]): Promise<string> {
  const made = await mkdtemp(join(folder, "set-"));
  await mkdir(join(made, "meta"));
  const entries = statements.map((_, idx) => ({
    idx,
    version: "7",
    when: future + idx,
    tag: `m${idx}`,
    breakpoints: true,
  }));
  await Promise.all(statements.map((sql, idx) => writeFile(join(made, `m${idx}.sql`), sql)));
  const journal = { version: "7", dialect: "postgresql", entries };
  await writeFile(join(made, "meta", "_journal.json"), JSON.stringify(journal));
  return made;
}

function open(url: string, migrations: string, log: (line: string) => void = () => undefined) {
  return openDatabase({ url, migrations, poolSize: 2, log });
}

const first = "CREATE SCHEMA trial;\n--> statement-breakpoint\nCREATE TABLE trial.plant (name text);";
const second = "ALTER TABLE trial.plant ADD COLUMN height integer;";

describe("migrations", () => {
  it("are applied once, and new ones are added", async () => {
    const opened = await open(database.url, await writeMigrations([first]));
    await opened.pool.query("INSERT INTO trial.plant VALUES ('fern')");
    await opened.close();
    const again = await open(database.url, await writeMigrations([first, second]));
    const { rows } = await again.pool.query("SELECT * FROM trial.plant");
    await again.close();
    expect(rows).toEqual([{ name: "fern", height: null }]);
  });

  it("are applied once when several processes start together", async () => {
    const migrations = await writeMigrations([first, second]);
    const opened = await Promise.all(Array.from({ length: 6 }, () => open(database.url, migrations)));
    const admin = await open(database.url, migrations);
    const { rows } = await admin.pool.query(
      "SELECT count(*)::int AS n FROM seedbed_migrations.applied WHERE created_at >= $1",
      [future],
    );
    await Promise.all([admin, ...opened].map((one) => one.close()));
    expect(rows).toEqual([{ n: 2 }]);
  });

  it("leave nothing behind when one of them fails", async () => {
    await expect(open(database.url, await writeMigrations([first, "SELECT nonsense;"]))).rejects.toThrow();
    const opened = await open(database.url, await writeMigrations([first]));
    await opened.close();
  });

  it("that are newer than the program are refused", async () => {
    const opened = await open(database.url, await writeMigrations([first, second]));
    await opened.close();
    await expect(open(database.url, await writeMigrations([first]))).rejects.toThrow(
      /newer version of Seedbed; update/,
    );
  });
});

/** The message of an opening that must fail soon: one line without the password. */
async function failure(url: string): Promise<string> {
  const message = await open(url, await writeMigrations([first])).then(
    () => "it opened",
    (error: Error) => error.message,
  );
  expect(message).not.toContain("\n");
  expect(message).not.toContain("s3cret");
  return message;
}

describe("a database that cannot be opened", () => {
  it("is named when nothing listens", async () => {
    const message = await failure("postgresql://me:s3cret@127.0.0.1:1/shop");
    expect(message).toMatch(/127\.0\.0\.1:1\/shop.*ECONNREFUSED.*start it or correct DATABASE_URL/);
  });

  it("is given up when it does not answer", async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void silent.close());
    const address = silent.address();
    const port = typeof address === "object" ? address?.port : undefined;
    expect(await failure(`postgresql://me:s3cret@127.0.0.1:${port}/shop`)).toMatch(/timeout.*DATABASE_URL/);
  });

  it("is named when it does not exist", async () => {
    const address = new URL(database.url);
    address.pathname = "/nowhere";
    expect(await failure(address.href)).toMatch(/"nowhere" does not exist; create that database or correct/);
  });

  it("is refused when the address is no address", async () => {
    expect(await failure("postgresql://me:s3cret@[x/shop")).toMatch(/the given address.*DATABASE_URL/);
  });
});

it("goes on after its connections were cut", async () => {
  const lines: string[] = [];
  const opened = await open(database.url, await writeMigrations([first]), (line) => lines.push(line));
  await opened.pool.query("SELECT 1");
  const admin = new Client({ connectionString: database.url });
  await admin.connect();
  await admin.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
  );
  await admin.end();
  await expect.poll(() => lines.length).toBeGreaterThan(0);
  expect((await opened.pool.query("SELECT 2 AS two")).rows).toEqual([{ two: 2 }]);
  await opened.close();
});

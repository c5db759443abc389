/** The packaged PostgreSQL starts from nothing, survives its bot, is shared, and leaves nothing behind. */
import { spawn } from "node:child_process";
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../../src/store/open/embedded-server.ts";
import { type BuiltProgram, buildProgram, type Child } from "../support/child.ts";

const isRoot = process.geteuid?.() === 0;
let program: BuiltProgram;
let dataDir: string;
let servers: EmbeddedPostgres[];
let children: Child[];
let lines: string[];

beforeAll(async () => {
  program = await buildProgram(new URL("server.child.ts", import.meta.url));
});

afterAll(() => program.remove());

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "seedbed-server-"));
  await chmod(dataDir, 0o755);
  servers = [];
  children = [];
  lines = [];
});

afterEach(async () => {
  for (const server of servers) await server.stop();
  for (const child of children) await child.kill("SIGKILL");
  for (const pid of await findServers()) process.kill(pid, "SIGQUIT");
  await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, log: (line) => lines.push(line) });
  servers.push(server);
  return server;
}

function startChild(account?: { uid: number; gid: number }): Child {
  const child = program.run([dataDir], account);
  children.push(child);
  return child;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Ids of the servers at work on this test's folder. */
async function findServers(folder = dataDir): Promise<number[]> {
  const pids = (await readdir("/proc")).map(Number).filter((pid) => pid > 0);
  const commands = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")),
  );
  return pids.filter((_, i) => commands[i]?.includes(`-D\0${folder}/`));
}

/** The message of a start that must fail: one line that names the way out. */
async function failure(): Promise<string> {
  const message = await start().then(
    () => "it started",
    (error: Error) => error.message,
  );
  expect(message).toMatch(/^Cannot start the packaged PostgreSQL in .*DATABASE_URL.*\.$/);
  return message;
}

it("starts from nothing, stops without a trace and keeps its data", async () => {
  const first = await start();
  expect(first.attached).toBe(false);
  await query(first.url, "CREATE TABLE plant AS SELECT '蕨' AS name");
  await first.stop();
  expect(await findServers()).toEqual([]);
  const second = await start();
  expect(second.attached).toBe(false);
  expect(await query(second.url, "SELECT name FROM plant")).toEqual([{ name: "蕨" }]);
  expect(lines).toEqual([]);
});

it("listens on a private socket only and sorts the same everywhere", async () => {
  const { url } = await start();
  const sql =
    "SELECT current_setting('listen_addresses') AS addresses, datlocale AS locale FROM pg_database WHERE datname = current_database()";
  expect(await query(url, sql)).toEqual([{ addresses: "", locale: "C.UTF-8" }]);
});

it("is joined after its bot was killed", async () => {
  const child = startChild();
  const started = JSON.parse(await child.nextLine());
  await query(started.url, "CREATE TABLE plant AS SELECT 1 AS id");
  await child.kill("SIGKILL");
  expect(await findServers()).toHaveLength(1);
  const joined = await start();
  expect(joined).toMatchObject({ attached: true, url: started.url });
  expect(await query(joined.url, "SELECT id FROM plant")).toEqual([{ id: 1 }]);
  await joined.stop();
  expect(await findServers()).toEqual([]);
});

it("is shared by two bots and stopped by the last", async () => {
  const child = startChild();
  await child.nextLine();
  const second = await start();
  expect(second.attached).toBe(true);
  await child.kill("SIGTERM");
  expect(await query(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await second.stop();
  expect(await findServers()).toEqual([]);
});

it("is started once when several bots start together", async () => {
  const [child, ...mine] = await Promise.all([startChild().nextLine(), start(), start(), start()]);
  const all = [JSON.parse(child), ...mine];
  expect(all.filter((one) => !one.attached)).toHaveLength(1);
  expect(new Set(all.map((one) => one.url)).size).toBe(1);
  expect(await findServers()).toHaveLength(1);
});

it("can be stopped and started by different bots at the same moment", async () => {
  for (let round = 0; round < 5; round += 1) {
    const old = await start();
    const [, fresh] = await Promise.all([old.stop(), start()]);
    expect(await query(fresh.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await fresh.stop();
  }
});

it("makes its data folder whole or not at all", async () => {
  const child = startChild();
  await expect
    .poll(async () => (await readdir(dataDir)).join(), { interval: 5, timeout: 10_000 })
    .toContain("cluster.init-");
  await sleep(150);
  await child.kill("SIGKILL");
  expect(await readdir(dataDir)).not.toContain("cluster");
  const { url } = await start();
  expect(await query(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  expect((await readdir(dataDir)).toSorted()).toEqual(["cluster", "server.log"]);
});

it("recovers after a crash, also when its old process number is another program's by now", async () => {
  const child = startChild();
  const { url } = JSON.parse(await child.nextLine());
  await query(url, "CREATE TABLE plant AS SELECT 7 AS id");
  // the whole machine goes down, bot and server
  await child.kill("SIGKILL");
  for (const pid of await findServers()) process.kill(pid, "SIGKILL");
  await expect.poll(findServers).toEqual([]);
  const stranger = spawn("sleep", ["60"], isRoot ? { uid: 65534, gid: 65534 } : {});
  onTestFinished(() => void stranger.kill());
  const mark = join(dataDir, "cluster", "postmaster.pid");
  const [, ...rest] = (await readFile(mark, "utf8")).split("\n");
  await writeFile(mark, [String(stranger.pid), ...rest].join("\n"));
  const again = await start();
  expect(again.attached).toBe(false);
  expect(await query(again.url, "SELECT id FROM plant")).toEqual([{ id: 7 }]);
});

it("is started again when it ends under its bot", async () => {
  const { url } = await start();
  await query(url, "CREATE TABLE plant AS SELECT 9 AS id");
  for (const pid of await findServers()) process.kill(pid, "SIGKILL");
  await expect.poll(() => lines.join("\n"), { timeout: 20_000 }).toContain("PostgreSQL is there again");
  expect(await query(url, "SELECT id FROM plant")).toEqual([{ id: 9 }]);
  expect(await findServers()).toHaveLength(1);
});

describe("a folder it cannot use", () => {
  it("holds the data of a newer version", async () => {
    await mkdir(join(dataDir, "cluster"), { mode: 0o755 });
    await writeFile(join(dataDir, "cluster", "PG_VERSION"), "99\n");
    if (isRoot) await chown(join(dataDir, "cluster"), 65534, 65534);
    expect(await failure()).toContain("made by PostgreSQL 99, newer than the packaged 18");
  });

  it("holds something else", async () => {
    await mkdir(join(dataDir, "cluster"), { mode: 0o755 });
    await writeFile(join(dataDir, "cluster", "notes.txt"), "mine");
    expect(await failure()).toContain("holds something that is not a database");
    expect(await readFile(join(dataDir, "cluster", "notes.txt"), "utf8")).toBe("mine");
  });

  it("holds damaged settings", async () => {
    await (await start()).stop();
    await writeFile(join(dataDir, "cluster", "postgresql.conf"), "shared_bufers = 1\n");
    expect(await failure()).toContain("postgresql.conf");
  });
});

describe.runIf(isRoot)("when root runs the bot", () => {
  it("runs under an account without rights", async () => {
    await start();
    const [pid] = await findServers();
    expect(await readFile(`/proc/${pid}/status`, "utf8")).toMatch(/^Uid:\s+65534/m);
  });

  it("uses a system folder when that account cannot reach the chosen one", async () => {
    await chmod(dataDir, 0o700);
    const { url, stop } = await start();
    const [row] = await query(url, "SHOW data_directory");
    await stop();
    const moved = join(String(row?.["data_directory"]), "..");
    expect(moved).toMatch(/^\/var\/lib\/seedbed\/data-[0-9a-f]{12}$/);
    expect(lines.join()).toContain(`data is in ${moved}`);
    expect(await findServers(moved)).toEqual([]);
    await rm(moved, { recursive: true });
  });

  it("leaves the data of an ordinary user with that user", async () => {
    const user = { uid: 1, gid: 1 };
    await chown(dataDir, user.uid, user.gid);
    const child = startChild(user);
    expect(JSON.parse(await child.nextLine())).toMatchObject({ attached: false });
    const joined = await start();
    expect(joined.attached).toBe(true);
    await child.kill("SIGTERM");
    await joined.stop();
    await (await start()).stop();
    const again = startChild(user);
    expect(JSON.parse(await again.nextLine())).toMatchObject({ attached: false });
    await again.kill("SIGTERM");
    expect(await findServers()).toEqual([]);
  });

  it("does not let one user use the data of another", async () => {
    await (await start()).stop();
    const child = startChild({ uid: 1, gid: 1 });
    expect(JSON.parse(await child.nextLine()).error).toMatch(/belongs to another user\. Set DATABASE_URL/);
  });
});
if (!isRoot) console.warn("Skipped: what happens when root runs the bot (these tests do not run as root)");

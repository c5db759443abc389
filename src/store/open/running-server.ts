/** Joins a PostgreSQL that runs on a data folder, and stops it when nobody else is joined. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { WHOLE_LOCKS } from "../locks.ts";
import { databaseUser } from "./cluster.ts";
import { runsWith } from "./process-state.ts";

/** What a running server wrote about itself into its data folder. */
interface Postmaster {
  pid: number;
  port: number;
  socketFolder: string;
  isReady: boolean;
}

export interface Membership {
  pid: number;
  /** Connection address of the server; it holds no password. */
  url: string;
  /** Resolves when the server went away, or threw everybody out to recover. */
  lost: Promise<void>;
  /** Gives the membership up; the last one to leave stops the server and waits until it is gone. */
  leave(): Promise<void>;
}

/** Whether a server, ready or not, has the data folder in use. */
export async function isInUse(cluster: string): Promise<boolean> {
  const postmaster = await readPostmaster(cluster);
  return postmaster !== undefined && (await runsWith(postmaster.pid, cluster));
}

/**
 * PostgreSQL refuses to start while the process named in postmaster.pid exists, although after a crash
 * of the container that number may be another program's. It does not mind the id given in this variable.
 */
export async function ignoreStaleMark(cluster: string): Promise<{ PG_GRANDPARENT_PID?: string }> {
  const postmaster = await readPostmaster(cluster);
  if (!postmaster || (await runsWith(postmaster.pid, cluster))) return {};
  return { PG_GRANDPARENT_PID: String(postmaster.pid) };
}

/** Joins the server of this data folder, or nothing while none answers or the last bot is stopping it. */
export async function joinServer(cluster: string): Promise<Membership | undefined> {
  const postmaster = await readPostmaster(cluster);
  if (!postmaster?.isReady || !(await runsWith(postmaster.pid, cluster))) return undefined;
  const session = await openSession(postmaster, cluster);
  if (!session) return undefined;
  const { pid, socketFolder } = postmaster;
  const url = `postgresql:///postgres?host=${encodeURIComponent(socketFolder)}&port=${postmaster.port}&user=${databaseUser}`;
  const lost = new Promise<void>((resolve) => session.once("end", () => resolve()));
  return { pid, url, lost, leave: () => leave(session, postmaster, cluster) };
}

async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => "");
  const [pid, , , port, socketFolder, , , status] = text.split("\n");
  if (!pid || !port || !socketFolder) return pid ? unready(Number(pid)) : undefined;
  return { pid: Number(pid), port: Number(port), socketFolder, isReady: status?.trim() === "ready" };
}

function unready(pid: number): Postmaster {
  return { pid, port: 0, socketFolder: "", isReady: false };
}

async function openSession(postmaster: Postmaster, cluster: string): Promise<Client | undefined> {
  const session = new Client({
    host: postmaster.socketFolder,
    port: postmaster.port,
    user: databaseUser,
    database: "postgres",
    application_name: "seedbed member",
    connectionTimeoutMillis: 5000,
  });
  // The session only holds a lock; that it has ended is told by "end".
  session.on("error", () => undefined);
  try {
    await session.connect();
    const sql =
      "SELECT pg_try_advisory_lock_shared($1) AS joined, current_setting('data_directory') AS folder";
    const { rows } = await session.query<{ joined: boolean; folder: string }>(sql, [WHOLE_LOCKS.membership]);
    if (rows[0]?.joined && rows[0].folder === cluster) return session;
  } catch {
    // Not ready after all, or on its way out: the caller looks again.
  }
  await session.end().catch(() => undefined);
  return undefined;
}

async function leave(session: Client, { pid }: Postmaster, cluster: string): Promise<void> {
  try {
    await session.query("SELECT pg_advisory_unlock_shared($1)", [WHOLE_LOCKS.membership]);
    const sql = "SELECT pg_try_advisory_lock($1) AS alone";
    const { rows } = await session.query<{ alone: boolean }>(sql, [WHOLE_LOCKS.membership]);
    // While this session has the lock to itself nobody can join, so nobody loses their server.
    if (!rows[0]?.alone) return;
    // The socket's folder stays: another bot may be starting a server with it at this very moment.
    await shutDown(pid, cluster);
  } catch {
    // The server is gone already: there is nothing to leave.
  } finally {
    await session.end().catch(() => undefined);
  }
}

/** A fast shutdown: sessions are ended, everything is written, usually within 50 ms. */
async function shutDown(pid: number, cluster: string): Promise<void> {
  process.kill(pid, "SIGINT");
  const deadline = performance.now() + 30_000;
  while (performance.now() < deadline) {
    if (!(await runsWith(pid, cluster))) return;
    await sleep(10);
  }
}

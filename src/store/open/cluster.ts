/** Makes PostgreSQL's data folder, all of it or nothing, and checks one that exists. */
import { execFile } from "node:child_process";
import { chown, mkdtemp, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { exists } from "./process-state.ts";
import type { ServerHome } from "./server-home.ts";
import { programEnvironment, type ServerProgram } from "./server-program.ts";

/** The account inside PostgreSQL that owns everything. */
export const databaseUser = "seedbed";

const run = promisify(execFile);

/**
 * @param onWait called before the data is made, which takes PostgreSQL seconds
 * @throws Error when the folder's data is of another major version, or it cannot be made
 */
export async function prepareCluster(
  home: ServerHome,
  program: ServerProgram,
  onWait?: () => void,
): Promise<void> {
  if (await checkVersion(home, program)) return;
  await removeAbandoned(home);
  const staging = await mkdtemp(`${home.cluster}.init-${process.pid}-`);
  try {
    onWait?.();
    await initialise(staging, home, program);
    await rename(staging, home.cluster);
    await flush(home.folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    // Another bot may have been faster; then its folder is as good as ours.
    if (!(await checkVersion(home, program))) throw explain(error, home);
  }
}

function explain(error: unknown, { cluster }: ServerHome): unknown {
  const isTaken = error instanceof Error && "code" in error && error.code === "ENOTEMPTY";
  return isTaken ? new Error(`${cluster} holds something that is not a database`) : error;
}

/** Whether the folder holds data; throws when this server cannot read it. */
async function checkVersion({ cluster }: ServerHome, { major }: ServerProgram): Promise<boolean> {
  const text = await readFile(join(cluster, "PG_VERSION"), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return false;
  const found = Number(text.trim());
  if (found === major) return true;
  const age = found > major ? "newer" : "older";
  throw new Error(`its data was made by PostgreSQL ${found}, ${age} than the packaged ${major}`);
}

async function initialise(staging: string, { account }: ServerHome, program: ServerProgram): Promise<void> {
  if (account) await chown(staging, account.uid, account.gid);
  const settings = [
    `--pgdata=${staging}`,
    `--username=${databaseUser}`,
    // Only the socket is open, and its folder lets nobody else in.
    "--auth-local=trust",
    "--auth-host=reject",
    // The same sorting on every machine.
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
  ];
  await run(program.initdb, settings, { ...account, cwd: "/", env: programEnvironment });
}

/** Removes what a bot killed during its first start left beside the final name. */
async function removeAbandoned({ folder, cluster }: ServerHome): Promise<void> {
  const pattern = new RegExp(`^${basename(cluster)}\\.init-(\\d+)-`);
  for (const name of await readdir(folder)) {
    const pid = pattern.exec(name)?.[1];
    if (pid === undefined || exists(Number(pid))) continue;
    await rm(join(folder, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Makes a rename inside the folder survive a power cut. */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

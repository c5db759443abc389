/** Decides where the packaged PostgreSQL keeps its files and under which account it runs. */
import { createHash } from "node:crypto";
import { chown, lstat, mkdir, realpath, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Ids of the account that a server started by root runs under. */
export interface Account {
  uid: number;
  gid: number;
}

export interface ServerHome {
  /** The folder that holds everything, symbolic links resolved. */
  folder: string;
  /** PostgreSQL's own data folder inside it. */
  cluster: string;
  /** Set when the bot runs as root, which PostgreSQL refuses to do. */
  account: Account | undefined;
}

/** Where root keeps what an unprivileged account must be able to reach. */
export const systemFolder = "/var/lib/seedbed";
const nobody: Account = { uid: 65534, gid: 65534 };

/**
 * @param dataDir folder the user chose; made when absent
 * @param log told when another folder has to be used
 * @throws Error when the folder belongs to somebody else
 */
export async function findServerHome(dataDir: string, log: (line: string) => void): Promise<ServerHome> {
  await mkdir(dataDir, { recursive: true });
  const folder = await realpath(dataDir);
  const cluster = join(folder, "cluster");
  const owner = (await stat(cluster).catch(() => undefined))?.uid;
  const user = process.geteuid?.() ?? -1;
  if (user !== 0) {
    if (owner !== undefined && owner !== user) throw new Error("it belongs to another user");
    return { folder, cluster, account: undefined };
  }
  return owner === undefined ? newHomeForRoot(folder, log) : existingHomeForRoot(folder, cluster);
}

/** Data made by an ordinary user stays that user's, also when root starts the bot. */
async function existingHomeForRoot(folder: string, cluster: string): Promise<ServerHome> {
  const { uid, gid } = await stat(cluster);
  const account = uid === 0 ? nobody : { uid, gid };
  if (await canPass(folder, account)) return { folder, cluster, account };
  throw new Error(`user ${account.uid}, who owns its data, cannot reach it`);
}

async function newHomeForRoot(chosen: string, log: (line: string) => void): Promise<ServerHome> {
  const moved = join(systemFolder, `data-${shortHash(chosen)}`);
  const hasMoved = await stat(join(moved, "cluster")).catch(() => undefined);
  if (!hasMoved && (await canPass(chosen, nobody))) {
    return { folder: chosen, cluster: join(chosen, "cluster"), account: nobody };
  }
  log(`PostgreSQL cannot run as root, and user ${nobody.uid} cannot reach ${chosen}: data is in ${moved}`);
  await mkdir(moved, { recursive: true, mode: 0o755 });
  return { folder: moved, cluster: join(moved, "cluster"), account: nobody };
}

/** Whether the account may walk through this folder and everything above it. */
export async function canPass(folder: string, account: Account): Promise<boolean> {
  const { uid, gid, mode } = await stat(folder);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  const parent = dirname(folder);
  return parent === folder || canPass(parent, account);
}

/**
 * A private folder for the server's socket. It sits in /tmp because a socket's path
 * may have about 100 bytes, however deep the data is.
 */
export async function makeSocketFolder({ cluster, account }: ServerHome): Promise<string> {
  const folder = `/tmp/seedbed-${shortHash(cluster)}`;
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  const user = process.geteuid?.() ?? -1;
  const found = await lstat(folder);
  const isOurs = found.uid === user || found.uid === account?.uid;
  // Anybody may write to /tmp: a folder somebody else put there could be a trap.
  if (!found.isDirectory() || !isOurs || (found.mode & 0o077) !== 0) {
    throw new Error(`${folder} is not a private folder of this user; remove it`);
  }
  if (account) await chown(folder, account.uid, account.gid);
  return folder;
}

function shortHash(path: string): string {
  return createHash("sha256").update(path).digest("hex").slice(0, 12);
}

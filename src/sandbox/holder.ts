/** Only one sandbox at a time keeps its state in a folder: a file there names the process that does. */
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface Holder {
  pid: number;
  /** when that process started: its id alone may be another program's by now */
  started: string;
  url?: string | undefined;
}

export interface Hold {
  /** Notes where the holder can be found. */
  tell(url: string): void;
  release(): void;
}

/** @throws Error of one line that names the process which holds the folder */
export function holdFolder(folder: string): Hold {
  const path = join(folder, "holder.json");
  const me: Holder = { pid: process.pid, started: startOf(process.pid) ?? "" };
  const write = (flag: "wx" | "w", url?: string) =>
    writeFileSync(path, JSON.stringify({ ...me, url }), { flag });
  try {
    write("wx");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    refuseIfHeld(path, folder);
    write("w");
  }
  return {
    tell: (url) => write("w", url),
    release: () => rmSync(path, { force: true }),
  };
}

function refuseIfHeld(path: string, folder: string): void {
  const holder = readHolder(path);
  if (holder === undefined || startOf(holder.pid) !== holder.started) return;
  const where = holder.url === undefined ? "" : ` at ${holder.url}`;
  throw new Error(
    `${folder} is in use by process ${holder.pid}${where}: use that one, stop it, or set DATA_DIR to another folder.`,
  );
}

/** A file that a kill left half written names nobody. */
function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

/** When a process started, in the system's own words; undefined when there is no such process. */
function startOf(pid: number): string | undefined {
  try {
    // the program's name, in brackets before, may hold spaces
    if (process.platform === "linux")
      return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[19];
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
}

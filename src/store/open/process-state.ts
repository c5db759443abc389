/** Looks up whether a process runs, and whether it is the one that is meant. */
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

/** Whether a process with this id exists, whatever it executes. */
export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Whether a process with this id runs and was started with `argument`.
 * Ids are used again after a crash, so that the id alone proves nothing.
 */
export async function runsWith(pid: number, argument: string): Promise<boolean> {
  if (process.platform === "linux") {
    // Empty for a process that has ended and was not collected yet.
    const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    return line.split("\0").includes(argument);
  }
  const ps = promisify(execFile)("ps", ["-ww", "-o", "args=", "-p", String(pid)]);
  return ps.then(({ stdout }) => stdout.includes(argument)).catch(() => false);
}

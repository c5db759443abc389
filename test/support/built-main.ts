/** The program as it is delivered: built once into a folder of its own and started with an environment of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { until } from "./local-bot.ts";

export interface BuiltMain {
  /** Starts it in an empty working folder, with nothing of this process's environment but the path. */
  start(env: Readonly<Record<string, string>>): RunningMain;
  remove(): Promise<void>;
}

interface RunningMain {
  pid: number | undefined;
  /** Everything it printed so far, on both streams. */
  output(): string;
  /** The address it invites people to; fails when it ends first. */
  url(): Promise<string>;
  /** How it ended: the exit code, or null after a signal that it did not handle. */
  ended: Promise<number | null>;
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

const root = fileURLToPath(new URL("../../", import.meta.url));

export async function buildMain(): Promise<BuiltMain> {
  const cache = join(root, "node_modules", ".cache");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, "test-main-"));
  const emptyFolder = await mkdtemp(join(tmpdir(), "seedbed-cwd-"));
  await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  // The program reads migrations and samples from the sources beside it.
  await symlink(join(root, "src"), join(folder, "src"));
  // The page is built by another tool; no test of the program needs it.
  await mkdir(join(folder, "dist", "page"), { recursive: true });
  await build({
    configFile: join(root, "vite.program.config.ts"),
    root,
    logLevel: "error",
    build: { outDir: join(folder, "dist", "program") },
  });
  return {
    start: (env) => run(join(folder, "dist", "program", "main.cjs"), emptyFolder, env),
    async remove() {
      await rm(folder, { recursive: true, force: true });
      await rm(emptyFolder, { recursive: true, force: true });
    },
  };
}

function run(file: string, cwd: string, env: Readonly<Record<string, string>>): RunningMain {
  const child = spawn(process.execPath, [file], {
    cwd,
    env: { PATH: process.env["PATH"], ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  // "close" comes after the last output, "exit" may come before it
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return {
    pid: child.pid,
    output: () => output,
    url: () => invitation(child, () => output),
    ended,
    async kill(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

async function invitation(child: ChildProcess, output: () => string): Promise<string> {
  return until(
    async () => {
      if (child.exitCode !== null) throw new Error(`The program ended: ${output()}`);
      return /open (http:\/\/\S+) in a browser/u.exec(output())?.[1];
    },
    "the program to be ready",
    40_000,
  );
}

/** Ids of the processes whose command line names this folder. */
export async function processesOf(folder: string): Promise<string[]> {
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/u.test(name));
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "")));
  return ids.filter((_, index) => lines[index]?.includes(folder));
}

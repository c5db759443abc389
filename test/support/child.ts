/** Runs a TypeScript program of the tests in a process of its own, which can then be killed. */
import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "vite";

export interface Child {
  /** It may be spoken to by messages. */
  process: ChildProcess;
  /** The next line it prints; fails when it ends first. */
  nextLine(): Promise<string>;
  /** Ends it with the signal and waits until it is gone. */
  kill(signal: NodeJS.Signals): Promise<void>;
}

export interface BuiltProgram {
  run(args: readonly string[], account?: { uid: number; gid: number }): Child;
  remove(): Promise<void>;
}

const cache = fileURLToPath(new URL("../../node_modules/.cache/", import.meta.url));

/** Node 20 reads no TypeScript: the program is bundled inside the project, where it finds its packages. */
export async function buildProgram(entry: URL): Promise<BuiltProgram> {
  await mkdir(cache, { recursive: true });
  const outDir = await mkdtemp(join(cache, "test-program-"));
  // Another user may be asked to run it.
  await chmod(outDir, 0o755);
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      ssr: fileURLToPath(entry),
      outDir,
      emptyOutDir: false,
      target: "node20",
      rolldownOptions: { output: { entryFileNames: "program.mjs" } },
    },
  });
  return {
    run: (args, account) => runProgram(join(outDir, "program.mjs"), args, account),
    remove: () => rm(outDir, { recursive: true, force: true }),
  };
}

function runProgram(file: string, args: readonly string[], account?: { uid: number; gid: number }): Child {
  const child = spawn(process.execPath, [file, ...args], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    ...account,
  });
  if (child.stdout === null) throw new Error("the program has no output");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    process: child,
    nextLine: async () => {
      const next = await lines.next();
      if (next.done) throw new Error("the program ended without printing a line");
      return next.value;
    },
    kill: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}

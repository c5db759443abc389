/** `npm start` builds when something has changed, and only then; Node keeps the program compiled. */
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const BUILDING = "Building Seedbed";
let folder: string;

/** A project with the real scripts and the real page, around a program of one line. */
beforeAll(async () => {
  const cache = join(root, "node_modules/.cache");
  await mkdir(cache, { recursive: true });
  folder = await mkdtemp(join(cache, "test-start-"));
  await mkdir(join(folder, "src/sandbox"), { recursive: true });
  await cp(join(root, "src/sandbox/page"), join(folder, "src/sandbox/page"), { recursive: true });
  await cp(join(root, "scripts"), join(folder, "scripts"), { recursive: true });
  for (const name of ["package.json", "vite.config.ts", "vite.program.config.ts"]) {
    await cp(join(root, name), join(folder, name));
  }
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** @returns what the start printed, on both streams */
async function start(): Promise<string> {
  const script = join(folder, "scripts/start.mjs");
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [script]).catch(
    (error: { stdout: string; stderr: string }) => error,
  );
  return stdout + stderr;
}

/**
 * A program that loads its second part while it runs.
 * @param seconds how long it goes on after its line
 */
async function program(line: string, seconds = 0): Promise<void> {
  await writeFile(join(folder, "src/part.ts"), `export const place = "here 在这里 🌱";\n`);
  await writeFile(
    join(folder, "src/main.ts"),
    `import { join } from "node:path";
     void import("./part.ts").then(({ place }) => console.log(join("${line}", place)));
     setTimeout(() => undefined, ${seconds * 1_000});\n`,
  );
}

const keptCompiled = async () =>
  (await readdir(join(folder, "dist/program"))).filter((name) => name.endsWith(".cache")).toSorted();

test("a start builds once, again after a change, and keeps what was compiled", {
  timeout: 120_000,
}, async () => {
  await program("first");
  const first = await start();
  expect(first).toContain(BUILDING);
  expect(first).toContain("first/here");
  expect(await start()).toBe("first/here 在这里 🌱\n");
  expect(await keptCompiled()).toEqual([]);

  await program("second", 4);
  expect(await start()).toMatch(/Building[\s\S]*second\/here/u);
  const parts = ["main.cjs", "part.cjs"].map((name) => `${name}.${process.version}.cache`);
  expect(await keptCompiled()).toEqual(parts);
  expect(await start()).toBe("second/here 在这里 🌱\n");
});

test("a program that does not build is not run, and the start says what to do", {
  timeout: 60_000,
}, async () => {
  await writeFile(join(folder, "src/main.ts"), 'import "./nowhere.ts";\n');
  const said = await start();
  expect(said).toContain("./nowhere.ts");
  expect(said).toContain("Seedbed could not be built: run npm ci");
  expect(said).not.toContain("here\n");
});

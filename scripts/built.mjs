/** Whether what was built is as new as what it is built from. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Its time is the beginning of the last whole build. */
export const BUILT = join(root, "dist/built");

const SOURCES = [
  "src",
  "commands",
  "jobs",
  "templates",
  "package-lock.json",
  "vite.config.ts",
  "vite.program.config.ts",
];

export function isBuilt() {
  const built = statSync(BUILT, { throwIfNoEntry: false });
  if (built === undefined) return false;
  return SOURCES.every((source) => newest(join(root, source)) <= built.mtimeMs);
}

/** A folder's own time tells of files that are gone. */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  const within = readdirSync(path).map((name) => newest(join(path, name)));
  return Math.max(stat.mtimeMs, ...within);
}

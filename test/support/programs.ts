/** Programs that npm does not bring: without one its tests say so and are skipped, or fail where everything must run. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const told = new Set<string>();

/**
 * @returns the program's path; undefined, with the reason printed once, where it is not installed
 * @throws Error when it is not installed although SEEDBED_TEST_ALL asks for every test
 */
export function findProgram(name: "chromium" | "redis-server"): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  if (found !== undefined) return found;
  const reason = `the program ${name} is not installed`;
  if (process.env["SEEDBED_TEST_ALL"]) throw new Error(`Every test was asked for, but ${reason}.`);
  if (!told.has(name)) console.warn(`Skipped: ${reason}.`);
  told.add(name);
  return undefined;
}

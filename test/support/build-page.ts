/** Builds the sandbox's page into a folder of its own. */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";

/** @returns the folder; whoever asked for it removes it */
export async function buildPage(): Promise<string> {
  const pageDir = await mkdtemp(join(tmpdir(), "seedbed-page-"));
  await build({
    configFile: "vite.config.ts",
    logLevel: "error",
    build: { outDir: pageDir, emptyOutDir: true },
  });
  return pageDir;
}

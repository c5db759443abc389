/** Builds what `npm start` runs: the program and the sandbox's page. `npm ci` calls it, and a start after a change. */
import { utimesSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { BUILT } from "./built.mjs";

/** Where only what runs is installed, nothing can be built: `npm ci` must not fail for it. */
const { build } = await import("vite").catch((error) => {
  if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
  process.stdout.write("Seedbed is not built: its development packages are not installed.\n");
  process.exit(process.argv.includes("--if-possible") ? 0 : 1);
});
const began = new Date();
const root = fileURLToPath(new URL("../", import.meta.url));
process.chdir(root);
for (const configFile of ["vite.program.config.ts", "vite.config.ts"]) {
  await build({ configFile, logLevel: "warn" });
}
// a file that is changed during the build is newer than it
writeFileSync(BUILT, "");
utimesSync(BUILT, began, began);

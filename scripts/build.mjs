/** Builds what `npm start` runs: the program and the sandbox's page. `npm ci` calls it, and a start after a change. */
import { utimesSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { BUILT } from "./built.mjs";

const began = new Date();
const root = fileURLToPath(new URL("../", import.meta.url));
process.chdir(root);
for (const configFile of ["vite.program.config.ts", "vite.config.ts"]) {
  await build({ configFile, logLevel: "warn" });
}
// a file that is changed during the build is newer than it
writeFileSync(BUILT, "");
utimesSync(BUILT, began, began);

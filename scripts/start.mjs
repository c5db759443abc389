/** `npm start`: builds what is not built yet, then runs the program, which Node keeps compiled from the second start on. */
import { spawnSync } from "node:child_process";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";
import { isBuilt } from "./built.mjs";

const program = fileURLToPath(new URL("../dist/program/main.cjs", import.meta.url));
/** By then all that a start needs has been compiled. */
const COMPILED_AFTER_MS = 3_000;
/**
 * Percent by which the heap may grow before it is looked through. Left to itself it triples before what a long list leaves
 * behind is taken away: 50,000 rows took 410 MB above idle, and take 160 to 190 with this, in the same time; a smaller
 * growth makes reading a tenth slower. A start is spared it.
 */
const HEAP_GROWTH = 40;
/** V8 decides. */
const BY_ITSELF = 0;
const loaded = new Map();

if (!isBuilt()) {
  process.stdout.write("Building Seedbed, which takes some seconds after a change …\n");
  const build = fileURLToPath(new URL("build.mjs", import.meta.url));
  const { status } = spawnSync(process.execPath, [build], { stdio: "inherit" });
  if (status !== 0) {
    process.stderr.write(
      "Seedbed could not be built: run npm ci, with the development packages, and try again.\n",
    );
    process.exit(1);
  }
}
setTimeout(() => growHeapBy(HEAP_GROWTH), COMPILED_AFTER_MS).unref();
load(program);

/** A file of the program as Node would load it, but with what was compiled at an earlier start. */
function load(path) {
  const known = loaded.get(path);
  if (known !== undefined) return known.exports;
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(path, "latin1")}\n})`;
  const kept = `${path}.${process.version}.cache`;
  const cachedData = read(kept);
  const script = new Script(source, { filename: path, ...(cachedData && { cachedData }) });
  if (cachedData === undefined || script.cachedDataRejected === true) {
    setTimeout(() => keep(script, kept), COMPILED_AFTER_MS).unref();
  }
  const module = { exports: {} };
  loaded.set(path, module);
  const require = createRequire(path);
  const requireHere = (id) => (id.startsWith("./") ? load(join(dirname(path), id)) : require(id));
  script.runInThisContext()(module.exports, requireHere, module, path, dirname(path));
  return module.exports;
}

function growHeapBy(percent) {
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}

/** What is compiled holds only for the settings it was kept under: those of a start. */
function keep(script, kept) {
  growHeapBy(BY_ITSELF);
  const compiled = script.createCachedData();
  growHeapBy(HEAP_GROWTH);
  try {
    writeFileSync(`${kept}.${process.pid}`, compiled);
    renameSync(`${kept}.${process.pid}`, kept);
  } catch {
    // a folder that may not be written to: every start compiles anew
  }
}

function read(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

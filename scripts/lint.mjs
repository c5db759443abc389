/** Everything that is checked without running the program. Prints each check's name; ends with 1 when one fails. */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";

const ROOTS = ["src", "commands", "jobs", "templates"];
/** The dependency check reads nothing at all, and says all is well, when its parser is missing: so it must read this many. */
const MODULE_FLOOR = 150;
/** A file that breaks two arrows: the check must say so. */
const PLANTED = "src/domain/planted-violation.ts";

function run(name, command, args) {
  process.stdout.write(`\n== ${name}\n`);
  const result = spawnSync("npx", ["--no-install", command, ...args], { stdio: "inherit" });
  return result.status === 0;
}

function cruise(args) {
  const result = spawnSync(
    "npx",
    ["--no-install", "depcruise", ...ROOTS, "--config", ".dependency-cruiser.cjs", ...args],
    {
      encoding: "utf8",
      maxBuffer: 256 * 1024 * 1024,
    },
  );
  return { ok: result.status === 0, out: result.stdout, err: result.stderr };
}

function arrowsHold() {
  process.stdout.write("\n== arrows between the rooms\n");
  const { ok, out, err } = cruise(["--output-type", "err-long"]);
  process.stdout.write(out + err);
  const read = Number(/\((\d+) modules/u.exec(out)?.[1] ?? 0);
  if (read < MODULE_FLOOR)
    process.stdout.write(`Only ${read} modules were read; at least ${MODULE_FLOOR} are there.\n`);
  return ok && read >= MODULE_FLOOR;
}

function plantedViolationIsFound() {
  process.stdout.write("\n== a planted violation is found\n");
  mkdirSync("src/domain", { recursive: true });
  writeFileSync(
    PLANTED,
    'export { createSlack } from "../slack/app.ts";\nexport { readFileSync } from "node:fs";\n',
  );
  try {
    const { ok, out } = cruise(["--output-type", "err"]);
    const found = ["domain-stands-alone", "domain-has-few-packages"].filter((rule) => out.includes(rule));
    process.stdout.write(`found by ${found.join(", ") || "no rule"}\n`);
    return !ok && found.length === 2;
  } finally {
    rmSync(PLANTED);
  }
}

const checks = [
  ["biome", () => run("biome", "biome", ["check", "."])],
  ["oxlint", () => run("oxlint, type-aware", "oxlint", ["--type-aware", "--deny-warnings"])],
  ["knip", () => run("knip", "knip", [])],
  ["arrows", arrowsHold],
  ["planted violation", plantedViolationIsFound],
  ["tsc", () => run("tsc", "tsc", ["-p", "tsconfig.json"])],
  ["tsc, page", () => run("tsc, page", "tsc", ["-p", "src/sandbox/page/tsconfig.json"])],
  ["tsc, gallery", () => run("tsc, gallery", "tsc", ["-p", "gallery/tsconfig.json"])],
];
const failed = checks.filter(([, check]) => !check()).map(([name]) => name);
process.stdout.write(failed.length === 0 ? "\nAll checks passed.\n" : `\nFailed: ${failed.join(", ")}\n`);
process.exit(failed.length === 0 ? 0 : 1);

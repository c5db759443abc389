/** Golden files: what a person looked at and accepted, compared byte for byte ever after. */
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

const FOLDER = fileURLToPath(new URL("../golden/", import.meta.url));

/** `UPDATE_GOLDEN=1 npx vitest run test/templates` accepts what is drawn now; the change shows in the diff. */
const ACCEPTS = process.env["UPDATE_GOLDEN"] === "1";

/** @param name path under test/golden without its ending, such as `templates/vet-card.complete.en.card` */
export async function expectGolden(name: string, value: unknown): Promise<void> {
  const path = join(FOLDER, `${name}.json`);
  const drawn = `${JSON.stringify(value, null, 2)}\n`;
  const accepted = existsSync(path) ? await readFile(path, "utf8") : undefined;
  if (ACCEPTS) {
    if (accepted === drawn) return;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, drawn);
    return;
  }
  expect(accepted, `${name} is not accepted yet: look at it, then run with UPDATE_GOLDEN=1`).toBeDefined();
  expect(drawn, `${name} has changed: look at it, then accept it with UPDATE_GOLDEN=1`).toBe(accepted);
}

/** No file may be left over from a template or a sample that is gone. */
export async function expectNoOtherGolden(folder: string, names: readonly string[]): Promise<void> {
  const wanted = new Set(names.map((name) => `${name}.json`));
  const there = existsSync(join(FOLDER, folder)) ? await readdir(join(FOLDER, folder)) : [];
  const others = there.filter((file) => !wanted.has(file));
  if (ACCEPTS) await Promise.all(others.map((file) => rm(join(FOLDER, folder, file))));
  else expect(others, `left over in test/golden/${folder}`).toEqual([]);
}

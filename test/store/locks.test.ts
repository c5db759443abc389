/** Kinds of work never share the number of an advisory lock. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LOCKS, WHOLE_LOCKS } from "../../src/store/locks.ts";

const store = new URL("../../src/store/", import.meta.url);
const files = readdirSync(store, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".ts"),
);

test("each lock has a number of its own", () => {
  for (const numbers of [Object.values(LOCKS), Object.values(WHOLE_LOCKS)])
    expect(new Set<number>(numbers).size).toBe(numbers.length);
});

test("all numbers stand in one place", () => {
  expect(files.length).toBeGreaterThan(50);
  const own = files.filter((name) =>
    /advisory_(?:xact_)?lock(?:_shared)?\(\d/u.test(readFileSync(new URL(name, store), "utf8")),
  );
  expect(own).toEqual([]);
});

/** Leaving out who shares no word with anybody changes nothing about who the others of a list are. */
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { type Creator, nameKeyOf } from "../../src/store/creators.ts";
import { indexCreators, type NamedCreator } from "../../src/usecases/creators/known-creators.ts";
import { notAlone, wordsOfList } from "../../src/usecases/creators/list-words.ts";
import { resolveCreators, sharedNames } from "../../src/usecases/creators/resolve-creators.ts";
import type { Ctx } from "../../src/usecases/ctx.ts";

const [ID, OTHER_ID] = ["5f".repeat(12), "6a".repeat(12)];
/** The same people in several spellings, ids given as names, and names that only one has. */
const NAMES = [
  "小鹿",
  "小 鹿",
  "Deer",
  "ｄｅｅｒ",
  "deer_1",
  ID,
  ID.toUpperCase(),
  "阿紫",
  "",
  "Ａ",
  "a",
  "独一",
];

const named = fc
  .record(
    {
      name: fc.constantFrom(...NAMES),
      handle: fc.constantFrom("deer", "Deer", "deer_1", "小鹿", ID, "only_me", "a"),
      platformId: fc.constantFrom(ID, OTHER_ID, "7b".repeat(12)),
    },
    { requiredKeys: ["name"] },
  )
  .map((one): NamedCreator => ({ ...one }));

const createdAt = Temporal.Instant.from("2026-11-23T02:00:00Z");

function storedAs({ name, handle, platformId }: NamedCreator, at: number): Creator {
  const empty = { link: null, contactId: null, inChargeId: null, forgottenAt: null };
  const named = { name, nameKey: nameKeyOf(name), handle: handle ?? null, platformId: platformId ?? null };
  return { id: `stored${at}`, ...named, createdAt, ...empty };
}

/** Whom each of these is, told by numbers: the same number is the same creator. */
function whoAre(all: readonly NamedCreator[], stored: readonly Creator[]): Map<NamedCreator, string> {
  let made = 0;
  const ctx = { clock: { now: () => createdAt }, newId: () => `new${++made}` } as unknown as Ctx;
  const before = { kept: new Map(), sizes: new Map() };
  const known = stored.map((one) => ({ ...one }));
  const { found } = resolveCreators(ctx, indexCreators(known), before, all, { shared: sharedNames(all) });
  const numbers = new Map<string, number>();
  const numberOf = (id: string) => {
    if (!numbers.has(id)) numbers.set(id, numbers.size);
    return id.startsWith("stored") ? id : `new ${numbers.get(id)}`;
  };
  return new Map(
    found.map((one, at) => {
      const who = "id" in one ? numberOf(one.id) : one.ambiguous.map(({ id }) => numberOf(id)).join(" or ");
      return [all[at] as NamedCreator, who];
    }),
  );
}

const lists = fc.tuple(
  fc.array(named, { maxLength: 14 }),
  fc.array(named, { maxLength: 3 }).map((all) => all.map(storedAs)),
);

test("whoever is alone is somebody new whom nobody else of the list is", async () => {
  let alone = 0;
  await fc.assert(
    fc.asyncProperty(lists, async ([all, stored]) => {
      const some = await notAlone(all, await wordsOfList(all), stored);
      const whole = whoAre(all, stored);
      for (const one of all.filter((row) => !some.has(row))) {
        alone += 1;
        const who = whole.get(one) ?? "";
        expect(who).toMatch(/^new \d+$/u);
        expect([...whole.values()].filter((other) => other.split(" or ").includes(who))).toHaveLength(1);
      }
    }),
    { numRuns: 2_000 },
  );
  expect(alone).toBeGreaterThan(100);
});

test("the others are who they are in the whole list", async () => {
  await fc.assert(
    fc.asyncProperty(lists, async ([all, stored]) => {
      const some = [...(await notAlone(all, await wordsOfList(all), stored))];
      const [whole, apart] = [whoAre(all, stored), whoAre(some, stored)];
      const groupsIn = (who: ReadonlyMap<NamedCreator, string>) =>
        some.map((one) => some.map((other) => who.get(one) === who.get(other)));
      const knownIn = (who: ReadonlyMap<NamedCreator, string>) =>
        some.map((one) => who.get(one)?.replace(/new \d+/gu, "new"));
      expect(groupsIn(apart)).toEqual(groupsIn(whole));
      expect(knownIn(apart)).toEqual(knownIn(whole));
    }),
    { numRuns: 2_000 },
  );
});

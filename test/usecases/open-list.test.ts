/** A long list between its ranking and the vetting of its last rows: what it shows, what can be opened, what happens meanwhile. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ImportedCreator } from "../../src/imports/read-creators.ts";
import type { Member } from "../../src/store/people.ts";
import { type RowScore, rankImport } from "../../src/usecases/imports/rank-import.ts";
import { type PackedRows, unpackRows } from "../../src/usecases/imports/scored-rows.ts";
import { call, newest, runImports, shareList } from "../support/shared-lists.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { press, type } from "./calls.ts";

const HEADER = "昵称,小红书号,粉丝数,阅读中位数,互动中位数,图文报价";

let bench: Bench;
let maya: Member;
beforeEach(async () => {
  bench = await createBench();
  maya = await bench.addMember("Maya", "marketer");
});
afterEach(() => bench.close());

/** More interactions, better places. */
const rowOf = (n: number) => `博主${n},h${n},${20_000 + n},9000,${200 + Math.floor(n / 2)},2500`;
const sheet = (...rows: string[]) => [HEADER, ...rows].join("\n");
const LONG = sheet(...Array.from({ length: 900 }, (_, n) => rowOf(n)));

/** Shares a list whose run breaks off behind the rows of the card. */
async function shareAndBreak(content: string): Promise<void> {
  const { newId } = bench.ctx;
  let vetted = 0;
  bench.ctx.newId = (prefix) => {
    vetted += prefix === "vet" ? 1 : 0;
    if (vetted > 300) throw new Error("the power went out");
    return newId(prefix);
  };
  await expect(shareList(bench, maya, "long.csv", content)).rejects.toThrow("the power went out");
  bench.ctx.newId = newId;
}

const card = () => newest(bench, "import-result");
const rows = async (sql: string) => (await bench.store.pool.query(sql)).rows as Record<string, unknown>[];

/** What is kept of the list until all of it is vetted. */
const scored = async () =>
  (await rows("select content from seedbed.list_import_parts where part > 0 order by part")).flatMap(
    ({ content }) => unpackRows(content as PackedRows) as { row: ImportedCreator; result: RowScore }[],
  );

test("the card has the best with all that is known of them, and says how many follow", async () => {
  await shareAndBreak(LONG);
  const open = await card();
  expect(open).toMatchObject({ open: 600, counts: { withVerdict: 0, withoutVerdict: 900 } });
  const shown = new Set(open?.rows.map(({ name }) => name));
  const least = Math.min(...(open?.rows.map(({ rawScore }) => rawScore ?? -1) ?? []));
  const others = (await scored()).filter(({ row }) => !shown.has(row.name));
  expect([shown.size, others.length]).toEqual([300, 600]);
  for (const { result } of others) expect(result.rawScore).toBeLessThanOrEqual(least);
  expect(open?.rows.every(({ standing }) => standing !== null)).toBe(true);
  await runImports(bench, "this file is gone");
  const done = await card();
  expect(done).toMatchObject({ ...open, open: 0 });
  expect(await rows("select count(*)::int n from seedbed.vettings")).toEqual([{ n: 900 }]);
});

test("who is not vetted yet is said to follow, wherever somebody asks for them; the best can be opened", async () => {
  await shareAndBreak(LONG);
  const { id = "", rows: shown } = (await card()) ?? {};
  const asMaya = bench.as(maya);
  const open = (row: string) =>
    press(asMaya, { command: "import open", input: { import: id } }, { vetting: row });
  await open("300");
  expect((await newest(bench, "vet-card"))?.creator.name).toBe(shown?.at(-1)?.name);
  const still = { code: "still-vetting" };
  await expect(open("301")).rejects.toMatchObject({
    ...still,
    details: { text: "301", file: "long.csv" },
  });
  await expect(open("博主12")).rejects.toMatchObject(still);
  for (const name of ["博主12", "h12"])
    await expect(call(asMaya, "creator", { creator: name })).rejects.toMatchObject(still);
  await expect(call(asMaya, "vet", { creator: "博主12" })).rejects.toMatchObject(still);
  await expect(call(asMaya, "creator", { creator: "博主1200" })).rejects.toMatchObject({
    code: "unknown-creator",
  });
  await runImports(bench, LONG);
  await open("301");
  expect((await newest(bench, "vet-card"))?.creator.name).toMatch(/^博主59\d$/u);
});

test("what was known before counts in the scores at once, and the file says the same as the card", async () => {
  // with an active share that the long list does not have
  const known = `${HEADER},活跃粉丝占比\n${rowOf(5)},55%\n${rowOf(6)},55%`;
  await shareList(bench, maya, "known.csv", known);
  await shareAndBreak(LONG);
  const early = await scored();
  await runImports(bench, LONG);
  const { id = "" } = (await card()) ?? {};
  const vetted = new Map((await rankImport(bench.store.db, id)).map((row) => [row.line, row.rawScore]));
  expect(early).toHaveLength(900);
  for (const { row, result } of early) expect(result.rawScore).toBeCloseTo(vetted.get(row.line) ?? -1, 4);
  const [five] = await rows(
    "select facts ? 'activeShare' as has from seedbed.vettings v join seedbed.creators c on c.id = v.creator_id where c.handle = 'h5' order by vetted_at desc, v.id desc limit 1",
  );
  expect(five).toEqual({ has: true });
});

test("a creator who is vetted elsewhere meanwhile has the order that comes of it in the end", async () => {
  await shareAndBreak(LONG);
  await press(bench.as(maya), { command: "vet", input: {} }, { creator: "博主12", active: "80%" });
  await runImports(bench, LONG);
  const { id = "" } = (await card()) ?? {};
  const stored = await rankImport(bench.store.db, id);
  expect((await card())?.rows.map(({ name }) => name)).toEqual(
    stored.slice(0, 300).map(({ line }) => `博主${line - 2}`),
  );
});

test("rows that leave open who is meant, and one that stands twice under two names, count as set aside from the first card on", async () => {
  await shareList(
    bench,
    maya,
    "known.csv",
    sheet("小鹿,deer1,82000,41000,3100,3000", "小鹿,deer2,5000,900,70,300"),
  );
  await shareAndBreak(
    `${LONG}\n小鹿,,82000,41000,3100,3000\ndeer1,,82000,41000,3100,3000\n小鹿,deer1,82000,41000,3100,3000`,
  );
  const open = await card();
  expect(open?.counts).toMatchObject({ withoutVerdict: 901, rowsSetAside: 2 });
  await runImports(bench, LONG);
  expect(await card()).toMatchObject({ open: 0, counts: { withoutVerdict: 901, rowsSetAside: 2 } });
  const { questions } = (await newest(bench, "import-questions")) ?? {};
  expect(questions?.map(({ about }) => about.kind)).toEqual(["which-creator", "same-creator"]);
});

test("a flag set aside meanwhile stays so, and the numbers of the card stay those of the whole list", async () => {
  await type(bench.as(maya), "vet 假号 followers=20000 controversy=yes");
  await shareAndBreak(`${LONG}\n假号,fake,20000,9000,720,2500`);
  const before = await card();
  const place = before?.rows.find(({ name }) => name === "假号");
  expect(place?.flags).toBeGreaterThan(0);
  const [row] = await rows(
    "select v.id from seedbed.vettings v join seedbed.creators c on c.id = v.creator_id where c.handle = 'fake' order by v.vetted_at desc, v.id desc",
  );
  const boss = await bench.addMember("Boss", "manager");
  const vetting = String(row?.["id"]);
  await press(
    bench.as(boss),
    { command: "vet overrule", input: { vetting } },
    { flag: "F8", reason: "checked" },
  );
  const during = await card();
  expect(during).toMatchObject({ open: 601, counts: before?.counts });
  expect(during?.rows.find(({ name }) => name === "假号")?.overruled).toEqual(["F8"]);
  // the first file is still to come, and will have it
  const resend = press(bench.as(boss), { command: "import resend", input: { import: during?.id ?? "" } });
  await expect(resend).rejects.toMatchObject({ code: "old-card" });
  await runImports(bench, LONG);
  const after = await card();
  expect(after).toMatchObject({ open: 0, counts: before?.counts });
  expect(after?.rows.find(({ name }) => name === "假号")?.overruled).toEqual(["F8"]);
});

test("who is forgotten meanwhile is not vetted by a later run", async () => {
  await shareList(bench, maya, "known.csv", sheet(rowOf(3)));
  await shareAndBreak(LONG);
  const boss = await bench.addMember("Boss", "admin");
  const [three] = await rows("select id from seedbed.creators where handle = 'h3'");
  await press(
    bench.as(boss),
    { command: "creator forget", input: { creator: String(three?.["id"]) } },
    { confirm: "yes" },
  );
  await runImports(bench, "this file is gone");
  expect(await rows("select count(*)::int n from seedbed.creators where name = '博主3'")).toEqual([{ n: 0 }]);
  expect(await card()).toMatchObject({ open: 0, counts: { withoutVerdict: 899 } });
});

test("who is forgotten while the rest is vetted does not come back as somebody new", async () => {
  const longer = sheet(...Array.from({ length: 3_400 }, (_, n) => rowOf(n)));
  await shareList(bench, maya, "known.csv", sheet(rowOf(3_050)));
  const boss = await bench.addMember("Boss", "admin");
  const [known] = await rows("select id from seedbed.creators where handle = 'h3050'");
  const forget = () =>
    press(
      bench.as(boss),
      { command: "creator forget", input: { creator: String(known?.["id"]) } },
      { confirm: "yes" },
    );
  const { newId } = bench.ctx;
  let vetted = 0;
  let forgotten: Promise<void> | undefined;
  bench.ctx.newId = (prefix) => {
    vetted += prefix === "vet" ? 1 : 0;
    // the row is the last but 50 that is vetted
    if (vetted > 1) forgotten ??= forget();
    return newId(prefix);
  };
  await shareList(bench, maya, "longer.csv", longer);
  bench.ctx.newId = newId;
  expect(forgotten).toBeDefined();
  await forgotten;
  expect(await rows("select count(*)::int n from seedbed.creators where name = '博主3050'")).toEqual([
    { n: 0 },
  ]);
});

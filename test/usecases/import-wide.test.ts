/** A list so wide that its columns take several forms: what one form says stays, whatever another says after it. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createReading } from "../../src/chat/reading.ts";
import type { Member } from "../../src/store/people.ts";
import { templates } from "../../templates/index.ts";
import { locales } from "../../templates/locales/index.ts";
import { linesOf } from "../support/card-text.ts";
import { call, newest, runImports, shareList } from "../support/shared-lists.ts";
import { type Bench, createBench } from "../support/use-case.ts";

const COLUMNS = 60;
/** What is meant by some of the columns; the others hold numbers that nobody wants read. */
const MEANT: Readonly<Record<number, string>> = { 0: "name", 2: "followers", 57: "reads", 59: "quote-image" };
const titles = Array.from({ length: COLUMNS }, (_, index) => (index === 0 ? "推荐人选" : `字段${index}`));
const rowOf = (name: string, factor: number) =>
  titles.map((_, index) => (index === 0 ? name : String(index * factor)));
const SHEET = [titles, rowOf("小鹿", 1000), rowOf("阿禾", 900)].map((cells) => cells.join(",")).join("\n");

let bench: Bench;
let maya: Member;
beforeEach(async () => {
  bench = await createBench();
  maya = await bench.addMember("Maya", "marketer");
});
afterEach(() => bench.close());

async function ask() {
  await shareList(bench, maya, "wide.csv", SHEET);
  return cardNow();
}

async function cardNow() {
  const card = await newest(bench, "import-mapping");
  if (card === undefined) throw new Error("Nobody was asked.");
  return { ...card, said: card.said ?? [], clash: card.clash ?? null };
}

async function formOf(import_: string, from: number) {
  const command = bench.ctx.commands.byName("import columns");
  const reading = createReading("en", "Europe/Berlin", locales.en);
  const form = await command?.form?.({
    ctx: bench.ctx,
    input: { import: import_, from: String(from) },
    reading,
  });
  if (form === undefined) throw new Error("There is no form.");
  return form;
}

/** Sends a form as it is opened, with some columns changed. */
async function send(import_: string, from: number, changed: Readonly<Record<number, string>> = MEANT) {
  const form = await formOf(import_, from);
  const fields = Object.fromEntries(
    form.fields.map((field, index) => [
      field.name,
      changed[from + index] ?? ("initial" in field ? String(field.initial) : "none"),
    ]),
  );
  await call(bench.as(maya), "import columns", { ...(form.call.input as Record<string, string>), ...fields });
}

async function states(): Promise<string[]> {
  const { rows } = await bench.store.pool.query<{ state: string }>(
    "select state from seedbed.list_imports order by started_at, id",
  );
  return rows.map(({ state }) => state);
}

async function mapping(): Promise<Record<string, string> | undefined> {
  const { rows } = await bench.store.pool.query<{ columns: Record<string, string> }>(
    "select columns from seedbed.column_mappings",
  );
  return rows[0]?.columns;
}

async function refusals(): Promise<unknown[]> {
  const rows = (await bench.outbox()).filter(({ template }) => template === "refusal");
  return rows.map(({ data }) => data);
}

const WANTED = { 推荐人选: "name", 字段2: "followers", 字段57: "reads", 字段59: "quote-image" };

describe.each([
  ["in the order of the file", (pages: number[]) => pages],
  ["from the last to the first", (pages: number[]) => pages.toReversed()],
])("forms sent %s", (_, order) => {
  test("are kept one by one, and the list is vetted once all are there", async () => {
    const { id, pages } = await ask();
    expect(pages.length).toBeGreaterThan(3);
    const sent: number[] = [];
    for (const from of order(pages)) {
      expect(await states()).toEqual(["asking"]);
      expect((await formOf(id, from)).submit).toBe(
        sent.length === pages.length - 1 ? "Vet the list" : "Save",
      );
      await send(id, from);
      sent.push(from);
      if (sent.length < pages.length) {
        const card = await cardNow();
        expect(card.said).toEqual(pages.filter((page) => sent.includes(page)));
      }
    }
    expect(await states()).toEqual(["waiting"]);
    expect(await mapping()).toEqual(WANTED);
    await runImports(bench, SHEET);
    expect(await newest(bench, "import-result")).toMatchObject({
      rows: expect.arrayContaining([
        expect.objectContaining({ name: "小鹿", followers: 2_000 }),
        expect.objectContaining({ name: "阿禾", followers: 1_800 }),
      ]),
    });
  });
});

test("a form sent twice says the second time what counts, and takes nothing from the others", async () => {
  const { id, pages } = await ask();
  const [first = 0, second = 0, ...others] = pages;
  await send(id, first, { ...MEANT, 3: "likes" });
  await send(id, second, { [second]: "saves" });
  await send(id, first, { ...MEANT, 3: "none" });
  await send(id, first, { ...MEANT, 3: "none" });
  expect((await cardNow()).said).toEqual([first, second]);
  expect((await formOf(id, second)).fields[0]).toMatchObject({ initial: "saves" });
  for (const from of others) await send(id, from);
  expect(await mapping()).toEqual({ ...WANTED, [titles[second] ?? ""]: "saves" });
});

describe("one meaning for two columns of different forms", () => {
  test.each([
    ["the earlier column first", false],
    ["the later column first", true],
  ])("%s: refused with both names, all choices stay, and it can be corrected", async (_, isLaterFirst) => {
    const { id, pages } = await ask();
    const [first = 0, second = 0, ...others] = pages;
    const sendFirst = () => send(id, first, { ...MEANT, 4: "likes" });
    const sendSecond = () => send(id, second, { [second]: "likes", [second + 1]: "saves" });
    await (isLaterFirst ? sendSecond() : sendFirst());
    expect(await refusals()).toEqual([]);
    await (isLaterFirst ? sendFirst() : sendSecond());

    const twice = { problem: "column-twice", meaning: "likes", column: "字段4", other: titles[second] };
    expect(await refusals()).toEqual([{ code: "bad-input", details: twice }]);
    for (const [language, words] of [
      ["en", `“字段4” and “${titles[second]}” are both “Likes per note”`],
      ["zh-CN", `“字段4”和“${titles[second]}”都选了“单篇点赞”`],
    ] as const) {
      const reading = createReading(language, "Asia/Shanghai", locales[language]);
      const shown = linesOf(
        templates["import-mapping"].render(templates["import-mapping"].data.parse(await cardNow()), reading),
      );
      expect(shown.join("\n")).toContain(words);
      const refusal = templates.refusal.data.parse({ code: "bad-input", details: twice });
      expect(linesOf(templates.refusal.render(refusal, reading)).join("\n")).toContain(words);
    }
    // even the last form does not start it
    for (const from of others) await send(id, from);
    expect(await states()).toEqual(["asking"]);
    expect(await mapping()).toBeUndefined();
    expect((await formOf(id, first)).fields[4]).toMatchObject({ initial: "likes" });
    expect((await formOf(id, second)).fields.slice(0, 2)).toMatchObject([
      { initial: "likes" },
      { initial: "saves" },
    ]);

    await send(id, second, { [second]: "none" });
    expect(await states()).toEqual(["waiting"]);
    expect(await mapping()).toEqual({ ...WANTED, 字段4: "likes", [titles[second + 1] ?? ""]: "saves" });
  });

  test("a guess that nobody has confirmed gives way to what somebody says", async () => {
    const wide = [...titles];
    wide[58] = "粉丝量级";
    const sheet = [wide, rowOf("小鹿", 1000)].map((cells) => cells.join(",")).join("\n");
    await shareList(bench, maya, "guessed.csv", sheet);
    const { id, pages, columns } = await cardNow();
    expect(columns[58]).toMatchObject({ title: "粉丝量级", guess: "followers" });
    await send(id, pages[0] ?? 0);
    expect((await cardNow()).columns[58]).toMatchObject({ guess: null });
    const last = pages.at(-1) ?? 0;
    expect((await formOf(id, last)).fields[58 - last]).toMatchObject({ initial: "none" });
    expect(await refusals()).toEqual([]);
  });
});

describe("forms left to the guesses", () => {
  test("what was said counts, the rest is as guessed", async () => {
    const { id, pages } = await ask();
    await send(id, pages[0] ?? 0);
    await call(bench.as(maya), "import columns", { import: id, said: "yes", rest: "yes" });
    expect(await states()).toEqual(["waiting"]);
    expect(await mapping()).toEqual({ 推荐人选: "name", 字段2: "followers" });
    // the button was pressed twice, or a form comes after it
    await expect(send(id, pages[1] ?? 0)).rejects.toMatchObject({ code: "old-card" });
  });

  test("nobody is named: refused, what was said stays", async () => {
    const { id, pages } = await ask();
    for (const from of pages) await send(id, from, { 0: "none", 2: "followers" });
    expect(await states()).toEqual(["asking"]);
    expect(await refusals()).toEqual([{ code: "bad-input", details: { problem: "no-name-column" } }]);
    expect(await cardNow()).toMatchObject({ namesNobody: true, said: pages });
    await send(id, pages[0] ?? 0, { 0: "name" });
    expect(await states()).toEqual(["waiting"]);
  });
});

describe("changed after the list was vetted", () => {
  async function vetted() {
    const { id, pages } = await ask();
    for (const from of pages) await send(id, from);
    await runImports(bench, SHEET);
    return { id, pages, last: pages.at(-1) ?? 0 };
  }

  test("one form after the other: the first one's choice counts too", async () => {
    const { id, pages, last } = await vetted();
    await send(id, pages[0] ?? 0, { 3: "likes" });
    await send(id, last, { 58: "saves" });
    expect(await mapping()).toEqual({ ...WANTED, 字段3: "likes", 字段58: "saves" });
    await runImports(bench, SHEET);
    expect(await states()).toEqual(["done", "done", "done"]);
  });

  test("a meaning that another form's column has is refused by both names, and kept to be corrected", async () => {
    const { id, pages, last } = await vetted();
    const first = pages[0] ?? 0;
    await send(id, first, { 3: "reads", 4: "likes" });
    expect(await refusals()).toMatchObject([
      { details: { column: "字段3", other: "字段57", meaning: "reads" } },
    ]);
    expect(await mapping()).toEqual(WANTED);
    expect((await formOf(id, first)).fields[4]).toMatchObject({ initial: "likes" });
    await send(id, last, { 57: "none" });
    expect(await mapping()).toEqual({
      推荐人选: "name",
      字段2: "followers",
      字段3: "reads",
      字段4: "likes",
      字段59: "quote-image",
    });
    // nothing of it is left over for the next time
    expect(
      JSON.stringify((await bench.store.pool.query("select asked from seedbed.list_imports")).rows),
    ).not.toContain('"said"');
  });
});

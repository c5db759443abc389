/** A sheet whose header nobody knows: asked once, remembered for its shape, and changed when a person says so. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { leftOutWords } from "../../src/chat/left-out.ts";
import { createReading } from "../../src/chat/reading.ts";
import { checkCard } from "../../src/lark/check-card.ts";
import { countElements } from "../../src/lark/measure-card.ts";
import { renderCard } from "../../src/lark/render-card.ts";
import type { Member } from "../../src/store/people.ts";
import { locales } from "../../templates/locales/index.ts";
import { call, newest, runImports, shareList } from "../support/shared-lists.ts";
import { type Bench, createBench } from "../support/use-case.ts";

const HEADER = "推荐人选,粉量级别,单篇互动情况,合作价,微信";
const SHEET = [HEADER, "小鹿,82000,3100,3000,wx_1", "阿禾,5.1万,900,800,wx_2"].join("\n");

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
});
afterEach(() => bench.close());

async function ask(sheet = SHEET, maya?: Member) {
  maya ??= await bench.addMember("Maya", "marketer");
  await shareList(bench, maya, "list.csv", sheet);
  const card = await newest(bench, "import-mapping");
  if (card === undefined) throw new Error("Nobody was asked.");
  return { maya, card };
}

async function formOf(import_: string, from = "0") {
  const command = bench.ctx.commands.byName("import columns");
  const reading = createReading("en", "Europe/Berlin", locales.en);
  const form = await command?.form?.({ ctx: bench.ctx, input: { import: import_, from }, reading });
  if (form === undefined) throw new Error("There is no form.");
  return form;
}

test("an unknown header waits for a person: nothing is vetted, and guesses stand in the form", async () => {
  const { card } = await ask();
  expect(card.columns).toEqual([
    { title: "推荐人选", example: "小鹿", guess: "name" },
    { title: "粉量级别", example: "82000", guess: "followers" },
    { title: "单篇互动情况", example: "3100", guess: "interactions" },
    { title: "合作价", example: "3000", guess: "quote-image" },
  ]);
  expect(JSON.stringify(card)).not.toContain("wx_1");
  const { rows } = await bench.store.pool.query("select state from seedbed.list_imports");
  expect(rows).toEqual([{ state: "asking" }]);
  expect((await bench.store.pool.query("select 1 from seedbed.vettings")).rowCount).toBe(0);

  const form = await formOf(card.id);
  expect(form.fields.map(({ name, label, initial }) => [name, label, initial])).toEqual([
    ["c0", "推荐人选", "name"],
    ["c1", "粉量级别", "followers"],
    ["c2", "单篇互动情况", "interactions"],
    ["c3", "合作价", "quote-image"],
  ]);
  expect(form.call.input).toMatchObject({ said: "yes" });
});

test("the answer vets the list, and the next file of that shape is not asked about", async () => {
  const { maya, card } = await ask();
  const answer = {
    import: card.id,
    from: "0",
    said: "yes",
    c0: "name",
    c1: "followers",
    c2: "none",
    c3: "quote-video",
  };
  await call(bench.as(maya), "import columns", answer);
  expect(await newest(bench, "import-progress")).toMatchObject({ total: null });
  await runImports(bench, SHEET);
  const facts = await bench.store.pool.query<{ facts: Record<string, { value: unknown }> }>(
    "select v.facts from seedbed.vettings v join seedbed.creators c on c.id = v.creator_id where c.name = '小鹿'",
  );
  expect(facts.rows[0]?.facts).toMatchObject({
    followers: { value: 82_000, source: "mcn" },
    quoteVideo: { value: { amount: 300_000, currency: "CNY" } },
  });
  expect(facts.rows[0]?.facts["interactions"]).toBeUndefined();

  // the same header in another order, in another file
  const [first = "", ...rest] = HEADER.split(",");
  const other = [[...rest, first].join(","), "1.2万,300,900,wx_3,新人"].join("\n");
  await shareList(bench, maya, "next.csv", other);
  const { rows } = await bench.store.pool.query(
    "select state from seedbed.list_imports order by started_at, id",
  );
  expect(rows).toEqual([{ state: "done" }, { state: "done" }]);
  expect(await newest(bench, "import-result")).toMatchObject({
    fileName: "next.csv",
    rows: [{ name: "新人", followers: 12_000 }],
  });
});

test("what the columns mean can be changed afterwards: the list is vetted anew", async () => {
  const { maya, card } = await ask();
  await call(bench.as(maya), "import columns", { import: card.id, from: "0", said: "yes", c2: "none" });
  await runImports(bench, SHEET);
  expect((await formOf(card.id)).fields.map(({ initial }) => initial)).toEqual([
    "name",
    "followers",
    "none",
    "quote-image",
  ]);
  await call(bench.as(maya), "import columns", { import: card.id, from: "0", said: "yes", c2: "saves" });
  await runImports(bench, SHEET);
  const { rows } = await bench.store.pool.query(
    "select facts #>> '{saves,value}' as saves from seedbed.vettings order by id desc limit 1",
  );
  expect(rows).toEqual([{ saves: "900" }]);
  const audit = await bench.store.pool.query("select verb from seedbed.audit where verb = 'import.map'");
  expect(audit.rowCount).toBe(2);
});

test("nobody named: refused with what is missing, and the import still waits", async () => {
  const { maya, card } = await ask();
  const nobody = { import: card.id, from: "0", said: "yes", c0: "none", c1: "followers" };
  await expect(call(bench.as(maya), "import columns", nobody)).rejects.toMatchObject({
    code: "no-creator-column",
  });
  const { rows } = await bench.store.pool.query("select state from seedbed.list_imports");
  expect(rows).toEqual([{ state: "asking" }]);
});

test("two answers at once: the first counts, the second is told that the card is old", async () => {
  const { maya, card } = await ask();
  const answer = { import: card.id, from: "0", said: "yes" };
  await call(bench.as(maya), "import columns", answer);
  await expect(call(bench.as(maya), "import columns", answer)).rejects.toMatchObject({ code: "old-card" });
});

test("a very wide sheet is asked about in forms that both platforms hold", async () => {
  const titles = Array.from({ length: 60 }, (_, index) => `字段${index}`);
  const { card: asked } = await ask(
    [titles.join(","), titles.map((_, index) => String(index * 1000)).join(",")].join("\n"),
  );
  expect(asked.columns).toHaveLength(60);
  expect(asked.pages.length).toBeGreaterThan(2);
  for (const from of asked.pages) {
    const form = await formOf(asked.id, String(from));
    const card = { title: form.title, tone: "info" as const, summary: form.title };
    const lark = { ...card, body: [{ kind: "form" as const, form, open: form.submit }] };
    const json = renderCard(lark, "key", leftOutWords(createReading("en", "UTC", locales.en)));
    expect(checkCard(json)).toEqual([]);
    expect(countElements(json)).toBeLessThanOrEqual(200);
    // every choice is there to be chosen, not to be typed
    expect(JSON.stringify(json).match(/"select_static"/gu)).toHaveLength(form.fields.length);
    expect(form.fields[0]?.label).toBe(titles[from]);
  }
});

test("free headers that say enough are read by a guess, which is told and may be changed", async () => {
  const maya = await bench.addMember("Maya", "marketer");
  const sheet = [
    "昵称,粉丝数,近30天阅读中位数,所在地区,内容类目,订单编号,手机号",
    "小鹿,82000,21000,上海,护肤,DD20260801001,13800138000",
    "阿禾,51000,9000,杭州,美食,DD20260801002,13900139000",
  ].join("\n");
  await shareList(bench, maya, "mcn.csv", sheet);
  const factsOf = async (name: string) => {
    const { rows } = await bench.store.pool.query<{ facts: Record<string, { value: unknown }> }>(
      "select v.facts from seedbed.vettings v join seedbed.creators c on c.id = v.creator_id where c.name = $1 order by v.vetted_at desc, v.id desc limit 1",
      [name],
    );
    return rows[0]?.facts ?? {};
  };
  expect(await factsOf("小鹿")).toMatchObject({
    reads: { value: 21_000, windowDays: 30 },
    city: { value: "上海" },
    category: { value: "beauty" },
  });
  const report = await newest(bench, "import-report");
  expect(report).toMatchObject({
    guessedColumns: [
      { column: "近30天阅读中位数", meaning: "reads" },
      { column: "所在地区", meaning: "city" },
    ],
    evidenceColumns: ["订单编号"],
    personalColumns: ["手机号"],
    mayMap: true,
  });
  const form = await formOf(report?.id ?? "");
  expect(form.fields.map(({ label, initial }) => [label, initial])).toEqual([
    ["昵称", "name"],
    ["粉丝数", "followers"],
    ["近30天阅读中位数", "reads"],
    ["所在地区", "city"],
    ["内容类目", "category"],
    ["订单编号", "none"],
  ]);
  await call(bench.as(maya), "import columns", {
    import: report?.id ?? "",
    from: "0",
    said: "yes",
    c2: "none",
  });
  await runImports(bench, sheet);
  const facts = await factsOf("小鹿");
  // a wrong guess does not outlive its correction
  expect(facts["reads"]).toBeUndefined();
  expect(facts).toMatchObject({ city: { value: "上海" }, category: { value: "beauty" } });
  // what a person has said is no guess any more
  const reports = (await bench.outbox()).filter(({ template }) => template === "import-report");
  expect(reports).toHaveLength(1);
});

test("what a column said wrongly is taken back; what was known before and what came in between stays", async () => {
  const maya = await bench.addMember("Maya", "marketer");
  const earlier = "昵称,粉丝数,平均点赞,城市\n小鹿,80000,1500,北京";
  await shareList(bench, maya, "earlier.csv", earlier);
  await ask(SHEET, maya);
  const { id } = (await newest(bench, "import-mapping")) ?? { id: "" };
  const wrong = { c0: "name", c1: "followers", c2: "likes", c3: "quote-video" };
  await call(bench.as(maya), "import columns", { import: id, from: "0", said: "yes", ...wrong });
  await runImports(bench, SHEET);
  await call(bench.as(maya), "vet", { creator: "小鹿", saves: "700" });
  const right = { c0: "name", c1: "followers", c2: "interactions", c3: "quote-image" };
  await call(bench.as(maya), "import columns", { import: id, from: "0", said: "yes", ...right });
  await runImports(bench, SHEET);
  const { rows } = await bench.store.pool.query<{ facts: Record<string, { value: unknown }> }>(
    "select v.facts from seedbed.vettings v join seedbed.creators c on c.id = v.creator_id where c.name = '小鹿' order by v.vetted_at desc, v.id desc limit 1",
  );
  const facts = rows[0]?.facts ?? {};
  expect(facts).toMatchObject({
    followers: { value: 82_000 },
    likes: { value: 1_500, statistic: "mean" },
    city: { value: "北京" },
    saves: { value: 700, source: "typed" },
    interactions: { value: 3_100 },
    quoteImage: { value: { amount: 300_000 } },
  });
  expect(facts["quoteVideo"]).toBeUndefined();
});

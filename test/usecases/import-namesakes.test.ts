/** A nickname alone in a row of a list that several known creators have: a person says which one is meant. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { createReading } from "../../src/chat/reading.ts";
import type { Member } from "../../src/store/people.ts";
import { locales } from "../../templates/locales/index.ts";
import { call, newest, runImports, shareList } from "../support/shared-lists.ts";
import { type Bench, createBench } from "../support/use-case.ts";

const A = "5ff0e6410000000001008401";
const B = "5ff0e6410000000001008402";
const profile = (id: string) => `https://www.xiaohongshu.com/user/profile/${id}`;
const list = (...rows: string[]) => ["博主昵称,主页链接,粉丝数,图文报价", ...rows].join("\n");

let bench: Bench;
let maya: Member;
beforeEach(async () => {
  bench = await createBench();
  maya = await bench.addMember("Maya", "manager");
  await shareList(
    bench,
    maya,
    "known.csv",
    list(`小鹿,${profile(A)},82000,3000`, `小鹿,${profile(B)},900,50`),
  );
});
afterEach(() => bench.close());

async function query<T>(text: string): Promise<T[]> {
  return (await bench.store.pool.query(text)).rows as T[];
}

/** The rows of the newest list with the profile each is about. */
const rows = (importId: string) =>
  query<{ line: number; id: string | null; followers: number }>(
    `select r.line, c.platform_id as id, (v.facts #>> '{followers,value}')::int as followers
     from seedbed.list_import_rows r join seedbed.creators c on c.id = r.creator_id
     join seedbed.vettings v on v.id = r.vetting_id where r.import_id = '${importId}' order by r.line`,
  );

async function shareAndBeAsked(...lines: string[]) {
  await shareList(bench, maya, "b.csv", list(...lines));
  const card = await newest(bench, "import-questions");
  if (card === undefined) throw new Error("Nothing was asked.");
  const about = card.questions[0]?.about;
  if (about?.kind !== "which-creator") throw new Error("Something else was asked.");
  const [first, second] = about.candidates.map(({ id }) => id);
  return { id: card.id, card, about, first: first ?? "", second: second ?? "" };
}

const answer = (id: string, a0: string, questions = "2:which-creator", member = maya) =>
  call(bench.as(member), "import answer", { import: id, questions, a0 });

test("the row waits, and the question tells those who are called so apart", async () => {
  const { id, card, about } = await shareAndBeAsked("小鹿,,81000,3000", "阿禾,,500,80");
  expect(card).toMatchObject({ open: 1, questions: [{ key: "2:which-creator", line: 2, creator: "小鹿" }] });
  expect(about).toMatchObject({
    followers: 81_000,
    candidates: [
      { mark: A, followers: 82_000 },
      { mark: B, followers: 900 },
    ],
    more: 0,
  });
  expect(await rows(id)).toEqual([{ line: 3, id: null, followers: 500 }]);
  expect(await newest(bench, "import-result")).toMatchObject({
    counts: { withoutVerdict: 1, rowsSetAside: 1 },
  });
  expect((await newest(bench, "import-report"))?.reasons).toMatchObject([{ what: "row", reason: "asked" }]);
});

test("one of them: the row is vetted and ranked; a second answer and an unknown one change nothing", async () => {
  const { id, first, second } = await shareAndBeAsked("小鹿,,81000,3000", "阿禾,,500,80");
  await expect(answer(id, "cre_nobody")).rejects.toMatchObject({ code: "old-card" });
  await expect(answer(id, "yes")).rejects.toMatchObject({ code: "old-card" });
  await answer(id, first);
  const after = [
    { line: 2, id: A, followers: 81_000 },
    { line: 3, id: null, followers: 500 },
  ];
  expect(await rows(id)).toEqual(after);
  const ranked = await newest(bench, "import-result");
  expect(ranked).toMatchObject({ counts: { withoutVerdict: 2, rowsSetAside: 0 } });
  expect(ranked?.rows.map(({ name, followers }) => [name, followers])).toContainEqual(["小鹿", 81_000]);
  expect(ranked?.changedAt).not.toBeNull();
  expect(await newest(bench, "import-questions")).toMatchObject({
    open: 0,
    questions: [{ about: { chosen: first, duplicateOf: null }, answer: { yes: true, by: { name: "Maya" } } }],
  });
  await expect(answer(id, second)).rejects.toMatchObject({ code: "old-card" });
  await expect(answer(id, "no")).rejects.toMatchObject({ code: "old-card" });
  expect(await rows(id)).toEqual(after);
  expect(await query("select 1 from seedbed.creators")).toHaveLength(3);
});

test("two who answer at once: one of them is told that it was answered", async () => {
  const { id, first } = await shareAndBeAsked("小鹿,,81000,3000");
  const outcomes = await Promise.allSettled([answer(id, first), answer(id, "no")]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await rows(id)).toHaveLength(1);
});

test("none of them is a new creator, and nobody is asked whether it is one of them after all", async () => {
  const { id } = await shareAndBeAsked("小鹿,,81000,3000");
  await answer(id, "no");
  expect(await rows(id)).toEqual([{ line: 2, id: null, followers: 81_000 }]);
  expect(await query("select 1 from seedbed.creators where name = '小鹿'")).toHaveLength(3);
  expect(await query("select 1 from seedbed.import_questions where answer is null")).toEqual([]);
  expect((await newest(bench, "import-result"))?.changedAt).not.toBeNull();
});

test("somebody whom another row of the list is about stays with that row", async () => {
  const { id, second } = await shareAndBeAsked("小鹿,,81000,3000", `小鹿,${profile(B)},950,60`);
  await answer(id, second);
  expect(await rows(id)).toEqual([{ line: 3, id: B, followers: 950 }]);
  expect(await newest(bench, "import-questions")).toMatchObject({
    questions: [{ about: { duplicateOf: 3 }, answer: { yes: true } }],
  });
  expect(await newest(bench, "import-result")).toMatchObject({ counts: { rowsSetAside: 1 } });
});

test("a price far off the size is asked about once it is known whose it is", async () => {
  const { id, first } = await shareAndBeAsked("小鹿,,81000,30000000");
  await answer(id, first);
  expect(await newest(bench, "import-questions")).toMatchObject({
    open: 1,
    questions: [{ key: "2:price", creator: "小鹿" }, { key: "2:which-creator" }],
  });
});

test("late: one of them was forgotten, or the list was cancelled", async () => {
  const { id, first, second } = await shareAndBeAsked("小鹿,,81000,3000");
  const setState = (state: string) =>
    query(`update seedbed.list_imports set state = '${state}' where id = '${id}'`);
  await setState("cancelled");
  await expect(answer(id, first)).rejects.toMatchObject({ code: "old-card" });
  await setState("done");
  await bench.store.pool.query("update seedbed.creators set forgotten_at = now() where id = $1", [second]);
  await expect(answer(id, "no")).rejects.toMatchObject({ code: "old-card" });
  const reading = createReading("en", "Asia/Shanghai", locales.en);
  await expect(
    bench.ctx.commands.byName("import answer")?.form?.({ ctx: bench.ctx, input: { import: id }, reading }),
  ).rejects.toMatchObject({ code: "old-card" });
  expect(await rows(id)).toEqual([]);
});

test("late: the two have become one, and either button means the one they are", async () => {
  const { id, first, second } = await shareAndBeAsked("小鹿,,81000,3000");
  await bench.store.pool.query(
    `insert into seedbed.creator_merges (kept_id, merged_id, merged_by, merged_at, moved)
     values ($1, $2, $3, now(), '{"rows":{},"importRows":[],"dropped":[],"filled":[],"followers":[]}')`,
    [first, second, maya.id],
  );
  await answer(id, second);
  expect(await rows(id)).toEqual([{ line: 2, id: A, followers: 81_000 }]);
});

test("a quote stays that of the side that brought the list, whoever answers", async () => {
  const partner = await bench.addMember("晓雯", "partner");
  await bench.store.pool.query("update seedbed.members set agency = '星河互动' where id = $1", [partner.id]);
  const wen = { ...partner, agency: "星河互动" };
  await shareList(bench, wen, "b.csv", list("小鹿,,81000,3000"));
  const { id, questions } = (await newest(bench, "import-questions")) ?? { id: "", questions: [] };
  const about = questions[0]?.about;
  await answer(id, about?.kind === "which-creator" ? (about.candidates[0]?.id ?? "") : "");
  expect(
    await query(
      "select facts #>> '{quoteImage,agency}' as agency from seedbed.vettings order by id desc limit 1",
    ),
  ).toEqual([{ agency: "星河互动" }]);
});

test("a run after a crash asks once, and the form offers everybody", async () => {
  const { id, about } = await shareAndBeAsked("小鹿,,81000,3000");
  await bench.store.pool.query("update seedbed.dues set done_at = null");
  await runImports(bench, list("小鹿,,81000,3000"));
  expect(await query("select 1 from seedbed.import_questions")).toHaveLength(1);
  const reading = createReading("zh-CN", "Asia/Shanghai", locales["zh-CN"]);
  const form = await bench.ctx.commands
    .byName("import answer")
    ?.form?.({ ctx: bench.ctx, input: { import: id }, reading });
  const [field] = form?.fields ?? [];
  expect(field?.kind === "choice" && field.choices.map(({ value }) => value)).toEqual([
    ...about.candidates.map((one) => one.id),
    "no",
    "later",
  ]);
});

/** Accounts of one nickname: two profile ids are two accounts, and whose a name without one is, a person says. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { TemplateInput, TemplateName } from "../../src/chat/template-data.ts";
import type { Member } from "../../src/store/people.ts";
import { readCreatorWords } from "../../src/usecases/creators/read-creator-words.ts";
import { askWhichCreator } from "../../src/usecases/vetting/ask-which-creator.ts";
import { vetCreator } from "../../src/usecases/vetting/vet-creator.ts";
import { call, shareList } from "../support/shared-lists.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { press, type } from "./calls.ts";

const A = "5ff0e6410000000001008401";
const B = "5ff0e6410000000001008402";
const profile = (id: string) => `https://www.xiaohongshu.com/user/profile/${id}`;
const list = (...rows: string[]) => ["博主昵称,主页链接,粉丝数", ...rows].join("\n");

let bench: Bench;
let maya: Member;
beforeEach(async () => {
  bench = await createBench();
  maya = await bench.addMember("Maya", "manager");
});
afterEach(() => bench.close());

async function creators() {
  const { rows } = await bench.store.pool.query<{
    id: string;
    platform_id: string | null;
    followers: number;
  }>(
    `select c.id, c.platform_id, (select (facts #>> '{followers,value}')::int from seedbed.vettings v
      where v.creator_id = c.id order by v.vetted_at desc, v.id desc limit 1) followers
    from seedbed.creators c where not exists (select from seedbed.creator_merges m where m.merged_id = c.id)
    order by c.created_at, c.id`,
  );
  return rows;
}

async function newest<Name extends TemplateName>(template: Name) {
  const row = (await bench.outbox()).findLast((one) => one.template === template);
  return row?.data as TemplateInput<Name> | undefined;
}

/** A typed line that is answered with a choice. */
async function typeAndBeAsked(line: string) {
  const ctx = bench.as(maya);
  const named = ctx.commands.fromLine(line);
  if (named === undefined) throw new Error(line);
  const error = await type(ctx, line).then(
    () => undefined,
    (problem: unknown) => problem,
  );
  expect(error).toMatchObject({ code: "ambiguous-creator" });
  expect(await askWhichCreator(ctx, named, error)).toBe(true);
  const choice = await newest("creator-choice");
  if (choice === undefined) throw new Error("Nothing was asked.");
  return choice;
}

test("two ids from two files are two accounts, and the name alone gives a choice", async () => {
  await shareList(bench, maya, "a.csv", list(`小鹿,${profile(A)},82000`));
  await shareList(bench, maya, "b.csv", list(`小鹿,${profile(B)},82000`));
  expect((await creators()).map(({ platform_id: id }) => id)).toEqual([A, B]);
  const { options, other } = await typeAndBeAsked("vet 小鹿 followers=90k");
  expect(options.map(({ platformId }) => platformId)).toEqual([A, B]);
  expect(other).toBeNull();
  await press(bench.as(maya), { command: "vet", input: options[1]?.input ?? {} });
  expect((await creators()).map(({ followers }) => followers)).toEqual([82_000, 90_000]);
});

test("two accounts of a list with a name that was typed without a link: neither is taken for it, both are asked about", async () => {
  await type(bench.as(maya), "vet 小鹿 followers=82k");
  const rows = [`小鹿,${profile(A)},82000`, `大橘,,3000`, `小鹿,${profile(B)},81000`];
  await shareList(bench, maya, "a.csv", list(...rows));
  expect((await creators()).map(({ platform_id: id }) => id)).toEqual([null, A, null, B]);
  const asked = await newest("import-questions");
  expect(asked?.questions.map(({ key }) => key)).toEqual(["2:same-creator", "4:same-creator"]);

  const answer = (key: string) =>
    call(bench.as(maya), "import answer", { import: asked?.id ?? "", questions: key, a0: "yes" });
  await answer("2:same-creator");
  expect((await creators()).map(({ platform_id: id }) => id)).toEqual([A, null, B]);
  // now both have an id: they are two
  await expect(answer("4:same-creator")).rejects.toMatchObject({ code: "two-accounts" });
  expect(await creators()).toHaveLength(3);
});

test("a file with an account of another size than the typed one asks; one of the same size is taken for it", async () => {
  await type(bench.as(maya), "vet 小鹿 followers=82k");
  await type(bench.as(maya), "vet 阿禾 followers=30k");
  await shareList(bench, maya, "a.csv", list(`小鹿,${profile(A)},300`, `阿禾,${profile(B)},31000`));
  expect((await creators()).map((one) => [one.platform_id, one.followers])).toEqual([
    [null, 82_000],
    [B, 31_000],
    [A, 300],
  ]);
  expect((await newest("import-questions"))?.questions).toHaveLength(1);
});

test("a typed link under a known name asks whose it is where the sizes differ; both answers go on", async () => {
  await type(bench.as(maya), "vet 小鹿 followers=82k");
  const { options, other } = await typeAndBeAsked(`vet 小鹿 ${profile(A)} followers=500`);
  expect(options).toHaveLength(1);
  await press(bench.as(maya), { command: "vet", input: other ?? {} });
  await press(bench.as(maya), { command: "vet", input: other ?? {} });
  expect((await creators()).map((one) => [one.platform_id, one.followers])).toEqual([
    [null, 82_000],
    [A, 500],
  ]);
  // the third account of this name: nobody guesses that it is the one without a link
  const third = await typeAndBeAsked(`vet 小鹿 ${profile(B)} followers=82k`);
  await press(bench.as(maya), { command: "vet", input: third.options[0]?.input ?? {} });
  expect((await creators()).map(({ platform_id: id }) => id)).toEqual([B, A]);
});

test("the mark of a button means nothing without a profile", async () => {
  expect(readCreatorWords("other:小鹿")).toEqual({ name: "小鹿" });
  await vetCreator({
    ctx: bench.as(maya),
    input: { creator: readCreatorWords("other:小鹿"), facts: { followers: { value: 1, source: "typed" } } },
  });
  await type(bench.as(maya), "vet 小鹿 followers=2");
  expect(await creators()).toHaveLength(1);
});

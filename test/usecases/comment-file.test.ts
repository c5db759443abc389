/** A file of comments from the share to the scorecard, on a real database: judged, accounted for line by line, forgotten. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { importList } from "../../jobs/import-list.ts";
import { readComments } from "../../jobs/read-comments.ts";
import type { CallRef } from "../../src/chat/card.ts";
import { ChatError } from "../../src/chat/ports.ts";
import type { TemplateInput, TemplateName } from "../../src/chat/template-data.ts";
import type { Member } from "../../src/store/people.ts";
import { startImport } from "../../src/usecases/imports/start-import.ts";
import { drawn } from "../support/drawn.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { formOf, press, type } from "./calls.ts";

const FILE = { platform: "slack" as const, id: "F1", name: "小鹿评论.csv" };

let bench: Bench;
let maya: Member;
beforeEach(async () => {
  bench = await createBench();
  maya = await bench.addMember("Maya", "marketer");
});
afterEach(() => bench.close());

async function runJobs(read: () => Promise<Uint8Array>) {
  const { slack } = bench.ctx.chats;
  if (slack === undefined) throw new Error("The bench has no Slack.");
  const ctx = { ...bench.ctx, chats: { ...bench.ctx.chats, slack: { ...slack, readFile: read } } };
  const { rows } = await bench.store.pool.query<{ key: string; job: string; payload: object }>(
    "select key, job, payload from seedbed.dues where done_at is null and cancelled_at is null order by key",
  );
  for (const { key, job, payload } of rows) {
    if (job === "import-list") await importList.prepare({ ...payload, due: key }).run(ctx);
    if (job === "read-comments") await readComments.prepare({ ...payload, due: key }).run(ctx);
  }
}

async function newest<Name extends TemplateName>(template: Name): Promise<TemplateInput<Name>> {
  const row = (await bench.outbox()).findLast((one) => one.template === template);
  if (row === undefined) throw new Error(`No ${template} was sent.`);
  return row.data as TemplateInput<Name>;
}

const text = (content: string) => () => Promise.resolve(Buffer.from(content));
const check: CallRef = { command: "vet comments", input: { file: JSON.stringify(FILE) } };

const CSV = [
  "博主昵称,用户昵称,评论内容",
  ...Array.from({ length: 18 }, (_, index) => `小鹿护肤,用户${index},好看`),
  "小鹿护肤,Lena_92,油皮可以用吗？",
  "小鹿护肤,Lena_93,这个博主之前买粉被扒过。",
  "小鹿护肤,Lena_94,",
  "小鹿护肤,小鹿护肤,谢谢宝宝们",
  "大橘,Lena_95,多少钱？",
  "小鹿护肤,Lena_96,展开 3 条回复",
].join("\n");

test("counts as pasted comments do, and every line that does not count is named with why", async () => {
  const form = await formOf(bench.as(maya), check);
  expect(form.fields.map(({ name }) => name)).toEqual(["creator"]);
  expect(form.call.input).toEqual(check.input);
  await press(bench.as(maya), check, { creator: "小鹿护肤" });
  expect(drawn(await bench.outbox(), "en")).toContain("小鹿护肤: reading the comments in 小鹿评论.csv");
  await runJobs(text(CSV));

  const data = await newest("comment-check");
  expect(data).toMatchObject({ read: 20, shares: { generic: 18 / 20, questions: 1 / 20 } });
  expect(data.unused).toEqual([
    { reason: "no-text", count: 1, lines: [22] },
    { reason: "own-reply", count: 1, lines: [23] },
    { reason: "other-creator", count: 1, lines: [24] },
    { reason: "no-comment", count: 1, lines: [25] },
  ]);
  expect(data.hits).toMatchObject([{ kind: "fraud", word: "买粉" }]);
  expect(drawn(await bench.outbox(), "en")).toContain("1 · the creator's own reply (line 23)");
  // the card of before became the result
  expect((await bench.outbox()).filter(({ kind }) => kind === "post")).toHaveLength(1);

  await press(bench.as(maya), { command: "vet show", input: { vetting: data.vettingId } });
  const { report } = await newest("vet-card");
  expect(report.flags).toMatchObject([{ id: "F3", evidence: { commentsRead: 20 } }]);
  const { rows } = await bench.store.pool.query(
    "select (select json_agg(o) from seedbed.outbox o) o, (select json_agg(a) from seedbed.audit a) a, (select json_agg(d) from seedbed.dues d) d",
  );
  expect(JSON.stringify(rows)).not.toMatch(/Lena_9|用户1|油皮/u);
});

test("dropped as if it were a list, it asks whose comments they are, and goes on from there", async () => {
  await type(bench.as(maya), "vet 小鹿护肤 followers=82k");
  await startImport({ ctx: bench.as(maya), input: { file: { ...FILE, name: "评论.txt" } } });
  await runJobs(
    text(Array.from({ length: 25 }, (_, index) => `这款第${index}次回购，油皮适合吗`).join("\n")),
  );
  expect(drawn(await bench.outbox(), "zh-CN")).toContain("评论.txt 看起来是评论，不是博主名单");
  const { file } = await newest("comment-file");
  await press(
    bench.as(maya),
    { command: "vet comments", input: { file: file ?? "" } },
    { creator: "小鹿护肤" },
  );
  await runJobs(text("好看\n哪里买"));
  expect(await newest("comment-check")).toMatchObject({ fileName: "评论.txt", read: 2, unused: [] });
});

test("a sheet of comments is not taken for a list of people who comment", async () => {
  await startImport({ ctx: bench.as(maya), input: { file: FILE } });
  await runJobs(text("昵称,评论内容\n小王,哪里买的\n小李,多少钱"));
  expect(await newest("comment-file")).toMatchObject({ state: "asking" });
  const { rows } = await bench.store.pool.query("select name from seedbed.creators");
  expect(rows).toEqual([]);
});

test.each([
  ["a deleted file", () => Promise.reject(new ChatError("file-not-found", "gone")), "was deleted before"],
  ["no comments in it", text("昵称,粉丝数\n阿禾,3万"), "no column with comments (昵称, 粉丝数)"],
  ["a picture", () => Promise.resolve(Buffer.from([0x89, 0x50, 0x4e, 0x47])), "off a picture"],
])("%s: says so and keeps no vetting", async (_, read, words) => {
  await press(bench.as(maya), check, { creator: "小鹿护肤" });
  await runJobs(read);
  expect(drawn(await bench.outbox(), "en")).toContain(words);
  const { rows } = await bench.store.pool.query("select id from seedbed.vettings");
  expect(rows).toEqual([]);
});

test("of two with one name the one who was chosen gets them", async () => {
  const profile = (end: string) => `https://www.xiaohongshu.com/user/profile/5ff0e64100000000010084${end}`;
  await type(bench.as(maya), `vet 小鹿护肤 ${profile("01")} followers=82k`);
  await type(bench.as(maya), `vet 小鹿护肤 ${profile("02")} followers=3k`);
  await expect(press(bench.as(maya), check, { creator: "小鹿护肤" })).rejects.toMatchObject({
    code: "ambiguous-creator",
  });
  const { rows } = await bench.store.pool.query<{ id: string }>(
    "select id from seedbed.creators order by created_at, id",
  );
  await press(bench.as(maya), check, { creator: rows[1]?.id ?? "" });
  await runJobs(text("评论内容\n哪里买的"));
  expect((await newest("comment-check")).creator.id).toBe(rows[1]?.id);
  await press(
    bench.as(maya),
    { command: "vet comments", input: {} },
    { creator: rows[0]?.id ?? "", comments: "好看" },
  );
  expect((await newest("comment-check")).creator).toEqual({ id: rows[0]?.id, name: "小鹿护肤" });
});

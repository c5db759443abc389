/** A shared list from the drop to the ranking, on a real database: continued after a crash, once an event, honest about gaps. */
import { readFile } from "node:fs/promises";
import readXlsx from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { importList } from "../../jobs/import-list.ts";
import type { Inbound } from "../../src/chat/inbound.ts";
import type { FileRef } from "../../src/chat/ports.ts";
import { ChatError } from "../../src/chat/ports.ts";
import { insertCampaign } from "../../src/store/campaigns.ts";
import { storeInbound } from "../../src/store/inbox.ts";
import type { Ctx } from "../../src/usecases/ctx.ts";
import { cancelImport } from "../../src/usecases/imports/cancel-import.ts";
import { rankImport } from "../../src/usecases/imports/rank-import.ts";
import { startImport } from "../../src/usecases/imports/start-import.ts";
import { AlreadyDone } from "../../src/usecases/unit.ts";
import { type Bench, createBench } from "../support/use-case.ts";

const SAMPLE = new URL("../../src/sandbox/samples/pugongying-creators.csv", import.meta.url);
const HEADER = "昵称,小红书号,粉丝数,阅读中位数,互动中位数,图文报价,联系方式";

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
});
afterEach(() => bench.close());

/** A context whose Slack has this file. */
function withFile(ctx: Ctx, read: () => Promise<Uint8Array>): Ctx {
  const { slack } = ctx.chats;
  if (slack === undefined) throw new Error("The bench has no Slack.");
  return { ...ctx, chats: { ...ctx.chats, slack: { ...slack, readFile: read } } };
}

/** The file is there and empty: writing it takes as long as the vetting. */
function withoutFile(ctx: Ctx): Ctx {
  return { ...ctx, documents: { ...ctx.documents, workbook: () => Promise.resolve(new Uint8Array()) } };
}

function csv(...rows: string[]): () => Promise<Uint8Array> {
  return () => Promise.resolve(Buffer.from([HEADER, ...rows].join("\n")));
}

const file = (name: string): FileRef => ({ platform: "slack", id: "F1", name });

async function dues() {
  const { rows } = await bench.store.pool.query<{ key: string; payload: { import: string }; done: boolean }>(
    "select key, payload, done_at is not null as done from seedbed.dues order by key",
  );
  return rows;
}

async function count(table: string): Promise<number> {
  const { rows } = await bench.store.pool.query<{ n: number }>(
    `select count(*)::int n from seedbed.${table}`,
  );
  return rows[0]?.n ?? 0;
}

/** Runs the job of everything that is due, as the queue would. */
async function runJobs(ctx: Ctx): Promise<void> {
  for (const { key, payload } of await dues()) {
    await importList.prepare({ ...payload, due: key }).run(ctx);
  }
}

/** What is sent behind a result, where there is something to say. */
const BESIDE = new Set<string | null>(["import-report", "import-questions"]);

async function lastCard() {
  const row = (await bench.outbox()).findLast(
    ({ kind, template }) => kind !== "file" && !BESIDE.has(template),
  );
  if (row === undefined) throw new Error("No card was sent.");
  return row;
}

async function resultFile() {
  const { rows } = await bench.store.pool.query<{ name: string; content: Buffer }>(
    "select name, content from seedbed.files",
  );
  const [first] = rows;
  if (first === undefined || rows.length > 1) throw new Error(`There are ${rows.length} files.`);
  return { name: first.name, sheets: await readXlsx(first.content) };
}

test("a list shared in private is answered in the person's own language, with everything that follows", async () => {
  const maya = await bench.addMember("Maya", "marketer");
  await startImport({
    ctx: bench.as(maya, { chatKind: "direct" }),
    input: { file: file("pugongying-creators.csv") },
  });
  await runJobs(withFile(bench.ctx, csv("小鹿,deer,1千+,100,10,,")));
  const rows = (await bench.outbox()).filter(({ kind }) => kind !== "file");
  expect(rows.map(({ template }) => template)).toContain("import-report");
  expect(rows.map(({ readerId }) => readerId)).toEqual(rows.map(() => maya.id));
});

test("the sample of Pugongying's list ends as a ranked card and a workbook with every row", async () => {
  const maya = await bench.addMember("Maya", "marketer");
  await startImport({ ctx: bench.as(maya), input: { file: file("pugongying-creators.csv") } });
  const [progress] = await bench.outbox();
  expect(progress).toMatchObject({ template: "import-progress", lane: "slack:C1" });
  await runJobs(withFile(bench.ctx, () => readFile(SAMPLE)));

  const card = await lastCard();
  expect(card).toMatchObject({
    id: progress?.id,
    template: "import-result",
    data: {
      vendor: "pugongying",
      counts: { withVerdict: 0, withoutVerdict: 30, rowsSetAside: 0, cellsUnused: 0 },
    },
  });
  const { rows } = card.data as { rows: { place: number; rawScore: number }[] };
  expect(rows).toHaveLength(30);
  expect(rows.map(({ rawScore }) => rawScore)).toEqual(
    rows.map(({ rawScore }) => rawScore).sort((a, b) => b - a),
  );

  const { name, sheets } = await resultFile();
  expect(name).toBe("pugongying-creators-ranked.xlsx");
  expect(sheets.map(({ sheet }) => sheet)).toEqual(["Ranking", "Not used", "How to read this"]);
  const [header = [], ...body] = sheets[0]?.data ?? [];
  expect(body).toHaveLength(30);
  const column = (title: string) => body.map((row) => row[header.indexOf(title)]);
  expect(column("Place")).toEqual(body.map((_, index) => index + 1));
  expect(new Set(column("Line in the file"))).toEqual(new Set(body.map((_, index) => index + 2)));
  expect(column("Score").every((score) => score === null)).toBe(true);
  expect(column("Verdict")[0]).toBe("no verdict");
  const deer = body.find((row) => row.includes("小鹿慢慢护肤")) ?? [];
  const deerHas = (title: string) => deer[header.indexOf(title)];
  expect(deerHas("Followers")).toBe(82_000);
  expect(deerHas("Quote")).toBe(3_300);
  expect(deerHas("Quote with platform fee")).toBe(3_630);
  expect(deerHas("Interactions / reads")).toBeCloseTo(3116 / 41_000, 6);
  expect(deerHas("Xiaohongshu ID")).toBe("rb_9fc0ae");
  expect((await dues()).every(({ done }) => done)).toBe(true);
});

test("verdicts stand before scores of a few known points, however high those are", async () => {
  const maya = await bench.addMember("Maya", "marketer");
  await insertCampaign(bench.store.db, {
    id: "cam1",
    name: "春季种草",
    brand: "Acme",
    product: "Cream",
    category: "beauty",
    targetGender: "female",
    tierScheme: "T4",
    launchOn: "2026-12-20",
    zone: "Asia/Shanghai",
    currency: "CNY",
    slackChat: "C1",
    larkChat: null,
    brief: {},
    createdBy: maya.id,
    createdAt: bench.ctx.clock.now(),
    closedAt: null,
  });
  await startImport({ ctx: bench.as(maya), input: { file: file("list.csv") } });
  const header =
    "达人名称,小红书号,灰豚指数,粉丝数,近60天笔记数,近60天平均点赞,近60天平均收藏,近60天平均评论,活跃粉丝占比,水粉占比,粉丝男/女,达人标签";
  const huitun = [
    header,
    "几乎没数据,h0,500,50000,-,-,-,-,-,-,-,-",
    "少量满分数据,h1,500,50000,-,-,-,-,70%,-,-,护肤",
    "完整一般,h2,500,50000,10,400,200,20,35%,30%,40% | 60%,护肤",
    "完整优秀,h3,500,50000,20,2000,900,100,60%,8%,10% | 90%,护肤",
  ].join("\n");
  await runJobs(withFile(bench.ctx, () => Promise.resolve(Buffer.from(huitun))));
  const { rows, counts } = (await lastCard()).data as {
    rows: { name: string; score: number | null; rawScore: number }[];
    counts: object;
  };
  expect(rows.map(({ name }) => name)).toEqual(["完整优秀", "完整一般", "少量满分数据", "几乎没数据"]);
  expect(rows.map(({ score }) => score === null)).toEqual([false, false, true, true]);
  expect(rows[2]?.rawScore).toBe(100);
  expect(counts).toMatchObject({ withVerdict: 2, withoutVerdict: 2 });
});

test("one event imports once, however often it is delivered", async () => {
  const maya = await bench.addMember("Maya", "marketer");
  const shared = file("list.csv");
  const where = { platform: "slack", chat: "C1", chatKind: "group" } as const;
  const event: Inbound = {
    platform: "slack",
    eventKey: "slack-event:1:0",
    user: "slack-Maya",
    where,
    body: { kind: "file", file: shared, text: "" },
  };
  const receivedAt = bench.ctx.clock.now();
  expect(await storeInbound(bench.store.db, [{ event, receivedAt }])).toEqual(new Set([event.eventKey]));
  expect(await storeInbound(bench.store.db, [{ event, receivedAt }])).toEqual(new Set());
  const ctx = { ...bench.as(maya), inboxKey: event.eventKey };
  await startImport({ ctx, input: { file: shared } });
  await expect(startImport({ ctx, input: { file: shared } })).rejects.toBeInstanceOf(AlreadyDone);
  expect(await count("list_imports")).toBe(1);
  expect(await bench.outbox()).toHaveLength(1);
});

function rowsOf(number: number): string[] {
  return Array.from(
    { length: number },
    (_, index) => `博主${index},h${index},${20_000 + index},9000,700,2500,`,
  );
}

test("a run that breaks off is continued where it stopped: no row is vetted twice, and nobody needs the file", async () => {
  const maya = await bench.addMember("Maya", "marketer");
  await startImport({ ctx: bench.as(maya), input: { file: file("list.csv") } });
  const ctx = withoutFile(withFile(bench.ctx, csv(...rowsOf(1_200))));
  let ids = 0;
  const breaking: Ctx = {
    ...ctx,
    newId: (prefix) => {
      ids += prefix === "vet" ? 1 : 0;
      if (prefix === "vet" && ids === 700) throw new Error("the power went out");
      return ctx.newId(prefix);
    },
  };
  await expect(runJobs(breaking)).rejects.toThrow("the power went out");
  // the 300 that the card shows; of the two parts behind it the one that broke off is gone, and the other one is whole
  const kept = await count("vettings");
  expect([700, 800]).toContain(kept);
  expect(await count("list_import_rows")).toBe(kept);
  expect(await lastCard()).toMatchObject({ template: "import-result", data: { open: 900 } });
  expect((await dues()).map(({ done }) => done)).toEqual([false]);

  const gone = () => Promise.reject(new ChatError("file-not-found", "deleted"));
  await runJobs(withFile(ctx, gone));
  expect(await count("vettings")).toBe(1_200);
  expect(await count("creators")).toBe(1_200);
  expect(await count("list_import_rows")).toBe(1_200);
  expect(await lastCard()).toMatchObject({ template: "import-result", data: { open: 0 } });
  expect(await count("list_import_parts")).toBe(0);
  expect((await dues()).map(({ done }) => done)).toEqual([true]);

  await runJobs(ctx);
  expect(await count("vettings")).toBe(1_200);
  expect((await bench.outbox()).filter(({ kind }) => kind === "file")).toHaveLength(1);
});

test("a crash between the ranked card and its file still brings the file, once", async () => {
  const maya = await bench.addMember("Maya", "marketer");
  await startImport({ ctx: bench.as(maya), input: { file: file("list.csv") } });
  const ctx = withFile(bench.ctx, csv(...rowsOf(40)));
  const workbook = () => Promise.reject(new Error("the power went out"));
  const breaking: Ctx = { ...ctx, documents: { ...ctx.documents, workbook } };
  await expect(runJobs(breaking)).rejects.toThrow("the power went out");
  const card = await lastCard();
  expect(card.template).toBe("import-result");
  await runJobs(ctx);
  await runJobs(ctx);
  expect(await lastCard()).toEqual(card);
  expect((await resultFile()).sheets[0]?.data).toHaveLength(41);
  expect((await bench.outbox()).filter(({ kind }) => kind === "file")).toHaveLength(1);
});

test("two processes at once vet each row once and send one file", async () => {
  const maya = await bench.addMember("Maya", "marketer");
  await startImport({ ctx: bench.as(maya), input: { file: file("list.csv") } });
  const ctx = withoutFile(withFile(bench.ctx, csv(...rowsOf(1_200))));
  await Promise.all([runJobs(ctx), runJobs(ctx)]);
  expect(await count("vettings")).toBe(1_200);
  expect(await count("list_import_parts")).toBe(0);
  expect((await bench.outbox()).filter(({ kind }) => kind === "file")).toHaveLength(1);
});

test("a process that comes late to a list that is done leaves nothing of it behind", async () => {
  const maya = await bench.addMember("Maya", "marketer");
  await startImport({ ctx: bench.as(maya), input: { file: file("list.csv") } });
  const read = csv(...rowsOf(400));
  const ctx = withoutFile(withFile(bench.ctx, read));
  let isFirst = true;
  const late = withFile(ctx, async () => {
    if (isFirst) await runJobs(ctx);
    isFirst = false;
    return read();
  });
  await runJobs(late);
  expect(isFirst).toBe(false);
  expect(await count("vettings")).toBe(400);
  expect(await count("list_import_parts")).toBe(0);
  expect((await bench.outbox()).filter(({ kind }) => kind === "file")).toHaveLength(1);
});

test("the ranking made while vetting is the one that the store gives", async () => {
  const maya = await bench.addMember("Maya", "marketer");
  await startImport({ ctx: bench.as(maya), input: { file: file("list.csv") } });
  const reads = (index: number) => (index * 7_919) % 9_000;
  const rows = Array.from(
    { length: 700 },
    (_, index) => `博主${index},h${index},${20_000 + index},${reads(index) + 900},${index + 100},2500,`,
  );
  await runJobs(withFile(bench.ctx, csv(...rows)));
  const { id, rows: shown } = (await lastCard()).data as { id: string; rows: { name: string }[] };
  const stored = (await rankImport(bench.store.db, id)).map(({ line }) => `博主${line - 2}`);
  expect(shown.map(({ name }) => name)).toEqual(stored.slice(0, 300));
  const [header = [], ...body] = (await resultFile()).sheets[0]?.data ?? [];
  expect(body.map((row) => row[header.indexOf("Creator")])).toEqual(stored);
});

test("the order of a list's rows makes no difference to anybody's score", async () => {
  const maya = await bench.addMember("Maya", "marketer");
  const rows = Array.from(
    { length: 600 },
    (_, index) => `博主${index},h${index},${20_000 + index},9000,${index},2500,`,
  );
  const scores: unknown[] = [];
  for (const list of [rows, rows.toReversed()]) {
    await startImport({ ctx: bench.as(maya), input: { file: file("list.csv") } });
    await runJobs(withoutFile(withFile(bench.ctx, csv(...list))));
    const { id } = (await lastCard()).data as { id: string };
    const ranked = await rankImport(bench.store.db, id);
    scores.push(new Map(ranked.map(({ line, rawScore }) => [list[line - 2], rawScore])));
  }
  expect(scores[1]).toEqual(scores[0]);
  const { rows: twice } = await bench.store.pool.query(
    "select creator_id from seedbed.vettings group by creator_id having count(distinct facts) > 1",
  );
  expect(twice).toEqual([]);
});

/** Lets a quarter of a second pass whenever somebody asks for the time, and makes no file. */
function ticking(ctx: Ctx): Ctx {
  let now = bench.ctx.clock.now();
  return {
    ...withoutFile(ctx),
    clock: {
      now() {
        now = now.add({ milliseconds: 250 });
        return now;
      },
    },
  };
}

test("progress is shown at most every 2 s, with the time left", async () => {
  const maya = await bench.addMember("Maya", "marketer");
  await startImport({ ctx: bench.as(maya), input: { file: file("list.csv") } });
  await bench.store.pool.query("update seedbed.outbox set state = 'sent'");
  const began = bench.ctx.clock.now();
  await runJobs(ticking(withFile(bench.ctx, csv(...rowsOf(20_000)))));
  const updates = (await bench.outbox()).filter(({ kind }) => kind === "update");
  const shown = updates.slice(
    0,
    updates.findIndex(({ template }) => template === "import-result"),
  );
  expect(shown.length).toBeGreaterThanOrEqual(2);
  expect(shown.map(({ template }) => template)).toEqual(shown.map(() => "import-progress"));
  for (const [index, { createdAt, data }] of shown.entries()) {
    const { done, secondsLeft } = data as { done: number; secondsLeft: number };
    const spent = createdAt.since(began).total("seconds");
    // at the pace since the file was read
    const left = (spent / done) * (20_000 - done);
    expect(secondsLeft).toBeGreaterThan(left / 2);
    expect(secondsLeft).toBeLessThanOrEqual(left + 1);
    const earlier = shown[index - 1]?.createdAt;
    if (earlier !== undefined) expect(createdAt.since(earlier).total("seconds")).toBeGreaterThanOrEqual(2);
  }
  expect(updates.slice(shown.length).map(({ data }) => data)).toMatchObject([{ open: 19_700 }, { open: 0 }]);
});

describe("a cancelled list is over, and what was vetted is kept", () => {
  test.each(["read", "scored"])("cancelled as soon as it is %s", async (when) => {
    const maya = await bench.addMember("Maya", "marketer");
    await startImport({ ctx: bench.as(maya), input: { file: file("list.csv") } });
    const [due] = await dues();
    const input = { import: due?.payload.import ?? "" };
    const ctx = withFile(bench.ctx, csv(...rowsOf(3_000)));
    const cancels: Promise<void>[] = [];
    const cancel = () => cancels.push(cancelImport({ ctx: bench.as(maya), input }));
    let steps = 0;
    const read = ctx.chats.slack?.readFile;
    if (read === undefined) throw new Error("The bench has no Slack.");
    const watched: Ctx = {
      ...withFile(ctx, async () => {
        if (when === "read") cancel();
        return read({ platform: "slack", id: "F1", name: "list.csv" }, 1);
      }),
      wake: () => {
        steps += 1;
        if (when === "scored" && steps === 1) cancel();
      },
    };
    await runJobs(watched);
    await Promise.all(cancels);
    expect(cancels).toHaveLength(1);
    const kept = await count("list_import_rows");
    // the best 300 where they were faster
    expect([0, 300]).toContain(kept);
    expect(await count("vettings")).toBe(kept);
    expect(await count("list_import_parts")).toBe(0);
    expect(await lastCard()).toMatchObject({
      template: "import-progress",
      data: { done: kept, cancelled: { by: { name: "Maya" } } },
    });
    await runJobs(ctx);
    expect(await count("vettings")).toBe(kept);
    expect((await bench.outbox()).filter(({ kind }) => kind === "file")).toEqual([]);
    await expect(cancelImport({ ctx: bench.as(maya), input })).rejects.toMatchObject({ code: "old-card" });
  });

  test("by whoever shared it or runs the team, and by nobody else", async () => {
    const maya = await bench.addMember("Maya", "marketer");
    const lin = await bench.addMember("Lin", "partner");
    const boss = await bench.addMember("Boss", "manager");
    await startImport({ ctx: bench.as(maya), input: { file: file("list.csv") } });
    const [due] = await dues();
    const input = { import: due?.payload.import ?? "" };
    await expect(cancelImport({ ctx: bench.as(lin), input })).rejects.toMatchObject({ code: "not-allowed" });
    await cancelImport({ ctx: bench.as(boss), input });
    expect((await lastCard()).data).toMatchObject({ done: 0, cancelled: { by: { name: "Boss" } } });
    await runJobs(withFile(bench.ctx, csv(...rowsOf(3))));
    expect(await count("vettings")).toBe(0);
  });
});

test("what is known of a creator already stays, and a nickname of two is not guessed", async () => {
  const maya = await bench.addMember("Maya", "marketer");
  const first = withFile(bench.ctx, csv("小鹿,deer1,82000,41000,3100,3000,", "小鹿,deer2,5000,900,70,300,"));
  await startImport({ ctx: bench.as(maya), input: { file: file("a.csv") } });
  await runJobs(first);
  const second = withFile(bench.ctx, csv("小鹿,,1,1,1,1,", "小鹿,deer1,-,-,-,3500,"));
  await startImport({ ctx: bench.as(maya), input: { file: file("b.csv") } });
  await runJobs(second);
  expect(await count("creators")).toBe(2);
  const card = await lastCard();
  expect(card.data).toMatchObject({
    counts: { rowsSetAside: 1 },
    rows: [{ name: "小鹿", followers: 82_000 }],
  });
});

test("contact data is neither stored nor shown, and cells that make no sense are listed with why", async () => {
  const maya = await bench.addMember("Maya", "marketer");
  await startImport({ ctx: bench.as(maya), input: { file: file("list.csv") } });
  await runJobs(
    withFile(
      bench.ctx,
      csv(
        "小鹿,deer1,1千+,41000,3100,3000,13800138000",
        "合计,,82000,,,,",
        "小鹿,deer1,82000,41000,3100,3000,",
      ),
    ),
  );
  expect((await lastCard()).data).toMatchObject({
    counts: { rowsSetAside: 2, cellsUnused: 1 },
    personalColumns: ["联系方式"],
  });
  const { sheets } = await resultFile();
  expect(sheets[1]?.data.slice(1)).toEqual([
    [2, "小鹿", "粉丝数", "1千+", "A range, not a number"],
    [3, "合计", null, null, "A line of totals"],
    [4, "小鹿", null, null, "The same creator as in line 2, which counts"],
    [null, null, "联系方式", null, "Contact data: not read and not stored"],
  ]);
  expect(JSON.stringify(sheets)).not.toContain("13800138000");
  const { rows } = await bench.store.pool.query("select * from seedbed.vettings");
  expect(JSON.stringify(rows)).not.toContain("13800138000");
});

describe("a file of no use ends with what to do", () => {
  const unread = (code: "file-not-found" | "file-too-large") => () =>
    Promise.reject(new ChatError(code, "no"));
  test.each([
    ["a picture", () => Promise.resolve(Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2])), "file-not-table"],
    ["an empty file", () => Promise.resolve(Buffer.alloc(0)), "file-empty"],
    ["a table of one column", () => Promise.resolve(Buffer.from("预算\n3000\n")), "file-not-table"],
    [
      "a report on orders",
      () => Promise.resolve(Buffer.from("订单id,总曝光量,总阅读量,总互动量\n1,2269,248,2\n")),
      "orders",
    ],
    ["a deleted file", unread("file-not-found"), "file-gone"],
    ["a file over the limit", unread("file-too-large"), "file-too-large"],
  ])("%s", async (_, read, code) => {
    const maya = await bench.addMember("Maya", "marketer");
    await startImport({ ctx: bench.as(maya), input: { file: file("list.csv") } });
    await runJobs(withFile(bench.ctx, read));
    expect((await lastCard()).data).toMatchObject({ failure: { code } });
    expect((await dues()).map(({ done }) => done)).toEqual([true]);
    expect(await count("vettings")).toBe(0);
  });

  test("a platform that does not answer is asked again", async () => {
    const maya = await bench.addMember("Maya", "marketer");
    await startImport({ ctx: bench.as(maya), input: { file: file("list.csv") } });
    const away = () => Promise.reject(new ChatError("unreachable", "away", { retryable: true }));
    await expect(runJobs(withFile(bench.ctx, away))).rejects.toThrow("away");
    expect((await dues()).map(({ done }) => done)).toEqual([false]);
    await runJobs(withFile(bench.ctx, csv("小鹿,deer1,82000,41000,3100,3000,")));
    expect(await lastCard()).toMatchObject({ template: "import-result" });
  });
});

test("a private list is answered in its owner's language", async () => {
  const lin = await bench.addMember("Lin", "partner", { language: "zh-CN", zone: "Asia/Shanghai" });
  await startImport({
    ctx: bench.as(lin, { chatKind: "direct", chat: "D1" }),
    input: { file: file("名单.csv") },
  });
  await runJobs(withFile(bench.ctx, csv("小鹿,deer1,82000,41000,3100,3000,")));
  const { name, sheets } = await resultFile();
  expect(name).toBe("名单-看号排名.xlsx");
  expect(sheets.map(({ sheet }) => sheet)).toEqual(["排名", "未采用", "说明"]);
  const sent = (await bench.outbox()).find(({ kind }) => kind === "file");
  expect(sent).toMatchObject({
    lane: "slack:@slack-Lin",
    data: { text: "名单.csv：1 位博主的排名与打分依据" },
  });
});

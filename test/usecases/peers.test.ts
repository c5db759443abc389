/** Rates held against others of the same size, on a real database: in a single vetting, in a list, side by side. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { importList } from "../../jobs/import-list.ts";
import type { VetReport } from "../../src/domain/vet-report.ts";
import { rankImport } from "../../src/usecases/rank-import.ts";
import { rankedDetails } from "../../src/usecases/ranked-details.ts";
import { startImport } from "../../src/usecases/start-import.ts";
import { drawn } from "../support/drawn.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { type } from "./calls.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
});
afterEach(() => bench.close());

/** Likes and saves of 1% to 8% per follower: the middle is 4.5%. */
async function vetEight() {
  const maya = await bench.addMember("Maya", "marketer");
  const ctx = bench.as(maya);
  for (let n = 1; n <= 8; n += 1) {
    bench.setNow(`2026-11-23T02:0${n}:00Z`);
    await type(ctx, `vet 博主${n} followers=20000 likes=${n * 150} saves=${n * 50}`);
  }
  bench.setNow("2026-11-23T03:00:00Z");
  return ctx;
}

async function lastData<T>(): Promise<T> {
  const row = (await bench.outbox()).at(-1);
  if (row === undefined) throw new Error("Nothing was sent.");
  return row.data as T;
}

async function against() {
  const { report } = await lastData<{ report: VetReport }>();
  return report.scorecard.rates[0]?.against;
}

test("the ninth creator of a size is held against the eight before; with seven they are only counted", async () => {
  const ctx = await vetEight();
  expect(await against()).toEqual({ kind: "benchmark", value: 0.015, creators: 7 });
  await type(ctx, "vet 小鹿 followers=30000 likes=900 saves=450");
  expect(await against()).toEqual({ kind: "peers", value: 0.045, creators: 8 });
  expect(drawn(await bench.outbox(), "en")).toContain("middle of 8 other creators of this size 4.5%");
  // nobody else is that large
  await type(ctx, "vet 大橘 followers=200k likes=900 saves=450");
  expect(await against()).toEqual({ kind: "benchmark", value: 0.015, creators: 0 });
});

test("only the newest numbers of each count, and nobody's own", async () => {
  const ctx = await vetEight();
  await type(ctx, "vet 博主8 likes=1000 saves=200");
  expect(await against()).toMatchObject({ kind: "benchmark", creators: 7 });
  await type(ctx, "vet 小鹿 followers=20000 likes=900 saves=450");
  expect(await against()).toEqual({ kind: "peers", value: 0.045, creators: 8 });
  await type(ctx, "vet 博主8 followers=80000");
  await type(ctx, "vet 阿禾 followers=20000 likes=900 saves=450");
  // 1% to 7%, and 小鹿 with 6.75%
  expect(await against()).toMatchObject({ kind: "peers", creators: 8, value: 0.045 });
});

test("a list is held against who was known when it began", async () => {
  const ctx = await vetEight();
  const { slack } = ctx.chats;
  if (slack === undefined) throw new Error("The bench has no Slack.");
  const text =
    "昵称,粉丝数,点赞中位数,收藏中位数\n小鹿,30000,900,450\n大橘,200000,900,450\n博主1,20000,150,50";
  await startImport({ ctx, input: { file: { platform: "slack", id: "F1", name: "list.csv" } } });
  const { rows } = await bench.store.pool.query<{ key: string; payload: { import: string } }>(
    "select key, payload from seedbed.dues where job = 'import-list'",
  );
  for (const { key, payload } of rows) {
    await importList.prepare({ ...payload, due: key }).run({
      ...ctx,
      chats: { ...ctx.chats, slack: { ...slack, readFile: () => Promise.resolve(Buffer.from(text)) } },
    });
  }
  const importId = rows[0]?.payload.import ?? "";
  const ranked = await rankImport(bench.store.db, importId);
  const byName = new Map<string, unknown>();
  for await (const part of rankedDetails(bench.store.db, importId, ranked, [null]))
    for (const { creator, report } of part) byName.set(creator.name, report.scorecard.rates[0]?.against);
  expect(byName.get("小鹿")).toEqual({ kind: "peers", value: 0.045, creators: 8 });
  expect(byName.get("大橘")).toEqual({ kind: "benchmark", value: 0.015, creators: 0 });
  expect(byName.get("博主1")).toEqual({ kind: "benchmark", value: 0.015, creators: 7 });
});

test("side by side each is scored as on their own card", async () => {
  const ctx = await vetEight();
  const scoreOf = async (line: string) => {
    await type(ctx, line);
    const { report } = await lastData<{ report: VetReport }>();
    return report.scorecard.dimensions.find(({ id }) => id === "engagement");
  };
  const deer = await scoreOf("vet 小鹿 followers=30000 likes=900 saves=450");
  const share = Math.round(((deer?.points ?? 0) / (deer?.known ?? 1)) * 100);
  await type(ctx, "vet compare 小鹿、博主1");
  const { creators } = await lastData<{
    creators: { name: string; dimensions: { id: string; share: number | null }[] }[];
  }>();
  const shown = creators
    .find(({ name }) => name === "小鹿")
    ?.dimensions.find(({ id }) => id === "engagement");
  expect(shown?.share).toBe(share);
});

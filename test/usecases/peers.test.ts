/** Rates held against others of the same size, on a real database: in a single vetting, in a list, side by side. */
import type { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, expect, test } from "vitest";
import { money } from "../../src/domain/money.ts";
import { sizeBandOf } from "../../src/domain/size-bands.ts";
import type { VetReport } from "../../src/domain/vet-report.ts";
import type { Member } from "../../src/store/people.ts";
import { wordsOfList } from "../../src/usecases/creators/list-words.ts";
import { loadPeersOfList } from "../../src/usecases/imports/list-peers.ts";
import { lookUpList } from "../../src/usecases/imports/look-up-list.ts";
import { rankImport } from "../../src/usecases/imports/rank-import.ts";
import { rankedDetails } from "../../src/usecases/imports/ranked-details.ts";
import { drawn } from "../support/drawn.ts";
import { newest, shareList } from "../support/shared-lists.ts";
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

/** Shares a list; answers what each creator's likes and saves were held against, and their price. */
async function rankList(member: Member, rows: readonly string[]) {
  const text = ["昵称,粉丝数,点赞中位数,收藏中位数,阅读中位数,图文报价", ...rows].join("\n");
  await shareList(bench, member, "list.csv", text);
  const importId = (await newest(bench, "import-result"))?.id ?? "";
  const ranked = await rankImport(bench.store.db, importId);
  const found = new Map<string, VetReport>();
  for await (const part of rankedDetails(bench.store.db, importId, ranked, [null]))
    for (const { creator, report } of part) found.set(creator.name, report);
  return {
    against: (name: string) => found.get(name)?.scorecard.rates[0]?.against,
    perRead: (name: string) => found.get(name)?.price?.methods?.find(({ id }) => id === "cost-per-read"),
    reports: found,
  };
}

test("a list's creators are held against each other and those known when it was shared", async () => {
  await vetEight();
  const { against } = await rankList(await bench.addMember("Priya", "marketer"), [
    "小鹿,30000,900,450",
    "大橘,200000,900,450",
    "博主1,20000,150,50",
  ]);
  // 博主1 once, as in the list
  expect(against("小鹿")).toEqual({ kind: "peers", value: 0.045, creators: 8 });
  expect(against("大橘")).toEqual({ kind: "benchmark", value: 0.015, creators: 0 });
  // 2% to 8%, and 小鹿 with 4.5%
  expect(against("博主1")).toEqual({ kind: "peers", value: 0.0475, creators: 8 });
});

/** Nine creators of one size; the n-th costs n thousand yuan for 20,000 reads. */
const NINE = Array.from(
  { length: 9 },
  (_, at) => `新${at + 1}号,7${at}000,900,450,20000,${(at + 1) * 1_000}`,
);

test("a team's first list is priced by its own quotes, whatever the order of its rows", async () => {
  const { perRead, reports } = await rankList(await bench.addMember("Maya", "marketer"), NINE);
  // the quarters of the eight others: 2,000 to 9,000, and 1,000 to 8,000
  expect(perRead("新1号")).toMatchObject({
    count: 8,
    range: { low: { amount: 375_000 }, mid: { amount: 550_000 }, high: { amount: 725_000 } },
  });
  expect(perRead("新9号")).toMatchObject({
    count: 8,
    range: { low: { amount: 275_000 }, mid: { amount: 450_000 }, high: { amount: 625_000 } },
  });
  const other = await createBench();
  const first = bench;
  try {
    bench = other;
    const again = await rankList(await other.addMember("Maya", "marketer"), NINE.toReversed());
    for (const [name, report] of reports) expect(again.reports.get(name)).toEqual(report);
  } finally {
    bench = first;
    await other.close();
  }
});

test("a price that somebody has to confirm first prices nobody, and an older quote is not counted beside the list's", async () => {
  const maya = await bench.addMember("Maya", "marketer");
  await type(bench.as(maya), "vet 新1号 followers=70k reads=20000 quote=8000");
  const { perRead } = await rankList(maya, [...NINE.slice(0, 8), "新9号,78000,900,450,20000,90000000"]);
  expect(perRead("新9号")).toMatchObject({ count: 8, unit: { mid: expect.closeTo((4_500 * 1.1) / 20_000) } });
  expect(perRead("新1号")).toMatchObject({ count: 7, range: null, gaps: ["quotes"] });
});

test("who is vetted while a list is under way does not change what its creators are held against", async () => {
  const ctx = bench.as(await bench.addMember("Maya", "marketer"));
  const creators = NINE.map((row, index) => {
    const [name = "", followers, , , reads, price] = row.split(",");
    return {
      line: index + 2,
      name,
      facts: {
        followers: { value: Number(followers), source: "typed" as const },
        reads: { value: Number(reads), source: "typed" as const },
        quoteImage: { value: money(Number(price), "CNY"), source: "typed" as const },
      },
    };
  });
  const { db } = bench.store;
  const words = await wordsOfList(creators);
  const peersAt = (until: Temporal.Instant) =>
    loadPeersOfList(db, creators, lookUpList(db, creators, words), null, until);
  const shared = ctx.clock.now();
  const before = await peersAt(shared);
  bench.setNow("2026-11-23T05:00:00Z");
  await type(ctx, "vet 新1号 followers=70k reads=20000 quote=1000");
  await type(ctx, "vet 别人 followers=70k reads=20000 quote=1000");
  expect(await peersAt(shared)).toEqual(before);
  const later = await peersAt(ctx.clock.now());
  expect(later.quotes.get(sizeBandOf(70_000))).toHaveLength(10);
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

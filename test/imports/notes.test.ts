/** Reports with a row for each note: medians over natural numbers, paid notes apart, and nothing that cannot be known. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CreatorFacts } from "../../src/domain/creator-facts.ts";
import { readImport } from "../../src/imports/read-import.ts";
import { readTable } from "../../src/imports/read-table.ts";
import { bytesOf, csv, type Grid } from "./sheets.ts";

const ID = "5f3a1b2c3d4e5f6a7b8c9d0e";
const LINK = `https://www.xiaohongshu.com/user/profile/${ID}`;

type Cells = Readonly<Record<string, string>>;

function gridOf(rows: readonly Cells[]): Grid {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [header, ...rows.map((row) => header.map((title) => row[title] ?? "-"))];
}

async function listOf(rows: readonly Cells[], category?: string) {
  const table = await readTable(bytesOf(csv(gridOf(rows))), "notes.csv");
  const read = await readImport(table, { mappingOf: () => Promise.resolve(undefined), category });
  if (!("list" in read)) throw new Error("The columns are not known.");
  return read.list;
}

async function factsOf(rows: readonly Cells[], category?: string): Promise<CreatorFacts> {
  const { creators } = await listOf(rows, category);
  expect(creators).toHaveLength(1);
  return creators[0]?.facts ?? {};
}

const paidNote = (more: Cells): Cells => ({
  数据更新日期: "2026/08/06",
  博主昵称: "小鹿护肤",
  博主主页链接: LINK,
  博主粉丝量: "82000",
  博主健康等级: "优秀",
  笔记类型: "图文笔记",
  笔记发布日期: "2026/07/01",
  笔记来源: "定制商单",
  笔记id: "66aa00000000000000000001",
  订单id: "123456789012345678901",
  报备品牌: "某品牌",
  博主报价: "3000",
  阅读量: "1000",
  自然阅读量: "800",
  推广阅读量: "200",
  加热阅读量: "0",
  互动量: "50",
  点赞量: "30",
  ...more,
});
const everydayNote = (more: Cells): Cells => ({
  ...paidNote({}),
  笔记来源: "自主发布",
  订单id: "-",
  报备品牌: "-",
  博主报价: "-",
  推广阅读量: "0",
  ...more,
});

describe("Pugongying's note report", () => {
  test("a single paid note gives who, how many, and the price; no median", async () => {
    const facts = await factsOf([paidNote({})]);
    const origin = { source: "pugongying", asOf: "2026-08-06" };
    expect(facts).toEqual({
      followers: { value: 82_000, ...origin },
      healthGrade: { value: "excellent", ...origin },
      quoteImage: { value: { amount: 300_000, currency: "CNY" }, ...origin },
      brandWorks: { value: 1, windowDays: 90, ...origin },
    });
    const { report } = await listOf([paidNote({})]);
    expect(report.unusedCells).toEqual([{ line: 2, column: "", text: "1", problem: "few-notes" }]);
  });

  test("paid notes give medians of paid notes alone: natural reads, interactions of notes without bought reads", async () => {
    const facts = await factsOf([
      paidNote({ 自然阅读量: "100", 推广阅读量: "0", 互动量: "10" }),
      paidNote({ 自然阅读量: "300", 推广阅读量: "0", 互动量: "20" }),
      paidNote({ 自然阅读量: "200", 推广阅读量: "0", 互动量: "60" }),
      paidNote({ 自然阅读量: "900", 推广阅读量: "5000", 互动量: "9999" }),
    ]);
    expect(facts.sponsoredReads).toEqual({
      value: 250,
      notes: 4,
      statistic: "median",
      windowDays: 90,
      source: "pugongying",
      asOf: "2026-08-06",
    });
    expect(facts.sponsoredInteractions).toMatchObject({ value: 20, notes: 3 });
    expect(facts.reads).toBeUndefined();
    expect(facts.interactions).toBeUndefined();
    expect(facts.notes90d).toBeUndefined();
    expect(facts.longestSilenceDays).toBeUndefined();
    expect(facts.sponsoredRatio).toBeUndefined();
  });

  test("with everyday notes beside them: medians, rhythm and how paid notes did against them", async () => {
    const dates = ["2026/05/20", "2026/06/01", "2026/06/20", "2026/07/25", "2026/08/01"];
    const facts = await factsOf([
      ...dates.map((date, index) =>
        everydayNote({ 笔记发布日期: date, 自然阅读量: String(1000 + index), 互动量: "100" }),
      ),
      ...[1, 2, 3].map(() => paidNote({ 推广阅读量: "0", 互动量: "40", 笔记发布日期: "2026/07/20" })),
      // older than 90 days: counts for nothing
      everydayNote({ 笔记发布日期: "2026/04/01", 自然阅读量: "999999", 互动量: "999999" }),
    ]);
    expect(facts.reads).toMatchObject({ value: 1002, notes: 5, statistic: "median", windowDays: 90 });
    expect(facts.interactions).toMatchObject({ value: 100, notes: 5 });
    expect(facts.sponsoredRatio?.value).toBe(0.4);
    expect(facts.notes90d?.value).toBe(8);
    // from 20 June to 20 July
    expect(facts.longestSilenceDays?.value).toBe(30);
    expect(facts.brandWorks?.value).toBe(3);
  });

  test("reads without their natural part are those that were not bought", async () => {
    const notes = Array.from({ length: 5 }, () =>
      everydayNote({ 自然阅读量: "-", 阅读量: "1000", 推广阅读量: "300", 加热阅读量: "100" }),
    );
    expect((await factsOf(notes)).reads?.value).toBe(600);
    const impossible = notes.map((note) => ({ ...note, 阅读量: "10" }));
    expect((await factsOf(impossible)).reads).toBeUndefined();
  });

  test("the headers of rows 1 and 3 are one header", async () => {
    const [header = [], ...rows] = gridOf([paidNote({}), paidNote({})]);
    const upper = header.map((title, index) => (index < 6 ? title : ""));
    const lower = header.map((title, index) => (index < 6 ? "" : title));
    const table = await readTable(bytesOf(csv([upper, header.map(() => ""), lower, ...rows])), "n.csv");
    const read = await readImport(table, { mappingOf: () => Promise.resolve(undefined) });
    expect("list" in read && read.list.creators).toMatchObject([
      { line: 4, name: "小鹿护肤", facts: { followers: { value: 82_000 } } },
    ]);
  });
});

describe("Qiangua's notes", () => {
  const note = (more: Cells): Cells => ({
    笔记标题: "标题",
    内容类型: "图文",
    达人昵称: "阿May",
    达人等级: "腰部",
    联系方式: "13800138000",
    小红书号: "may_001",
    达人类型: "母婴",
    分类: "护肤",
    预估阅读: "5000",
    互动量: "120",
    点赞: "80",
    收藏: "30",
    评论: "10",
    分享: "-",
    提及品牌: "-",
    笔记标签: "护肤/辅食",
    发布时间: "2026-08-01 12:00:00",
    数据更新时间: "2026-08-06",
    ...more,
  });

  test("medians, rhythm and the share in the campaign's category; the estimate of reads is none of them", async () => {
    const facts = await factsOf(
      [
        note({}),
        note({ 互动量: "100" }),
        note({ 互动量: "140" }),
        note({ 分类: "旅行", 笔记标签: "-" }),
        note({ 分类: "旅行", 笔记标签: "-" }),
      ],
      "beauty",
    );
    expect(facts.interactions).toMatchObject({ value: 120, notes: 5, statistic: "median" });
    expect(facts.reads).toBeUndefined();
    expect(facts.shares).toBeUndefined();
    expect(facts.categoryShare).toMatchObject({ value: 0.6, notes: 5 });
    expect(facts.category?.value).toBe("mother-baby");
    expect(facts.notes90d?.value).toBe(5);
    expect(facts.longestSilenceDays?.value).toBe(5);
  });

  test("a list of notes that all mention a brand says nothing about rhythm", async () => {
    const facts = await factsOf(
      Array.from({ length: 6 }, () => note({ 提及品牌: "某品牌" })),
      "beauty",
    );
    expect(facts.interactions?.value).toBe(120);
    expect(facts.notes90d).toBeUndefined();
    expect(facts.longestSilenceDays).toBeUndefined();
    expect(facts.categoryShare).toBeUndefined();
  });

  test("contact data is not kept", async () => {
    const list = await listOf([note({})]);
    expect(JSON.stringify(list)).not.toContain("13800138000");
    expect(list.report.unusedColumns).toContainEqual({ column: "联系方式", reason: "personal" });
  });

  test("notes without a day are told and not counted", async () => {
    const notes = Array.from({ length: 5 }, () => note({ 发布时间: "2026-02-31" }));
    const { report } = await listOf(notes);
    expect((await factsOf(notes)).interactions).toBeUndefined();
    expect(report.unusedCells).toContainEqual({ line: 2, column: "", text: "5", problem: "no-date" });
  });
});

test("an order report names no creator", async () => {
  const order = { 订单id: "1", 总曝光量: "2269", 总阅读量: "248", 总互动量: "2", 博主报价: "50.0" };
  await expect(listOf([order])).rejects.toMatchObject({
    code: "no-creator-column",
    details: { reason: "orders" },
  });
});

test("the order of rows makes no difference to any fact", async () => {
  const anyNote = fc.record({
    who: fc.constantFrom("甲", "乙", "丙"),
    day: fc.integer({ min: 1, max: 31 }),
    reads: fc.integer({ min: 0, max: 5000 }),
    likes: fc.integer({ min: 0, max: 900 }),
    followers: fc.integer({ min: 0, max: 90_000 }),
    paid: fc.boolean(),
  });
  const notes = fc.array(anyNote, { minLength: 1, maxLength: 25 });
  const shuffled = notes.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([one, other]) => {
      const facts = async (all: typeof one) => {
        const { creators } = await listOf(
          all.map(({ who, day, reads, likes, followers, paid }) =>
            (paid ? paidNote : everydayNote)({
              博主昵称: who,
              博主主页链接: "-",
              笔记发布日期: `2026/07/${day}`,
              自然阅读量: String(reads),
              点赞量: String(likes),
              博主粉丝量: String(followers),
            }),
          ),
        );
        return Object.fromEntries(creators.map(({ name, facts: own }) => [name, own]));
      };
      expect(await facts(other)).toEqual(await facts(one));
    }),
    { numRuns: 40 },
  );
});

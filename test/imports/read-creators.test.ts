import { setImmediate as nextTurn } from "node:timers/promises";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCreators } from "../../src/imports/read-creators.ts";
import { readTable } from "../../src/imports/read-table.ts";
import { bytesOf, csv, type Grid, importCsv, oneRow, tableOf } from "./sheets.ts";

const ID = "5f3a1b2c3d4e5f6a7b8c9d0e";

async function only(grid: Grid) {
  const { vendor, creators, report } = await importCsv(grid);
  expect(creators).toHaveLength(1);
  return { vendor, report, creator: creators[0], facts: creators[0]?.facts ?? {} };
}

describe("Pugongying's list", () => {
  const cells = {
    小红书昵称: "小鹿护肤",
    等级: "优秀",
    粉丝数: "8.2万",
    主页链接: `https://www.xiaohongshu.com/user/profile/${ID}?xsec_token=abc`,
    蒲公英链接: `https://pgy.xiaohongshu.com/solar/pre-trade/blogger-detail/${ID}`,
    "优效模式(平台可保曝光量)": "-",
    是否低活跃: "否",
    内容类目: "护肤/美食",
    小红书id: "xiaolu2020",
    地区: "上海",
    "粉丝量变化幅度%": "-1.2",
    "活跃粉丝占比%": "52.3",
    "互动粉丝占比%": "6.1",
    阅读中位数: "4.1万",
    互动中位数: "3,130",
    图文阅读中位数: "39,000",
    蒲公英图文价格: "3000",
    蒲公英视频价格: "--",
  };

  test("gives the platform's facts, and only those", async () => {
    const { vendor, creator, report } = await only(oneRow(cells));
    expect(vendor).toBe("pugongying");
    expect(creator).toEqual({
      line: 2,
      name: "小鹿护肤",
      platformId: ID,
      handle: "xiaolu2020",
      link: `https://www.xiaohongshu.com/user/profile/${ID}`,
      facts: {
        followers: { value: 82_000, source: "pugongying" },
        followersGained30dShare: { value: -0.012, source: "pugongying", windowDays: 30 },
        activeShare: { value: 0.523, source: "pugongying", windowDays: 28 },
        activeLow: { value: false, source: "pugongying" },
        reads: { value: 41_000, source: "pugongying", statistic: "median" },
        interactions: { value: 3_130, source: "pugongying", statistic: "median" },
        category: { value: "beauty", source: "pugongying" },
        city: { value: "上海", source: "pugongying" },
        quoteImage: { value: { amount: 300_000, currency: "CNY" }, source: "pugongying" },
      },
    });
    expect(report.unusedCells).toEqual([]);
    expect(report.unusedColumns).toContainEqual({ column: "等级", reason: "evidence" });
  });

  test("is known whatever the order of its columns and the width of its brackets", async () => {
    const shuffled = Object.fromEntries(
      Object.entries(cells)
        .toReversed()
        .map(([key, cell]) => [key.replace("(", "（").replace(")", "）"), cell]),
    );
    const { vendor, facts } = await only(oneRow(shuffled));
    expect(vendor).toBe("pugongying");
    expect(facts.followers?.value).toBe(82_000);
  });
});

test("Pugongying's order report names no creator", async () => {
  const orders = oneRow({
    订单id: "123456789012345678",
    总曝光量: "2269",
    总阅读量: "248",
    总互动量: "2",
    总预算: "55",
  });
  await expect(importCsv(orders)).rejects.toMatchObject({ code: "no-creator-column" });
});

test("Qiangua: its averages of likes are means, those of saves and comments are medians, over 60 days", async () => {
  const { vendor, facts } = await only(
    oneRow({
      博主昵称: "阿May",
      千瓜指数: "812.4",
      达人类型: "母婴",
      粉丝数: "12345",
      赞藏总数: "98万",
      笔记数: "14",
      平均互动: "812.5",
      平均点赞: "500.25",
      平均收藏: "200",
      平均评论: "40",
      小红书号: "may_001",
      "实时报价-图文": "1,200元",
      标签占比: "育儿:12%/辅食:8%",
      简介: "合作请加微信 abc",
    }),
  );
  expect(vendor).toBe("qiangua");
  expect(facts).toMatchObject({
    likes: { value: 500.25, statistic: "mean", windowDays: 60 },
    interactions: { value: 812.5, statistic: "mean", windowDays: 60 },
    saves: { value: 200, statistic: "median", windowDays: 60 },
    comments: { value: 40, statistic: "median", windowDays: 60 },
    notes90d: { value: 14, windowDays: 60 },
    category: { value: "mother-baby" },
    quoteImage: { value: { amount: 120_000, currency: "CNY" } },
  });
});

test("HuiTun: cells with two values, and no contact data", async () => {
  const { vendor, facts, creator, report } = await only(
    oneRow({
      达人名称: "小食记",
      达人官方地址: `https://www.xiaohongshu.com/user/profile/${ID}`,
      小红书号: "12345678901",
      灰豚指数: "700",
      联系邮箱: "someone@example.com",
      认证信息: "邮箱 someone@example.com",
      更新时间: "2026-08-06 10:20",
      粉丝数: "453000",
      签约MCN: "某机构",
      商业笔记总数: "21",
      近60天笔记数: "9",
      近60天平均分享: "12",
      活跃粉丝占比: "42.64% | 192745",
      水粉占比: "12.50%",
      "粉丝男/女": "13.6% | 86.4%",
      粉丝地域: "上海|17.4% 北京|15.2%",
      图文笔记报价: "0",
      视频笔记报价: "2.5万",
    }),
  );
  expect(vendor).toBe("huitun");
  expect(facts).toEqual({
    followers: { value: 453_000, source: "huitun", asOf: "2026-08-06" },
    mcn: { value: "某机构", source: "huitun", asOf: "2026-08-06" },
    brandWorks: { value: 21, source: "huitun", asOf: "2026-08-06" },
    notes90d: { value: 9, source: "huitun", asOf: "2026-08-06", windowDays: 60 },
    shares: { value: 12, source: "huitun", asOf: "2026-08-06", statistic: "mean", windowDays: 60 },
    activeShare: { value: 0.4264, source: "huitun", asOf: "2026-08-06" },
    regionShares: { value: { 上海: 0.174, 北京: 0.152 }, source: "huitun", asOf: "2026-08-06" },
    suspiciousShare: { value: 0.125, source: "huitun", asOf: "2026-08-06" },
    femaleShare: { value: 0.864, source: "huitun", asOf: "2026-08-06" },
    quoteVideo: { value: { amount: 2_500_000, currency: "CNY" }, source: "huitun", asOf: "2026-08-06" },
  });
  expect(report.unusedColumns).toContainEqual({ column: "联系邮箱", reason: "personal" });
  expect(JSON.stringify(creator)).not.toContain("example.com");
});

test("Newrank: real followers are the opposite of suspicious ones", async () => {
  const { vendor, facts, creator } = await only(
    oneRow({
      达人ID: ID.toUpperCase(),
      昵称: "小鹿",
      垂类: "运动健身",
      粉丝数: "5.1w",
      点赞中位数: "300",
      收藏中位数: "120",
      近30天发文: "6",
      粉丝真实度: "58%",
      新红指数: "812",
      预估报价: "¥4,500",
    }),
  );
  expect(vendor).toBe("newrank");
  expect(creator?.platformId).toBe(ID);
  expect(facts).toMatchObject({
    followers: { value: 51_000 },
    likes: { value: 300, statistic: "median" },
    saves: { value: 120, statistic: "median" },
    suspiciousShare: { value: 0.42 },
    category: { value: "sportswear" },
    quoteImage: { value: { amount: 450_000, currency: "CNY" } },
  });
  expect(facts.notes90d).toBeUndefined();
});

describe("agency sheets", () => {
  test.each(["粉丝量/w", "粉丝数（万）", "粉丝数(w)", "粉丝量（单位：万）"])(
    "%s counts in tens of thousands",
    async (header) => {
      const { vendor, facts } = await only(oneRow({ 达人昵称: "甲", [header]: "8.2" }));
      expect(vendor).toBe("mcn");
      expect(facts.followers).toEqual({ value: 82_000, source: "mcn" });
    },
  );

  test("a cell with a unit of its own is not scaled twice, and nobody has more followers than the platform has users", async () => {
    const { creators, report } = await importCsv([
      ["昵称", "粉丝量/w", "图文报价（万）"],
      ["甲", "8.2万", "0.3"],
      ["乙", "82000", "3000元"],
    ]);
    expect(creators[0]?.facts.followers?.value).toBe(82_000);
    expect(creators[0]?.facts.quoteImage?.value).toEqual({ amount: 300_000, currency: "CNY" });
    expect(creators[1]?.facts.followers).toBeUndefined();
    expect(creators[1]?.facts.quoteImage?.value).toEqual({ amount: 300_000, currency: "CNY" });
    expect(report.unusedCells).toEqual([
      { line: 3, column: "粉丝量/w", text: "82000", problem: "too-large" },
    ]);
  });

  test("male followers tell the female share where nothing else does", async () => {
    expect((await only(oneRow({ 昵称: "甲", 男粉占比: "12%" }))).facts.femaleShare?.value).toBe(0.88);
    expect(
      (await only(oneRow({ 昵称: "甲", 女粉占比: "87.5%", 男粉占比: "12%" }))).facts.femaleShare?.value,
    ).toBe(0.875);
  });

  test.each(["KOL昵称", "推荐达人名", "账号"])("%s is a name; an id or a link is none", async (header) => {
    const { creator } = await only(oneRow({ 序号: "1", 昵称链接: "x", 账号ID: "abc", [header]: "甲" }));
    expect(creator).toMatchObject({ name: "甲", handle: "abc" });
  });

  test("a statistic that the header does not name is unknown", async () => {
    const { facts } = await only(oneRow({ 昵称: "甲", 互动: "300", 阅读中位数: "5000" }));
    expect(facts.interactions?.statistic).toBe("unknown");
    expect(facts.reads?.statistic).toBe("median");
  });
});

describe("the scale of bare shares is decided by the column", () => {
  const column = async (header: string, cells: string[]) => {
    const { creators, report } = await importCsv([
      ["昵称", header],
      ...cells.map((cell, index) => [`博主${index}`, cell]),
    ]);
    return {
      values: creators.map(({ facts }) => (facts.activeShare ?? facts.suspiciousShare)?.value),
      report,
    };
  };

  test("one number above 1 makes them percentages, also the 0.9 among them", async () => {
    expect((await column("活跃粉丝占比", ["0.9", "52.3", "8%"])).values).toEqual([0.009, 0.523, 0.08]);
  });

  test("all up to 1 are fractions", async () => {
    expect((await column("活跃粉丝占比", ["0.9", "0.52", "1", "0"])).values).toEqual([0.9, 0.52, 1, 0]);
  });

  test("a header with % over numbers up to 1 could be either, so they are not used", async () => {
    const { values, report } = await column("活跃粉丝占比%", ["0.9", "0.5", "-"]);
    expect(values).toEqual([undefined, undefined, undefined]);
    expect(report.unusedCells.map(({ problem }) => problem)).toEqual([
      "ambiguous-percent",
      "ambiguous-percent",
    ]);
  });
});

test.each(["-", "--", "null", "Null", "NaN%", "", " — "])(
  "the cell %j is no value and no complaint",
  async (cell) => {
    const { facts, report } = await only(
      oneRow({ 昵称: "甲", 粉丝数: cell, 女粉占比: cell, 图文报价: cell, 城市: cell, 备注: cell }),
    );
    expect(facts).toEqual({});
    expect(report.unusedCells).toEqual([]);
  },
);

test("cells that cannot be read are listed with line, column, text and problem", async () => {
  const { report } = await only(
    oneRow({ 昵称: "甲", 粉丝数: "1千+", 互动中位数: "很多", 女粉占比: "152%", 图文报价: "面议" }),
  );
  expect(report.unusedCells).toEqual([
    { line: 2, column: "粉丝数", text: "1千+", problem: "bucket" },
    { line: 2, column: "互动中位数", text: "很多", problem: "not-a-number" },
    { line: 2, column: "女粉占比", text: "152%", problem: "too-large" },
    { line: 2, column: "图文报价", text: "面议", problem: "not-a-number" },
  ]);
});

test("of two columns with the same meaning the first with a value counts", async () => {
  const { creators } = await importCsv([
    ["昵称", "图文报价", "图文报价", "备注", "备注"],
    ["甲", "-", "3000", "", "可谈"],
  ]);
  expect(creators[0]?.facts.quoteImage?.value.amount).toBe(300_000);
});

test("rows set aside say why", async () => {
  const { creators, report } = await importCsv([
    ["昵称", "平台", "小红书号", "主页链接", "粉丝数"],
    ["甲", "小红书", "a1", "", "100"],
    ["乙", "抖音", "", "", "100"],
    ["丙", "", "", "https://www.douyin.com/user/x", "100"],
    ["-", "", "", "", "100"],
    ["甲（改名）", "", "A1", "", "200"],
    ["昵称", "平台", "小红书号", "主页链接", "粉丝数"],
    ["合计", "", "", "", "600"],
    ["甲", "小红书", "another", "", "300"],
  ]);
  expect(creators.map(({ line, name }) => [line, name])).toEqual([
    [2, "甲"],
    [9, "甲"],
  ]);
  expect(report.setAside).toEqual([
    { line: 3, name: "乙", reason: "other-platform" },
    { line: 4, name: "丙", reason: "other-platform" },
    { line: 5, reason: "no-name" },
    { line: 6, name: "甲（改名）", reason: "duplicate", of: 2 },
    { line: 7, reason: "repeated-header" },
    { line: 8, name: "合计", reason: "total-line" },
  ]);
  expect(report.rows).toBe(8);
});

test("a row of dashes gives way to a later one of the same creator, and stands where there is none", async () => {
  const { creators, report } = await importCsv([
    ["昵称", "小红书号", "粉丝数", "图文报价"],
    ["甲", "a1", "-", "可谈"],
    ["乙", "b1", "--", ""],
    ["丙", "c1", "300", "900"],
    ["甲", "A1", "100", "500"],
    ["甲", "a1", "200", "-"],
    ["乙", "b1", "", "null"],
  ]);
  expect(creators.map(({ line, name, facts }) => [line, name, facts.followers?.value])).toEqual([
    [3, "乙", undefined],
    [4, "丙", 300],
    [5, "甲", 100],
  ]);
  expect(report.setAside).toEqual([
    { line: 2, name: "甲", reason: "duplicate", of: 5 },
    { line: 6, name: "甲", reason: "duplicate", of: 5 },
    { line: 7, name: "乙", reason: "duplicate", of: 3 },
  ]);
  expect(report.unusedCells).toEqual([]);
});

test("a file without creators says which columns it has", async () => {
  await expect(
    importCsv([
      ["日期", "花费"],
      ["2026-01-01", "100"],
    ]),
  ).rejects.toMatchObject({
    code: "no-creator-column",
    details: { columns: "日期, 花费" },
  });
});

test("50,000 rows leave room for other work", async () => {
  const rows = Array.from({ length: 50_000 }, (_, index) => [
    `博主${index}`,
    "8.2",
    "52%",
    "3000",
    "12",
    "备注",
  ]);
  const table = await readTable(
    bytesOf(csv([["昵称", "粉丝量/w", "女粉占比", "图文报价", "互动", "备注"], ...rows])),
    "big.csv",
  );
  let turns = 0;
  const counting = new AbortController();
  const counted = (async () => {
    while (!counting.signal.aborted) {
      await nextTurn();
      turns += 1;
    }
  })();
  const { creators } = await readCreators(table);
  counting.abort();
  await counted;
  expect(creators).toHaveLength(50_000);
  expect(turns).toBeGreaterThanOrEqual(99);
});

test("no cell makes it fail, and every fact it gives is within its range", async () => {
  const header = [
    "昵称",
    "主页链接",
    "粉丝量/w",
    "互动中位数",
    "女粉占比",
    "男粉占比",
    "图文报价（万）",
    "城市",
    "备注",
    "__proto__",
  ];
  const piece = fc.constantFrom(
    "%",
    "|",
    "万",
    "-",
    "+",
    "1.2",
    "9",
    "null",
    "/",
    "=",
    "¥",
    "，",
    "1e9",
    "\u0000",
    "🌸",
  );
  const cell = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(piece, { maxLength: 6 }).map((parts) => parts.join("")),
  );
  const row = fc.array(cell, { minLength: header.length, maxLength: header.length });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
      const lines = rows.map((cells, index) => ({ line: index + 2, cells }));
      const { creators, report } = await readCreators(tableOf(header, lines));
      expect(creators.length + report.setAside.length).toBe(rows.length);
      for (const { facts } of creators) {
        expect(facts.femaleShare?.value ?? 0).toBeGreaterThanOrEqual(0);
        expect(facts.femaleShare?.value ?? 0).toBeLessThanOrEqual(1);
        expect(Number.isSafeInteger(facts.quoteImage?.value.amount ?? 0)).toBe(true);
        expect(Number.isInteger(facts.followers?.value ?? 0)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

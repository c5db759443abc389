/** Sheets as people paste them together: titles, totals, notes, headers in the middle, several sheets in one workbook. */
import { describe, expect, test } from "vitest";
import { readImport } from "../../src/imports/read-import.ts";
import { readTable } from "../../src/imports/read-table.ts";
import { bytesOf, csv, type Grid, importCsv, workbook } from "./sheets.ts";

const read = async (grid: Grid) => {
  const { creators, report } = await importCsv(grid);
  return {
    names: creators.map(({ line, name }) => [line, name]),
    aside: report.setAside.map(({ line, reason, name }) => [line, reason, name]),
    creators,
  };
};

test("a list with all that people put around and between its rows", async () => {
  const { names, aside, creators } = await read([
    ["2026 春季种草达人名单", "", "", "", ""],
    ["", "", "", "", ""],
    ["序号", "达人昵称", "粉丝数", "阅读中位数", "图文报价"],
    ["一、头部达人", "", "", "", ""],
    ["1", "小鹿", "82000", "21000", "3000"],
    ["2", "阿禾", "51000", "9000", "2000"],
    ["", "", "", "", ""],
    ["小计", "", "133000", "", "5000"],
    ["", "腰部达人", "", "", ""],
    ["序号", "达人昵称", "粉丝数", "阅读中位数", "图文报价"],
    ["3", "大满", "32000", "7000", "1500"],
    ["4", "", "", "", ""],
    ["", "合计：3位", "165000", "", "6500"],
    ["", "平均值", "55000", "12333", "2167"],
    ["备注：以上报价含税，有效期至 12 月底", "", "", "", ""],
    ["", "注：档期以二询为准", "", "", ""],
    ["联系人：Lily 13800138000", "", "", "", ""],
    ["", "数据截至2026年11月", "", "", ""],
  ]);
  expect(names).toEqual([
    [5, "小鹿"],
    [6, "阿禾"],
    [11, "大满"],
  ]);
  expect(creators.map(({ facts }) => facts.quoteImage?.value.amount)).toEqual([300_000, 200_000, 150_000]);
  expect(aside).toEqual([
    [4, "text-line", "一、头部达人"],
    [8, "total-line", "小计"],
    [9, "text-line", "腰部达人"],
    [10, "repeated-header", undefined],
    [12, "no-name", undefined],
    [13, "total-line", "合计：3位"],
    [14, "total-line", "平均值"],
    [15, "text-line", "备注：以上报价含税，有效期至 12 月底"],
    [16, "text-line", "注：档期以二询为准"],
    // nobody's number is repeated
    [17, "text-line", undefined],
    [18, "text-line", "数据截至2026年11月"],
  ]);
});

test.each([
  "合计",
  "总计",
  "小计",
  "共计",
  "合计(12)",
  "总计：",
  "平均",
  "平均值",
  "均值",
  "汇总",
  "Total",
  "Total:",
  "Average",
  "SUM",
])("%s is no creator, in whichever column it stands", async (label) => {
  for (const row of [
    [label, "", "", "100"],
    ["", label, "", "100"],
    ["", "", label, "100"],
  ]) {
    const { names, aside } = await read([
      ["序号", "昵称", "小红书号", "粉丝数"],
      ["1", "小鹿", "d1", "1"],
      row,
    ]);
    expect(names).toEqual([[2, "小鹿"]]);
    expect(aside).toEqual([[3, "total-line", label]]);
  }
});

test.each([
  "小鹿：日常",
  "平均先生",
  "总计划师小王",
  "Summer",
  "Meanwhile",
  "注意力不集中的猫",
  "1.5倍速生活",
  "KOC",
  "【官方】小鹿",
])("%s with numbers, or with an account, is a creator", async (name) => {
  const { names } = await read([
    ["昵称", "小红书号", "粉丝数"],
    [name, "", "100"],
    [`${name}！`, "d2", ""],
  ]);
  expect(names).toEqual([
    [2, name],
    [3, `${name}！`],
  ]);
});

test("names alone are creators: of some nothing is known yet", async () => {
  const { names, aside } = await read([
    ["昵称", "粉丝数"],
    ["小鹿", ""],
    ["阿May🌸", ""],
    ["是大满呀", "5000"],
  ]);
  expect(names).toHaveLength(3);
  expect(aside).toEqual([]);
});

describe("a header in the middle", () => {
  test("that is not quite the same is the header once more", async () => {
    const { names, aside } = await read([
      ["昵称", "粉丝数", "图文报价", "档期", "备注"],
      ["小鹿", "82000", "3000", "12月", ""],
      ["昵称", "粉丝数", "图文报价", "档期", ""],
      ["阿禾", "51000", "2000", "12月", ""],
      [" 昵称 ", "粉丝数", "图文报价", "可合作档期", "备注"],
      ["大满", "32000", "1500", "12月", ""],
    ]);
    expect(names.map(([, name]) => name)).toEqual(["小鹿", "阿禾", "大满"]);
    expect(aside.map(([line, reason]) => [line, reason])).toEqual([
      [3, "repeated-header"],
      [5, "repeated-header"],
    ]);
  });

  test("of another list: its rows are not read by the columns of the first", async () => {
    const { names, aside, creators } = await read([
      ["昵称", "粉丝数", "图文报价"],
      ["小鹿", "82000", "3000"],
      ["达人昵称", "图文报价", "粉丝数"],
      ["阿禾", "2000", "51000"],
      ["大满", "1500", "32000"],
      ["昵称", "粉丝数", "图文报价"],
      ["小满", "12000", "800"],
    ]);
    expect(names.map(([, name]) => name)).toEqual(["小鹿", "小满"]);
    expect(creators[1]?.facts.followers?.value).toBe(12_000);
    expect(aside).toEqual([
      [3, "other-header", undefined],
      [4, "other-header", "阿禾"],
      [5, "other-header", "大满"],
      [6, "repeated-header", undefined],
    ]);
  });
});

describe("a workbook of several sheets", () => {
  const importOf = async (sheets: Readonly<Record<string, Grid>>) => {
    const table = await readTable(await workbook(sheets), "list.xlsx");
    const answer = await readImport(table, { mappingOf: () => Promise.resolve(undefined) });
    if (!("list" in answer))
      return { asked: answer.unknown.asked.map(({ title }) => title), sheet: table.sheet };
    const { creators, report } = answer.list;
    return { names: creators.map(({ name }) => name), sheet: table.sheet, left: report.sheets?.left };
  };
  const listOf = (...names: string[]): Grid => [["昵称", "粉丝数"], ...names.map((name) => [name, "8000"])];

  test("one list is read, and the other sheets with creators are named", async () => {
    expect(
      await importOf({
        说明: [["请先看说明"], ["第二行"]],
        美妆: listOf("小鹿"),
        母婴: listOf("阿禾", "大满"),
        汇总: [
          ["类目", "人数"],
          ["美妆", "1"],
        ],
      }),
    ).toEqual({ names: ["小鹿"], sheet: "美妆", left: ["母婴"] });
  });

  test("an empty template in front of the list is passed over", async () => {
    expect(await importOf({ 模板: [["昵称", "粉丝数", "图文报价", "备注"]], 名单: listOf("小鹿") })).toEqual({
      names: ["小鹿"],
      sheet: "名单",
      left: undefined,
    });
  });

  test("an explanation in front of a list with unknown headers is passed over", async () => {
    const unknown: Grid = [
      ["推荐人选", "粉量级别", "合作价"],
      ["小鹿", "82000", "3000"],
      ["阿禾", "51000", "2000"],
      ["大满", "51000", "2000"],
    ];
    expect(
      await importOf({
        说明: [
          ["项目", "说明"],
          ["一", "二"],
        ],
        名单: unknown,
      }),
    ).toEqual({ asked: ["推荐人选", "粉量级别", "合作价"], sheet: "名单" });
  });
});

test("50,000 rows of notes and headers take no longer than as many creators", async () => {
  const rows = Array.from({ length: 50_000 }, (_, index) => [`博主${index}`, "8.2", "3000"]);
  const strange = rows.map((row, index) => (index % 2 === 0 ? row : ["备注：含税", "", ""]));
  const cpu = async (grid: Grid) => {
    const table = await readTable(bytesOf(csv([["昵称", "粉丝量/w", "图文报价"], ...grid])), "big.csv");
    const before = process.cpuUsage();
    await readImport(table, { mappingOf: () => Promise.resolve(undefined) });
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  const plain = await cpu(rows);
  expect(await cpu(strange)).toBeLessThan(plain * 4);
});

import { setTimeout as wait } from "node:timers/promises";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Sheet } from "../../src/chat/documents.ts";
import { writeWorkbook } from "../../src/documents/xlsx.ts";
import { linesOf, readXlsx } from "../../src/imports/read-xlsx.ts";
import { unzip } from "./unzip.ts";

const report: Sheet = {
  name: "结案 results",
  columns: [
    { title: "博主 Creator", width: 24 },
    { title: "曝光 Impressions", format: "integer" },
    { title: "互动率 Rate", format: "percent" },
    { title: "CPE", format: "decimal" },
    { title: "费用 Fee (CNY)", format: "money" },
    { title: "订单 Order", format: "text" },
  ],
  rows: [
    ["小鹿护肤", 82_000, 0.0081, 27.5, 3_300.05, "123456789012345678"],
    ["阿May🌸", null, 0.5, 0.1 + 0.2, -50, null],
  ],
};

async function cellsOf(sheets: Sheet[]): Promise<string[][][]> {
  return rowsOf(await writeWorkbook(sheets));
}

async function rowsOf(bytes: Uint8Array): Promise<string[][][]> {
  const all: string[][][] = [];
  for (const sheet of await readXlsx(bytes)) {
    const rows: string[][] = [];
    for await (const part of linesOf(sheet)) rows.push(...part.map(({ cells }) => cells));
    all.push(rows);
  }
  return all;
}

test("what was written is read again", async () => {
  expect(await cellsOf([report])).toEqual([
    [
      report.columns.map(({ title }) => title),
      ["小鹿护肤", "82000", "0.0081", "27.5", "3300.05", "123456789012345678"],
      ["阿May🌸", "", "0.5", "0.3", "-50", ""],
    ],
  ]);
});

test("numbers are numbers with the format of their column", async () => {
  const files = unzip(await writeWorkbook([report]));
  const styles = files.get("xl/styles.xml") ?? "";
  for (const format of ["#,##0", "0.0%", "#,##0.00"]) expect(styles).toContain(`formatCode="${format}"`);
  expect(files.get("xl/worksheets/sheet1.xml")).toContain("<v>82000</v>");
});

test("the header stays in view, and with it the columns that say whose row it is", async () => {
  const paneOf = async (keptColumns?: number) => {
    const files = unzip(await writeWorkbook([{ ...report, ...(keptColumns ? { keptColumns } : {}) }]));
    return /<pane [^>]+>/u.exec(files.get("xl/worksheets/sheet1.xml") ?? "")?.[0];
  };
  expect(await paneOf()).toMatch(/^<pane ySplit="1" topLeftCell="A2" .*state="frozen"/u);
  expect(await paneOf(2)).toMatch(/^<pane xSplit="2" ySplit="1" topLeftCell="C2" .*state="frozen"/u);
  // a title that is longer than its column is wide goes on below
  const files = unzip(await writeWorkbook([report]));
  expect(files.get("xl/styles.xml")).toContain('wrapText="1"');
});

describe("texts that look like formulas", () => {
  const formulas = [
    "=1+1",
    '=HYPERLINK("http://x.example","y")',
    "+1",
    "-1+2",
    "@SUM(A1)",
    "\t=1",
    "=cmd|' /C calc'!A0",
  ];

  test.each(formulas)("%j stays a text", async (text) => {
    const bytes = await writeWorkbook([
      { name: "a", columns: [{ title: text }, { title: "n", format: "money" }], rows: [[text, text]] },
    ]);
    const sheet = unzip(bytes).get("xl/worksheets/sheet1.xml") ?? "";
    expect(sheet).not.toContain("<f>");
    expect(sheet.match(/<c [^>]*t="inlineStr"/g)).toHaveLength(4);
    const [read] = await rowsOf(bytes);
    expect(read?.[1]).toEqual([text.trim(), text.trim()]);
  });
});

test("numbers that are no numbers leave the cell empty", async () => {
  const [cells] = await cellsOf([
    {
      name: "a",
      columns: [{ title: "x", format: "decimal" }, { title: "y" }],
      rows: [
        [Number.NaN, "甲"],
        [Number.POSITIVE_INFINITY, "乙"],
      ],
    },
  ]);
  expect(cells?.slice(1)).toEqual([
    ["", "甲"],
    ["", "乙"],
  ]);
});

test("a number in a text column keeps its digits", async () => {
  const [cells] = await cellsOf([{ name: "a", columns: [{ title: "id" }], rows: [[9_007_199_254_740_991]] }]);
  expect(cells?.[1]).toEqual(["9007199254740991"]);
});

test("names that Excel refuses are adapted, and equal ones told apart", async () => {
  const sheet = (name: string): Sheet => ({ name, columns: [{ title: "x" }], rows: [["1"]] });
  const long = "夏季精华种草项目第一波结案报告含图文视频与投流数据汇总表终稿";
  const sheets = await readXlsx(
    await writeWorkbook([
      sheet("618/双11"),
      sheet(""),
      sheet(long + long),
      sheet(long + long),
      sheet("618/双11"),
    ]),
  );
  const names = sheets.map(({ name }) => name);
  expect(names.slice(0, 2)).toEqual(["618-双11", "Sheet 2"]);
  expect(names[2]).toMatch(/…$/);
  expect(names[4]).toBe("618-双11 (5)");
  expect(new Set(names).size).toBe(5);
  expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(31);
});

test("a text too long for a cell ends where a character ends, and says so", async () => {
  const [cells] = await cellsOf([{ name: "a", columns: [{ title: "x" }], rows: [["🌸".repeat(20_000)]] }]);
  expect(cells?.[1]?.[0]).toBe(`${"🌸".repeat(16_383)}…`);
});

test("the same sheets give the same bytes at any time", async () => {
  const first = await writeWorkbook([report]);
  await wait(2_100); // a ZIP counts time in steps of two seconds
  expect(Buffer.from(await writeWorkbook([report])).equals(Buffer.from(first))).toBe(true);
});

test.each(["constructor", "toString", "__proto__"])("a creator called %s keeps the name", async (name) => {
  const [cells] = await cellsOf([{ name: "a", columns: [{ title: "x" }], rows: [[name], ["甲"]] }]);
  expect(cells?.slice(1)).toEqual([[name], ["甲"]]);
});

test("signs of XML and characters that no XML can hold break no workbook", async () => {
  const [cells] = await cellsOf([
    {
      name: '<R&D> "1"',
      columns: [{ title: "a<b" }],
      rows: [["</t></is></c>&amp;"], ["a\u0000b\u001Bc\uFFFFd"]],
    },
  ]);
  expect(cells).toEqual([["a<b"], ["</t></is></c>&amp;"], ["abcd"]]);
});

test("rows in parts become one sheet, and are not asked for before they are written", async () => {
  let given = 0;
  const parts = async function* () {
    for (let part = 0; part < 30; part += 1) {
      given += 1;
      yield await Promise.resolve(Array.from({ length: 100 }, (_, row) => [part * 100 + row, `博主${row}`]));
    }
  };
  const columns = [{ title: "n", format: "integer" as const }, { title: "x" }];
  expect(given).toBe(0);
  const [cells] = await cellsOf([{ name: "a", columns, rows: parts() }]);
  expect(given).toBe(30);
  expect(cells?.slice(1).map(([number]) => number)).toEqual(
    Array.from({ length: 3_000 }, (_, row) => String(row)),
  );
});

test("any words survive the round trip", async () => {
  const word = fc
    .string({ unit: "grapheme", maxLength: 20 })
    // the sign for an unreadable character says nothing, and is left out of workbooks
    .map((text) => text.replaceAll("\u{FFFD}", "").trim());
  const rows = fc.array(fc.tuple(word, word), { minLength: 400, maxLength: 400 });
  await fc.assert(
    fc.asyncProperty(rows, async (words) => {
      const columns = [{ title: "x" }, { title: "y" }, { title: "end" }];
      const [cells] = await cellsOf([{ name: "a", columns, rows: words.map((row) => [...row, "."]) }]);
      expect(cells?.slice(1)).toEqual(words.map((row) => [...row, "."]));
    }),
    { numRuns: 5, endOnFailure: true },
  );
});

test("a wide sheet prints the columns that decide on one page's width, with its header on every page", async () => {
  const columns = ["A", "B", "C"].map((title) => ({ title }));
  const sheets = [
    { name: "It's wide", columns, printedColumns: 2, rows: [["a", "b", "c"]] },
    { name: "Other", columns, rows: [] },
  ];
  const parts = unzip(Buffer.from(await writeWorkbook(sheets)));
  const book = parts.get("xl/workbook.xml") ?? "";
  expect(book).toContain(
    `<definedName name="_xlnm.Print_Area" localSheetId="0">'It''s wide'!$A:$B</definedName>`,
  );
  expect(book).toContain(
    `<definedName name="_xlnm.Print_Titles" localSheetId="1">'Other'!$1:$1</definedName>`,
  );
  expect(book.match(/Print_Area/gu)).toHaveLength(1);
  expect(parts.get("xl/worksheets/sheet1.xml")).toContain(
    'orientation="landscape" fitToWidth="1" fitToHeight="0"',
  );
});

/** Lists that are longer than what is read at a time: where a part ends makes no difference to what is read. */
import * as fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { dialectOf, splitLines } from "../../src/imports/split-lines.ts";
import { bytesOf, csv, importCsv, readWhole } from "./sheets.ts";

const ROWS = 4_000;
const ID = (number: number) => number.toString(16).padStart(24, "0");

describe("CSV text", () => {
  const piece = fc.constantFrom("a", "护肤", "1.5", " ", ",", ",", "\n", "\n", '"', '""', ";", "\t");
  const text = fc.array(piece, { minLength: 1, maxLength: 60 }).map((parts) => parts.join(""));

  test("is parted as papaparse parts it", () => {
    fc.assert(
      fc.property(text, (whole) => {
        const dialect = { delimiter: ",", newline: "\n" } as const;
        const { rows } = splitLines(whole, dialect, true);
        expect(rows).toEqual(Papa.parse(whole, dialect).data);
      }),
      { numRuns: 2_000 },
    );
  });

  test("may go on in the next piece after any character", () => {
    const cells = fc.array(fc.constantFrom("a", "", "护肤", "x,y", "two\nlines", 'a "b"'), {
      minLength: 2,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 6 }), fc.nat(), (grid, place) => {
        const whole = csv(grid);
        const cut = place % whole.length;
        const dialect = dialectOf("a,b\r\n");
        const first = splitLines(whole.slice(0, cut), dialect, false);
        const { rows } = splitLines(whole.slice(first.used), dialect, true);
        expect([...first.rows, ...rows]).toEqual(grid);
      }),
    );
  });

  test.each(["utf8", "gb18030", "utf-16le"])("of %s is read whole, line by line", async (encoding) => {
    const grid = Array.from({ length: ROWS }, (_, index) => [`博主${index}🌸`, `两行\n字${index}`, "x,y"]);
    const table = await readWhole(
      bytesOf(csv([["昵称", "备注", "城市"], ...grid]), encoding, true),
      "list.csv",
    );
    expect(table.rows.map(({ cells }) => cells)).toEqual(grid);
    expect(table.rows.at(-1)?.line).toBe(2 * ROWS);
    const again: unknown[] = [];
    for await (const part of table.parts()) again.push(...part);
    expect(again).toEqual(table.rows);
  });
});

test("a number without a sign far down is read on the scale of the whole column", async () => {
  const shares = (last: string) =>
    importCsv([
      ["昵称", "女粉占比", "活跃粉丝占比"],
      ...Array.from({ length: ROWS }, (_, index) => [
        `博主${index}`,
        "52%",
        index === ROWS - 2 ? "0.4" : last,
      ]),
    ]);
  const { creators, report } = await shares("0.25");
  expect(report.unusedCells).toEqual([]);
  expect(creators.map(({ facts }) => facts.activeShare?.value).slice(-3)).toEqual([0.25, 0.4, 0.25]);
  const percent = (await shares("25")).creators;
  expect(percent.map(({ facts }) => facts.activeShare?.value).slice(-3)).toEqual([0.25, 0.004, 0.25]);
});

test("a creator is found again by handle where a later row has no link", async () => {
  const row = (index: number) => [`博主${index}`, `RB_${index}`, ID(index)];
  const { creators, report } = await importCsv([
    ["昵称", "小红书号", "达人ID"],
    ...Array.from({ length: ROWS }, (_, index) => row(index)),
    ["改名了", "rb_7", ""],
    ["另一个", "rb_7", ID(ROWS)],
    ["博主9", "", ""],
  ]);
  expect(report.setAside).toEqual([{ line: ROWS + 2, name: "改名了", reason: "duplicate", of: 9 }]);
  expect(creators).toHaveLength(ROWS + 2);
});

test("equal texts in a column are one fact, also on different days", async () => {
  const rows = Array.from({ length: 300 }, (_, index) => [
    `博主${index}`,
    `2026-08-0${(index % 9) + 1}`,
    "护肤",
    "52%",
  ]);
  const { creators } = await importCsv([
    ["达人名称", "更新时间", "达人标签", "水粉占比", "灰豚指数", "粉丝男/女"],
    ...rows,
  ]);
  for (const [index, { facts }] of creators.entries()) {
    const origin = { source: "huitun", asOf: `2026-08-0${(index % 9) + 1}` };
    expect(facts).toEqual({
      category: { value: "beauty", ...origin },
      suspiciousShare: { value: 0.52, ...origin },
    });
  }
});

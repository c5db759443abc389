import { expect, test } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { readWhole } from "./sheets.ts";

test("numbers read as people write them, dates as ISO dates, whole numbers with all their digits", async () => {
  const bytes = await writeXlsxFile(
    [
      ["昵称", "粉丝数", "图文报价", "更新时间", "是否报备"],
      [
        "甲",
        1.2e21,
        0.1 + 0.2,
        { value: new Date(Date.UTC(2026, 7, 6)), type: Date, format: "yyyy/mm/dd" },
        true,
      ],
      [
        null,
        null,
        3,
        { value: new Date(Date.UTC(2026, 7, 6, 10, 20)), type: Date, format: "yyyy/mm/dd hh:mm" },
        false,
      ],
    ],
    { sheet: "名单" },
  ).toBuffer();
  const { rows } = await readWhole(bytes, "list.xlsx");
  expect(rows.map(({ cells }) => cells)).toEqual([
    ["甲", "1.2e+21", "0.3", "2026-08-06", "true"],
    ["", "", "3", "2026-08-06T10:20:00Z", "false"],
  ]);
});

test("reading a workbook leaves room for other work", async () => {
  const rows = Array.from({ length: 5_000 }, (_, index) => [
    `博主${index}`,
    index,
    "上海",
    "护肤",
    index * 2,
  ]);
  const bytes = await writeXlsxFile([["昵称", "粉丝数", "城市", "类目", "图文报价"], ...rows], {
    sheet: "名单",
  }).toBuffer();
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
  }, 5);
  const table = await readWhole(bytes, "list.xlsx");
  clearInterval(timer);
  expect(table.rows).toHaveLength(5_000);
  expect(ticks).toBeGreaterThan(5);
});

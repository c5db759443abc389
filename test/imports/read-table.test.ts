import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "../../src/domain/errors.ts";
import { bytesOf, csv, type Grid, readWhole, workbook } from "./sheets.ts";

const GRID: Grid = [
  ["昵称", "粉丝数", "图文报价"],
  ["小鹿护肤", "1.2万", "3,000"],
  ["阿May🌸", "8200", "-"],
];
const ROWS = [
  { line: 2, cells: ["小鹿护肤", "1.2万", "3,000"] },
  { line: 3, cells: ["阿May🌸", "8200", "-"] },
];

async function refusal(bytes: Uint8Array, name = "list.csv"): Promise<AppError> {
  const error = await readWhole(bytes, name).then(
    () => new Error("the file was read"),
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw error;
}

describe("encodings", () => {
  test.each([
    ["UTF-8", "utf8", false, "utf-8"],
    ["UTF-8 with a mark", "utf8", true, "utf-8"],
    ["UTF-16 LE with a mark", "utf-16le", true, "utf-16le"],
    ["UTF-16 BE with a mark", "utf-16be", true, "utf-16be"],
    ["GB18030", "gb18030", false, "gb18030"],
  ])("%s", async (_, encoding, mark, expected) => {
    const table = await readWhole(bytesOf(csv(GRID), encoding, mark), "list.csv");
    expect(table).toMatchObject({ format: "csv", encoding: expected, header: GRID[0], rows: ROWS });
  });

  test("a character that two pieces of a big file share is not broken", async () => {
    const names = Array.from({ length: 30_000 }, (_, index) => [
      `${"博".repeat(1 + (index % 3))}${index}`,
      "1",
    ]);
    for (const encoding of ["utf8", "gb18030"]) {
      const table = await readWhole(bytesOf(csv([["昵称", "粉丝数"], ...names]), encoding), "list.csv");
      expect(table.rows.map(({ cells }) => cells)).toEqual(names);
    }
  });
});

test.each([",", "\t", ";"])("separator %j", async (separator) => {
  const table = await readWhole(bytesOf(csv(GRID, separator)), "list.csv");
  expect(table.header).toEqual(GRID[0]);
  expect(table.rows).toEqual(ROWS);
});

test("cells such as `42.64% | 192745` do not make | a separator", async () => {
  const text = "昵称,水粉占比\n甲,42.64% | 192745\n乙,3% | 1\n丙,4% | 2\n";
  expect((await readWhole(bytesOf(text), "list.csv")).header).toEqual(["昵称", "水粉占比"]);
});

test("a row is named by the line it starts on, also after cells with line breaks and empty lines", async () => {
  const text = '昵称,简介\r\n甲,"一\n二\n三"\r\n\r\n乙,四\r\n';
  const { rows } = await readWhole(bytesOf(text), "list.csv");
  expect(rows.map(({ line }) => line)).toEqual([2, 6]);
});

describe("the header", () => {
  test("stands below a title and a blank line", async () => {
    const { header, rows } = await readWhole(bytesOf(`2026 春季达人名单,,\n,,\n${csv(GRID)}`), "list.csv");
    expect(header).toEqual(GRID[0]);
    expect(rows.map(({ line }) => line)).toEqual([4, 5]);
  });

  test("takes two rows in Pugongying's note report, and the lower one wins", async () => {
    const bytes = await workbook({
      笔记批量数据: [
        ["数据更新日期", "博主信息", "", "笔记信息", "任务ID"],
        ["", "", "", "", ""],
        ["", "博主昵称", "博主粉丝量", "笔记id", "任务ID"],
        ["2026/08/06", "小鹿护肤", "82000", "66aa00000000000000000001", "9"],
      ],
    });
    const table = await readWhole(bytes, "report.xlsx");
    expect(table.header).toEqual(["数据更新日期", "博主昵称", "博主粉丝量", "笔记id", "任务ID"]);
    expect(table.rows.map(({ line }) => line)).toEqual([4]);
    expect(table.sheet).toBe("笔记批量数据");
  });

  test("has cells merged over several columns, and the line below names each of them", async () => {
    const { header, rows } = await readWhole(
      bytesOf(
        csv([
          ["达人昵称", "粉丝数", "报价", "", "备注"],
          ["", "", "图文", "视频", ""],
          ["小鹿", "8.2万", "3000", "4500", ""],
        ]),
      ),
      "list.csv",
    );
    expect(header).toEqual(["达人昵称", "粉丝数", "图文报价", "视频报价", "备注"]);
    expect(rows).toEqual([{ line: 3, cells: ["小鹿", "8.2万", "3000", "4500", ""] }]);
  });

  test("is one line where the next is a creator, also one with few cells", async () => {
    const { header, rows } = await readWhole(
      bytesOf(
        csv([
          ["达人昵称", "城市", "报价", ""],
          ["小鹿", "上海", "", ""],
          ["", "", "面议", "图文"],
        ]),
      ),
      "list.csv",
    );
    expect(header).toEqual(["达人昵称", "城市", "报价", ""]);
    expect(rows).toHaveLength(2);
  });

  test("of unknown words is the first full row without numbers", async () => {
    const { header } = await readWhole(bytesOf("Spring list\nPerson,Size\nAnna,12\n"), "list.csv");
    expect(header).toEqual(["Person", "Size"]);
  });
});

describe("workbooks", () => {
  test("give the same rows as CSV, and ids keep all their digits", async () => {
    const id = "123456789012345678901234567890";
    const bytes = await workbook({ 名单: [...GRID, ["丙", id, "007"]] });
    const table = await readWhole(bytes, "whatever.csv");
    expect(table).toMatchObject({ format: "xlsx", sheet: "名单", header: GRID[0] });
    expect(table.rows).toEqual([...ROWS, { line: 4, cells: ["丙", id, "007"] }]);
  });

  test("the sheet with the creators is taken, wherever it stands", async () => {
    const bytes = await workbook({ 说明: [["请先看说明"], ["第二行"]], 名单: GRID });
    expect((await readWhole(bytes, "list.xlsx")).sheet).toBe("名单");
  });
});

describe("what is refused", () => {
  const zipOfText = Buffer.from(
    "504b03040a00000000000000210000000000000000000000000001000000" +
      "61504b01021400 0a00000000000000210000000000000000000000000001000000000000000000000000000000000061".replaceAll(
        " ",
        "",
      ) +
      "504b050600000000010001002f0000001f0000000000",
    "hex",
  );
  test.each([
    ["an empty file", Buffer.alloc(0), "file-empty", "no-bytes"],
    ["blank lines only", bytesOf("\n\n , \n"), "file-empty", "no-rows"],
    ["a header only", bytesOf("昵称,粉丝数\n"), "file-empty", "no-rows"],
    ["a PNG", Buffer.from("89504e470d0a1a0a0000", "hex"), "file-not-table", "picture"],
    ["a JPEG", Buffer.from("ffd8ffe000104a46", "hex"), "file-not-table", "picture"],
    ["a PDF", bytesOf("%PDF-1.7\n"), "file-not-table", "pdf"],
    ["a ZIP that is no workbook", zipOfText, "file-not-table", "archive"],
    ["a ZIP cut off", zipOfText.subarray(0, 40), "file-unreadable", "damaged"],
    ["prose", bytesOf("Dear team\nplease find nothing attached\n"), "file-not-table", "no-columns"],
    [
      "a web page",
      bytesOf("<html><table><tr><td>昵称</td></tr></table></html>"),
      "file-not-table",
      "web-page",
    ],
    ["bytes of some program", Buffer.from("7f454c460201000000", "hex"), "file-not-table", "binary"],
    ["an old .xls", Buffer.from("d0cf11e0a1b11ae10000", "hex"), "file-unreadable", "old-excel"],
    [
      "a workbook with a password",
      Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]),
      "file-unreadable",
      "password",
    ],
    [
      "a quote that is never closed",
      bytesOf(`昵称,备注\n甲,"${"乙,1\n".repeat(40_000)}`),
      "file-unreadable",
      "quotes",
    ],
  ])("%s", async (_, bytes, code, reason) => {
    const error = await refusal(bytes, "dropped.csv");
    expect(error.code).toBe(code);
    expect(error.details).toMatchObject({ reason, file: "dropped.csv" });
  });

  test("more than 30 MB, with both sizes", async () => {
    const error = await refusal(new Uint8Array(30 * 1024 * 1024 + 1));
    expect(error.code).toBe("file-too-large");
    expect(error.details).toMatchObject({ mb: 30.1, limit: 30 });
  });

  test("more than 50,000 rows, but not 50,000", async () => {
    const rows = (count: number) => bytesOf(`昵称,粉丝数\n${"甲,1\n".repeat(count)}`);
    expect((await readWhole(rows(50_000), "list.csv")).rows).toHaveLength(50_000);
    const error = await refusal(rows(50_001));
    expect(error.code).toBe("file-too-large");
    expect(error.details).toMatchObject({ limit: 50_000 });
  });
});

describe("whatever is dropped is read or refused", () => {
  const readOrRefused = async (bytes: Uint8Array) => {
    const answer = await readWhole(bytes, "x").catch((thrown: unknown) => thrown);
    if (answer instanceof AppError) return;
    expect(answer).toMatchObject({ format: "csv", header: expect.any(Array), rows: expect.any(Array) });
  };

  test("any bytes", async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), readOrRefused), { numRuns: 300 });
  });

  test("any text with marks of a table in it", async () => {
    const piece = fc.oneof(
      fc.constantFrom("昵称", "粉丝数", ",", "\t", ";", "\n", "\r\n", '"', "\ufeff", "1.2万", " "),
      fc.string({ unit: "grapheme", maxLength: 3 }),
    );
    const text = fc.array(piece, { maxLength: 60 }).map((pieces) => bytesOf(pieces.join("")));
    await fc.assert(fc.asyncProperty(text, readOrRefused), { numRuns: 300 });
  });

  test("a mark of UTF-8 and nothing else", async () => {
    expect((await refusal(bytesOf("", "utf8", true))).code).toBe("file-empty");
  });
});

/** Rows and files that make no sense: a clear answer in both languages, and nothing half imported. */
import iconv from "iconv-lite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createReading } from "../../src/chat/reading.ts";
import { zip } from "../../src/documents/zip.ts";
import { readReport } from "../../src/store/report-record.ts";
import { templates } from "../../templates/index.ts";
import { locales } from "../../templates/locales/index.ts";
import { workbook } from "../imports/sheets.ts";
import { linesOf } from "../support/card-text.ts";
import { newest, shareList } from "../support/shared-lists.ts";
import { type Bench, createBench } from "../support/use-case.ts";

const HEADER = "昵称,小红书号,平台,粉丝数,阅读中位数,互动中位数,图文报价";

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
});
afterEach(() => bench.close());

const maya = () => bench.addMember("Maya", "marketer");
const list = (...rows: string[]) => [HEADER, ...rows].join("\n");

interface Vetted {
  name: string;
  facts: Record<string, { value: unknown } | undefined>;
  report: { flags: { id: string }[] };
}
async function vetted(): Promise<Vetted[]> {
  const { rows } = await bench.store.pool.query<Vetted>(
    "select c.name, v.facts, v.report from seedbed.vettings v join seedbed.creators c on c.id = v.creator_id order by c.id",
  );
  return rows.map((row) => ({ ...row, report: readReport(row.report as never) }));
}

/** The report as it reads in a language. */
async function reportIn(language: "en" | "zh-CN"): Promise<string> {
  const data = await newest(bench, "import-report");
  const template = templates["import-report"];
  const reading = createReading(language, "Asia/Shanghai", locales[language]);
  return linesOf(template.render(template.data.parse(data), reading)).join("\n");
}

test("mixed platforms, doubles and totals are set aside with their reasons; the others are vetted", async () => {
  await shareList(
    bench,
    await maya(),
    "a.csv",
    list(
      "小鹿,deer1,小红书,82000,1,1,",
      "阿强,q1,抖音,5000,1,1,",
      "小鹿,deer1,小红书,1,1,1,",
      "合计,,,87000,,,",
    ),
  );
  expect((await vetted()).map(({ name }) => name)).toEqual(["小鹿"]);
  const english = await reportIn("en");
  const chinese = await reportIn("zh-CN");
  for (const part of [
    "another platform: 1 row",
    "line 3 阿强",
    "another row, which counts: 1 row",
    "totals: 1 row",
  ])
    expect(english).toContain(part);
  for (const part of ["不是小红书账号：1 行", "第 3 行 阿强", "合计行：1 行"])
    expect(chinese).toContain(part);
});

test("negative, absurd and bucket numbers count as unknown, and each cell is named", async () => {
  await shareList(
    bench,
    await maya(),
    "a.csv",
    list(
      "负数,n1,,-5,-1,-2,-300",
      "荒唐,n2,,99999999999999,1e99,900万亿,1千+",
      "区间,n3,,1千+,1万-5万,5000以上,面议",
    ),
  );
  for (const { facts } of await vetted()) expect(Object.keys(facts)).toEqual([]);
  expect(await newest(bench, "import-report")).toMatchObject({ cellsUnused: 12, rowsSetAside: 0 });
  expect(await reportIn("en")).toContain("A negative number: 4 cells");
  expect(await reportIn("zh-CN")).toContain("是负数：4 个单元格");
});

test("fewer reads than interactions is a red flag and no rate; no followers is a size of 0", async () => {
  await shareList(bench, await maya(), "a.csv", list("反了,v1,,82000,100,3000,3000", "零粉,v2,,0,0,0,"));
  const [impossible, nobody] = await vetted();
  expect(impossible?.report.flags.map(({ id }) => id)).toContain("impossible-numbers");
  expect(nobody?.facts["followers"]?.value).toBe(0);
  expect(JSON.stringify(nobody?.report)).not.toMatch(/NaN|Infinity/u);
});

test("a note report with too few notes vets the creators and says why there is no median", async () => {
  const header = "笔记id,博主昵称,博主粉丝量,笔记发布日期,笔记来源,报备品牌,阅读量,互动量";
  await shareList(
    bench,
    await maya(),
    "notes.csv",
    `${header}\n66aa,小鹿,82000,2026/11/01,定制商单,某品牌,1000,50`,
  );
  const [one] = await vetted();
  expect(one?.facts["followers"]?.value).toBe(82_000);
  expect(one?.facts["reads"]).toBeUndefined();
  expect(await reportIn("en")).toContain("Too few notes in 90 days");
  expect(await reportIn("zh-CN")).toContain("90 天内笔记太少");
});

describe("a file of no use: what is wrong with it and what to send instead, and nothing of it is kept", () => {
  const oldFile = (stream: string) =>
    Buffer.concat([
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      Buffer.alloc(512),
      Buffer.from(stream, "utf16le"),
    ]);
  const packed = (...paths: string[]) => zip(paths.map((path) => ({ path, content: [Buffer.from("x")] })));
  const html = "<html><body><table><tr><td>昵称</td></tr></table></body></html>";
  const tooMany = `昵称,粉丝数\n${Array.from({ length: 200_000 }, (_, index) => `博主${index},100`).join("\n")}`;
  test.each<[string, string | Uint8Array | Promise<Uint8Array>, string, string]>([
    [
      "截图.png",
      Buffer.from("89504e470d0a1a0a0000", "hex"),
      "读不出图片里的数据",
      "off a picture. Send the list as CSV or XLSX",
    ],
    ["扫描.tiff", Buffer.from("49492a0008000000", "hex"), "读不出图片里的数据", "off a picture"],
    ["刊例.pdf", "%PDF-1.7\n", "PDF 里的表格。请向对方要 XLSX", "a PDF. Ask for the XLSX or CSV"],
    ["名单.docx", packed("word/document.xml"), "复制到 Excel，存为 .xlsx", "Copy the table into Excel"],
    ["名单.doc", oldFile("WordDocument"), "复制到 Excel，存为 .xlsx", "Copy the table into Excel"],
    ["名单.pptx", packed("ppt/presentation.xml"), "幻灯片里的表格。请改发", "in slides. Send the list"],
    ["名单.numbers", packed("Index/Document.iwa"), "“文件 > 导出为 > Excel”", "File > Export To > Excel"],
    [
      "名单.ods",
      packed("mimetype", "content.xml"),
      "OpenDocument 表格。请另存为",
      "OpenDocument table. Save it",
    ],
    ["名单.zip", packed("名单.xlsx"), "压缩包。请解压后", "an archive. Unpack it"],
    ["导出.xls", html, "网页格式的文件", "a web page, whatever the file's name says"],
    ["导出2.xls", iconv.encode(html, "utf-16le", { addBOM: true }), "网页格式的文件", "a web page"],
    ["旧版.xls", oldFile("Workbook"), "请另存为 .xlsx", "(.xls or .xlsb). Save it as .xlsx"],
    ["二进制.xlsb", packed("xl/workbook.bin"), "请另存为 .xlsx", "(.xls or .xlsb). Save it as .xlsx"],
    [
      "加密.xlsx",
      oldFile("EncryptedPackage"),
      "文件有密码，请去掉密码",
      "has a password. Save it without one",
    ],
    ["炸弹.xlsx", bombOf("xl/workbook.xml"), "文件展开后有 4,096 MB，上限 200 MB。请", "unpacks to 4,096 MB"],
    [
      "损坏.xlsx",
      Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(400, 7)]),
      "文件已损坏",
      "it is damaged. Export it again",
    ],
    ["二十万行.csv", tooMany, "名单超过 50,000 行，请分成", "over 50,000 rows. Split it"],
    ["空.csv", "", "文件是空的，请重新导出", "The file is empty. Export it again"],
    ["只有表头.csv", "昵称,粉丝数\n", "只有表头或没有内容，请导出", "only has a header"],
    [
      "只有表头.xlsx",
      workbook({ 名单: [["昵称", "粉丝数"]] }),
      "只有表头或没有内容，请导出",
      "only has a header",
    ],
    [
      "引号.csv",
      '昵称,粉丝数\n小鹿,100\n"阿禾,200\n',
      "有引号没有闭合，请重新导出",
      "is never closed from line 3 on",
    ],
    [
      "信.csv",
      "Dear team\nplease find nothing attached\n",
      "没有找到表格。请把表头放在第一行",
      "no table in this file. Put the headers",
    ],
    [
      "程序.csv",
      Buffer.from("7f454c460201000000", "hex"),
      "不是表格，请发 CSV 或 XLSX",
      "not a table I can read. Send",
    ],
    ["无昵称.csv", "新红指数,爆文数\n1,2\n", "没有找到博主昵称这一列", "no column with creators' names"],
  ])("%s", async (name, content, chinese, english) => {
    await shareList(bench, await maya(), name, await content);
    const card = await newest(bench, "import-progress");
    expect(card?.failure).not.toBeNull();
    for (const [language, words] of [
      ["en", english],
      ["zh-CN", chinese],
    ] as const) {
      const template = templates["import-progress"];
      const reading = createReading(language, "Asia/Shanghai", locales[language]);
      const text = linesOf(template.render(template.data.parse(card), reading)).join("\n");
      expect(text).toContain(name);
      expect(text).toContain(words);
      expect(text).not.toMatch(/undefined|\[object|went wrong|出错|\?/u);
    }
    expect(await vetted()).toEqual([]);
    expect((await bench.store.pool.query("select 1 from seedbed.creators")).rowCount).toBe(0);
  });

  test("a picture that its platform gives no name is called a picture", async () => {
    await shareList(bench, await maya(), "image", Buffer.from("89504e470d0a1a0a0000", "hex"));
    const card = await newest(bench, "import-progress");
    const template = templates["import-progress"];
    const read = (language: "en" | "zh-CN", data: object) =>
      linesOf(
        template.render(
          template.data.parse(data),
          createReading(language, "Asia/Shanghai", locales[language]),
        ),
      );
    expect(
      read("zh-CN", card ?? {})
        .toSpliced(1, 1)
        .slice(0, 2),
    ).toEqual([
      "这是一张图片，用不了",
      "读不出图片里的数据。请发 CSV 或 XLSX 名单，或直接填写：/看号 昵称 粉丝=…",
    ]);
    expect(read("en", card ?? {})[0]).toBe("This is a picture: I can't use it");
    expect(read("zh-CN", { ...card, failure: null })[0]).toBe("正在读取图片");
  });
});

/** A ZIP of some bytes whose directory promises a file of 4 GB. */
function bombOf(name: string): Buffer {
  const file = Buffer.alloc(30);
  file.writeUInt32LE(0x04034b50, 0);
  const entry = Buffer.alloc(46 + name.length);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt32LE(0xffff_fff0, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.write(name, 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(file.length, 16);
  return Buffer.concat([file, entry, end]);
}

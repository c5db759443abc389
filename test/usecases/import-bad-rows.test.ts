/** Rows and files that make no sense: a clear answer in both languages, and nothing half imported. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createReading } from "../../src/chat/reading.ts";
import { readReport } from "../../src/store/report-record.ts";
import { templates } from "../../templates/index.ts";
import { locales } from "../../templates/locales/index.ts";
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
    "earlier row, which counts: 1 row",
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

describe("a file that cannot be read whole is not read at all", () => {
  const locked = Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(512),
    Buffer.from("EncryptedPackage", "utf16le"),
  ]);
  const bomb = bombOf("xl/workbook.xml");
  const tooMany = `昵称,粉丝数\n${Array.from({ length: 200_000 }, (_, index) => `博主${index},100`).join("\n")}`;
  test.each<[string, string | Buffer, string, string]>([
    ["a picture", Buffer.from("89504e470d0a1a0a0000", "hex"), "file-not-table", "picture"],
    ["a workbook with a password", locked, "file-unreadable", "password"],
    ["a bomb", bomb, "file-too-large", ""],
    ["200,000 rows", tooMany, "file-too-large", ""],
    ["a quote that is never closed", '昵称,粉丝数\n小鹿,100\n"阿禾,200\n', "file-unreadable", "quotes"],
    ["prose", "Dear team\nplease find nothing attached\n", "file-not-table", "no-columns"],
  ])("%s", async (_, content, code, reason) => {
    await shareList(bench, await maya(), "list.csv", content);
    const card = await newest(bench, "import-progress");
    expect(card?.failure).toMatchObject({ code, ...(reason === "" ? {} : { details: { reason } }) });
    for (const language of ["en", "zh-CN"] as const) {
      const template = templates["import-progress"];
      const reading = createReading(language, "Asia/Shanghai", locales[language]);
      const text = linesOf(template.render(template.data.parse(card), reading)).join("\n");
      expect(text).toContain("list.csv");
      expect(text).not.toMatch(/undefined|\[object|went wrong|出错/u);
    }
    expect(await vetted()).toEqual([]);
    expect((await bench.store.pool.query("select 1 from seedbed.creators")).rowCount).toBe(0);
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

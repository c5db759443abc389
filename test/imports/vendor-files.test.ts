/** Every vendor's export with its real headers, as CSV in three encodings and as XLSX: the same is read from all of them. */
import { describe, expect, test } from "vitest";
import { readImport } from "../../src/imports/read-import.ts";
import { readTable } from "../../src/imports/read-table.ts";
import { madeUp, VENDOR_FILES, vendorGrid } from "../support/vendor-files.ts";
import { VENDOR_HEADERS } from "../support/vendor-headers.ts";
import { bytesOf, csv, workbook } from "./sheets.ts";

const ROWS = 8;

async function read(bytes: Uint8Array, name: string) {
  const answer = await readImport(await readTable(bytes, name), {
    mappingOf: () => Promise.resolve(undefined),
  });
  if (!("list" in answer)) throw new Error("The columns are not known.");
  return answer.list;
}

describe.each(VENDOR_FILES)("%s", (vendor) => {
  const grid = vendorGrid(vendor, ROWS);

  test("is read alike from UTF-8 with and without its mark, GB18030 and XLSX", async () => {
    const plain = await read(bytesOf(csv(grid)), "list.csv");
    const others = [
      await read(bytesOf(csv(grid), "utf8", true), "list.csv"),
      await read(bytesOf(csv(grid), "gb18030"), "list.csv"),
      await read(await workbook({ 笔记批量数据: grid }), "list.xlsx"),
    ];
    for (const other of others) expect(other).toEqual(plain);
  });

  test("every creator is there with who they are and how many follow them", async () => {
    const { vendor: source, creators, report } = await read(bytesOf(csv(grid)), "list.csv");
    expect(source).toBe(VENDOR_HEADERS[vendor]?.source ?? "mcn");
    expect(report.setAside).toEqual([]);
    expect(creators).toHaveLength(ROWS);
    for (const [index, { name, handle, platformId, facts }] of creators.entries()) {
      const known = madeUp(index);
      expect(name).toBe(known.name);
      if (handle !== undefined) expect(handle).toBe(known.handle);
      if (platformId !== undefined) expect(platformId).toBe(known.id);
      expect(handle ?? platformId).toBeDefined();
      if (vendor !== "qiangua-notes") expect(facts.followers?.value).toBe(known.followers);
    }
  });

  test("no cell is misread: what is listed as unused is only what a note report says of few notes", async () => {
    const { report } = await read(bytesOf(csv(grid)), "list.csv");
    expect(report.unusedCells.filter(({ problem }) => problem !== "few-notes")).toEqual([]);
  });

  test("contact data is nowhere in what is read", async () => {
    const text = JSON.stringify(await read(bytesOf(csv(grid)), "list.csv"));
    for (const secret of ["13800138000", "someone@example.com", "合作请加微信"])
      expect(text).not.toContain(secret);
  });

  test("the order of rows makes no difference", async () => {
    const headerRows = vendor === "pugongying-notes" ? 3 : 1;
    const turned = [...grid.slice(0, headerRows), ...grid.slice(headerRows).toReversed()];
    const byName = async (rows: typeof grid) => {
      const { creators } = await read(bytesOf(csv(rows)), "list.csv");
      return Object.fromEntries(creators.map((creator) => [creator.name, { ...creator, line: undefined }]));
    };
    expect(await byName(turned)).toEqual(await byName(grid));
  });
});

import { describe, expect, test } from "vitest";
import { AppError } from "../../src/domain/errors.ts";
import { readTable } from "../../src/imports/read-table.ts";
import { listZip, repackZip } from "../../src/imports/unpack-zip.ts";
import { workbook } from "./sheets.ts";

const book = Buffer.from(
  await workbook({
    名单: [
      ["昵称", "粉丝数"],
      ["甲", "1"],
    ],
  }),
);

/** Where the directory's entry for a file begins. */
function entryOf(zip: Buffer, name: string): number {
  const at = zip.lastIndexOf(Buffer.from(name)) - 46;
  expect(zip.readUInt32LE(at)).toBe(0x02014b50);
  return at;
}

function lying(name: string, unpacked: number): Buffer {
  const zip = Buffer.from(book);
  zip.writeUInt32LE(unpacked, entryOf(zip, name) + 24);
  return zip;
}

test("lists what a workbook holds, with sizes", () => {
  const entry = listZip(book).find(({ name }) => name === "xl/workbook.xml");
  expect(entry?.unpacked).toBeGreaterThan(100);
});

test("the repacked files can be read again and hold what was asked for only", async () => {
  const repacked = await repackZip(book, (name) => name.startsWith("xl/"));
  expect(repacked.includes("xl/workbook.xml")).toBe(true);
  expect(repacked.includes("[Content_Types].xml")).toBe(false);
});

describe("a bomb", () => {
  test("that declares more than 200 MB is refused before anything is unpacked", () => {
    const zip = lying("xl/workbook.xml", 201 * 1024 * 1024);
    expect(() => listZip(zip)).toThrow(expect.objectContaining({ code: "file-too-large" }));
  });

  test.each([0, 10, 100_000])(
    "that declares %i bytes for a file of another size is damaged",
    async (size) => {
      const error = await readTable(lying("xl/workbook.xml", size), "bomb.xlsx").catch(
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(AppError);
      expect(error).toMatchObject({ code: "file-unreadable", details: { reason: "damaged" } });
    },
  );
});

test("a file cut anywhere is refused with a reason, never with a crash", async () => {
  for (let length = 4; length < book.length; length += 97) {
    const error = await readTable(book.subarray(0, length), "cut.xlsx").catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
  }
});

test("a workbook with a broken sheet is damaged, not half read", async () => {
  const zip = Buffer.from(book);
  const at = zip.indexOf("xl/worksheets/sheet1.xml") + "xl/worksheets/sheet1.xml".length;
  zip.fill(0xff, at, at + 12);
  await expect(readTable(zip, "broken.xlsx")).rejects.toMatchObject({ code: "file-unreadable" });
});

/** Every header that vendor exports are known to have, and how it is read: nothing is overlooked. */
import { describe, expect, test } from "vitest";
import { detectVendor } from "../../src/imports/detect-vendor.ts";
import { isPersonalColumn } from "../../src/imports/personal-data.ts";
import { planColumns } from "../../src/imports/plan-columns.ts";
import { readHeader } from "../../src/imports/read-header.ts";
import { AGENCY_HEADERS, VENDOR_HEADERS } from "../support/vendor-headers.ts";

/** A fact by its name, who or when as `=who`, one note's value as `note:…`, or why it is none. */
function readingsOf(header: readonly string[]): Record<string, string> {
  const vendor = detectVendor(header);
  const { columns } = vendor.map.rows === "orders" ? { columns: [] } : planColumns(vendor, header);
  return Object.fromEntries(
    header.map((title) => {
      const { key } = readHeader(title);
      const reading = columns.find((column) => column.title === title)?.reading ?? vendor.readings.get(key);
      if (reading === undefined) {
        if (isPersonalColumn(title)) return [title, "personal"];
        return [title, vendor.evidence.has(key) ? "evidence" : "UNKNOWN"];
      }
      if ("fact" in reading) return [title, reading.fact];
      return [title, reading.as === "note" ? `note:${reading.of}` : `=${reading.as}`];
    }),
  );
}

describe.each(Object.entries(VENDOR_HEADERS))("%s", (_, { source, rows, headers }) => {
  const header = Object.keys(headers);

  test("is known by its headers, in any order", () => {
    for (const order of [header, header.toReversed()]) {
      const { map } = detectVendor(order);
      expect({ source: map.source, rows: map.rows }).toEqual({ source, rows });
    }
  });

  test("every header is read as listed", () => {
    expect(readingsOf(header)).toEqual(headers);
  });
});

describe("agency sheets", () => {
  test.each(Object.entries(AGENCY_HEADERS))("%s is %s", (title, wanted) => {
    expect(
      readingsOf(["小红书号", title].filter((one, index, all) => all.indexOf(one) === index))[title],
    ).toBe(wanted);
  });

  test.each(["粉丝量/w", "粉丝数（万）"])("%s scales its column", (title) => {
    expect(readHeader(title).tenThousands).toBe(true);
  });
});

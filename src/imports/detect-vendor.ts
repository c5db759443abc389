/** Tells whose export a file is, by its headers alone. */
import type { HeaderMap, Reading } from "./header-maps/header-map.ts";
import { huitun } from "./header-maps/huitun.ts";
import { mcn } from "./header-maps/mcn.ts";
import { newrank } from "./header-maps/newrank.ts";
import { pugongyingCreators } from "./header-maps/pugongying-creators.ts";
import { pugongyingNotes, pugongyingOrders } from "./header-maps/pugongying-reports.ts";
import { qianguaCreators, qianguaNotes } from "./header-maps/qiangua.ts";
import { readHeader } from "./read-header.ts";

/** A header map with its headers in the spelling in which they are compared. */
export interface Vendor {
  map: HeaderMap;
  marks: ReadonlySet<string>;
  readings: ReadonlyMap<string, Reading>;
  /** known headers that are no facts */
  evidence: ReadonlySet<string>;
}

const [sheet, ...VENDORS] = [
  mcn,
  pugongyingCreators,
  pugongyingNotes,
  pugongyingOrders,
  qianguaCreators,
  qianguaNotes,
  huitun,
  newrank,
].map(
  (map): Vendor => ({
    map,
    marks: new Set(map.marks.map((mark) => readHeader(mark).key)),
    readings: new Map(
      Object.entries(map.columns).map(([header, reading]) => [readHeader(header).key, reading]),
    ),
    evidence: new Set(map.evidence.map((header) => readHeader(header).key)),
  }),
) as [Vendor, ...Vendor[]];

/** Headers that mean something else where the vendor's other ones are missing: 笔记数 may count all that there ever were. */
const VENDORS_ALONE: ReadonlySet<string> = new Set(["笔记数", "等级"]);

/**
 * What a sheet is taken for that is nobody's export. Agencies paste columns out of exports, so a header that they do not
 * use themselves means what it means in the vendor's list of creators.
 */
export const AGENCY: Vendor = withPasted(
  sheet,
  VENDORS.filter(({ map }) => map.rows === "creators"),
);

function withPasted(own: Vendor, vendors: readonly Vendor[]): Vendor {
  const readings = new Map(own.readings);
  const evidence = new Set(own.evidence);
  const isFree = (key: string) => !readings.has(key) && !evidence.has(key) && !VENDORS_ALONE.has(key);
  for (const vendor of vendors) {
    for (const [key, reading] of vendor.readings) if (isFree(key)) readings.set(key, reading);
    for (const key of vendor.evidence) if (isFree(key)) evidence.add(key);
  }
  return { ...own, readings, evidence };
}

const KNOWN = new Set(
  [AGENCY, ...VENDORS].flatMap(({ marks, readings, evidence }) => [
    ...marks,
    ...readings.keys(),
    ...evidence,
  ]),
);

/** One mark could be a coincidence in a sheet that was written by hand. */
const MARKS_NEEDED = 2;

/**
 * The vendor with the most headers of its own in the file; a sheet that is nobody's export is read as an agency's.
 * @param header the file's headers, in any order
 */
export function detectVendor(header: readonly string[]): Vendor {
  const keys = new Set(header.map((text) => readHeader(text).key));
  const found = VENDORS.map((vendor) => ({
    vendor,
    marks: [...vendor.marks].filter((mark) => keys.has(mark)).length,
  }));
  const best = found.reduce((a, b) => (b.marks > a.marks ? b : a));
  return best.marks >= MARKS_NEEDED ? best.vendor : AGENCY;
}

/** How many of the cells are headers that some vendor or agency uses. */
export function knownHeaders(cells: readonly string[]): number {
  return cells.filter((cell) => KNOWN.has(readHeader(cell).key)).length;
}

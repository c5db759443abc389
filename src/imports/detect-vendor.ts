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

const [agency, ...VENDORS] = [
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

/** What a sheet is taken for that is nobody's export. */
export const AGENCY = agency;

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

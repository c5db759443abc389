/** Writes workbooks for people to open in Excel or WPS: typed cells, a header that stays in view, nothing that runs. */
import type { Sheet } from "../chat/documents.ts";
import { escaped, nameOf, STYLES, sheetXml, shortened } from "./sheet-xml.ts";
import { zip } from "./zip.ts";

/** What Excel allows in the name of a sheet. */
const LONGEST_SHEET_NAME = 31;
const NOT_IN_SHEET_NAMES = /[[\]/\\:*?]/g;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * Strings are written as strings whatever they begin with (`=`, `+`, `-`, `@`, tab), so no creator's nickname becomes a
 * formula. Numbers show by their column: "percent" takes fractions of 1, "money" major units, and "text", which is the
 * default, keeps every digit of an id. Numbers that are not finite leave the cell empty; longer texts than Excel allows
 * end in `…`.
 * @param sheets one or more; names that Excel refuses are adapted, and equal ones numbered; widths in characters. Rows
 *   that come in parts are written part by part and need never be in memory together
 * @returns the bytes of an XLSX file, the same for the same sheets
 */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const names = sheetNames(sheets.map(({ name }) => name));
  const paths = sheets.map((_, index) => `worksheets/sheet${index + 1}.xml`);
  return zip([
    file("[Content_Types].xml", contentTypes(paths)),
    file("_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]])),
    file("xl/workbook.xml", workbook(names, sheets)),
    file(
      "xl/_rels/workbook.xml.rels",
      relations([...paths.map((path): [string, string] => ["worksheet", path]), ["styles", "styles.xml"]]),
    ),
    file("xl/styles.xml", STYLES),
    ...sheets.map((sheet, index) => ({ path: `xl/${paths[index] ?? ""}`, content: sheetXml(sheet) })),
  ]);
}

function file(path: string, xml: string) {
  return { path, content: [Buffer.from(xml)] };
}

function contentTypes(sheets: readonly string[]): string {
  const parts = [
    ["/xl/workbook.xml", "sheet.main"],
    ["/xl/styles.xml", "styles"],
    ...sheets.map((path) => [`/xl/${path}`, "worksheet"]),
  ];
  const overrides = parts.map(
    ([path, kind]) => `<Override PartName="${path}" ContentType="${TYPE}.${kind}+xml"/>`,
  );
  return `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`;
}

/** @param targets each with the last word of its type; numbered in this order */
function relations(targets: readonly (readonly [string, string])[]): string {
  const lines = targets.map(
    ([kind, path], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${path}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${lines.join("")}</Relationships>`;
}

function workbook(names: readonly string[], all: readonly Sheet[]): string {
  const sheets = names.map(
    (name, index) =>
      `<sheet name="${escaped(name).replaceAll('"', "&quot;")}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const printed = names.flatMap((name, index) => printing(name, index, all[index]));
  return `${DECLARATION}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets>${sheets.join("")}</sheets><definedNames>${printed.join("")}</definedNames></workbook>`;
}

/** What of a sheet is printed, and its header on every page. */
function printing(name: string, index: number, sheet: Sheet | undefined): string[] {
  const of = `'${escaped(name).replaceAll("'", "''")}'!`;
  const columns = sheet?.printedColumns;
  const last = columns === undefined ? undefined : nameOf(columns - 1);
  return [
    ...(last === undefined ? [] : [definedName("Print_Area", index, `${of}$A:$${last}`)]),
    definedName("Print_Titles", index, `${of}$1:$1`),
  ];
}

const definedName = (name: string, sheet: number, value: string): string =>
  `<definedName name="_xlnm.${name}" localSheetId="${sheet}">${value}</definedName>`;

function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((text, index) => {
    const name = shortened(
      text.replace(NOT_IN_SHEET_NAMES, "-").trim() || `Sheet ${index + 1}`,
      LONGEST_SHEET_NAME,
    );
    const free = taken.has(name.toLowerCase()) ? numbered(name, index + 1) : name;
    taken.add(free.toLowerCase());
    return free;
  });
}

function numbered(name: string, number: number): string {
  const ending = ` (${number})`;
  return shortened(name, LONGEST_SHEET_NAME - ending.length) + ending;
}

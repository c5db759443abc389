/** A sheet as the XML that is in a workbook, a piece at a time: rows that were written are forgotten. */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { ColumnFormat, Sheet, SheetRow } from "../chat/documents.ts";

/** Numbers of the styles in `STYLES`, by column. */
const STYLE_OF: Readonly<Record<ColumnFormat, number>> = {
  text: 2,
  integer: 3,
  decimal: 4,
  percent: 5,
  money: 4,
  "one-decimal": 6,
};
/** A title stands over its column's values: texts at the left, numbers at the right. */
const HEADER_STYLE = 1;
const NUMBER_HEADER_STYLE = 7;

/** The format "@" keeps Excel from reading a text anew when somebody edits the cell. */
const FORMATS = ["@", "#,##0", "#,##0.00", "0.0%", "#,##0.0"];
const FIRST_FORMAT = 164;
const HEADER_COLOUR = "FFF2F3F5";

/** In points: two lines of a title that is longer than its column is wide. */
const HEADER_HEIGHT = 32;
/** In characters, where a column names no width. */
const WIDTH = 16;
/** Cells written before other work gets its turn: some milliseconds. */
const CELLS_A_TURN = 3_000;
/** Nine decimals: the dust of sums would be a tenth of a long list's file. */
const DECIMALS = 1e9;
/** What Excel allows in a cell. */
const LONGEST_CELL = 32_767;

/** Printed across, one page wide and as many long as it takes. */
const PAGE =
  '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Texts keep a little away from the numbers of the column before them. */
const TEXT_ALIGNED = '<alignment horizontal="left" indent="1"/>';
const headerStyle = (aligned: string): string =>
  `<xf numFmtId="${FIRST_FORMAT}" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment ${aligned} vertical="top" wrapText="1"/></xf>`;
const valueStyle = (code: string, index: number): string =>
  `<xf numFmtId="${FIRST_FORMAT + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${code === "@" ? ` applyAlignment="1">${TEXT_ALIGNED}</xf>` : "/>"}`;
const FORMAT_LIST = FORMATS.map(
  (code, index) => `<numFmt numFmtId="${FIRST_FORMAT + index}" formatCode="${code}"/>`,
).join("");
const CELL_STYLES = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  headerStyle('horizontal="left" indent="1"'),
  ...FORMATS.map(valueStyle),
  headerStyle('horizontal="right"'),
];

export const STYLES = `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="${FORMATS.length}">${FORMAT_LIST}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="${HEADER_COLOUR}"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${CELL_STYLES.length}">${CELL_STYLES.join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** The header stays in view and sorts and filters what is below it. */
export async function* sheetXml({ columns, keptColumns = 0, rows }: Sheet): AsyncGenerator<Buffer> {
  const titles = columns.map(({ title, format = "text" }, index) =>
    textCell(nameOf(index), 1, format === "text" ? HEADER_STYLE : NUMBER_HEADER_STYLE, title),
  );
  const widths = columns.map(
    ({ width = WIDTH }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  yield Buffer.from(
    `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${paneXml(keptColumns)}</sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData><row r="1" ht="${HEADER_HEIGHT}" customHeight="1">${titles.join("")}</row>`,
  );
  const writers = columns.map(({ format = "text" }, index) => cellWriter(nameOf(index), format));
  const rowsATurn = Math.max(1, Math.floor(CELLS_A_TURN / Math.max(1, columns.length)));
  let line = 1;
  for await (const part of Symbol.asyncIterator in rows ? rows : [rows]) {
    for (let at = 0; at < part.length; at += rowsATurn) {
      let xml = "";
      for (const row of part.slice(at, at + rowsATurn)) {
        line += 1;
        xml += rowXml(row, line, writers);
      }
      yield Buffer.from(xml);
      await nextTurn();
    }
  }
  const filter = line > 1 ? `<autoFilter ref="A1:${nameOf(columns.length - 1)}${line}"/>` : "";
  yield Buffer.from(`</sheetData>${filter}${PAGE}</worksheet>`);
}

/** What stays in view: the header, and the columns that say whose row it is. */
function paneXml(columns: number): string {
  const cell = `${nameOf(columns)}2`;
  return columns === 0
    ? `<pane ySplit="1" topLeftCell="${cell}" activePane="bottomLeft" state="frozen"/>`
    : `<pane xSplit="${columns}" ySplit="1" topLeftCell="${cell}" activePane="bottomRight" state="frozen"/>`;
}

type CellWriter = (value: string | number, line: number) => string;

function rowXml(row: SheetRow, line: number, writers: readonly CellWriter[]): string {
  let cells = "";
  for (let index = 0; index < writers.length; index += 1) {
    const value = row[index];
    if (value !== null && value !== undefined && value !== "") cells += writers[index]?.(value, line) ?? "";
  }
  return `<row r="${line}">${cells}</row>`;
}

function cellWriter(name: string, format: ColumnFormat): CellWriter {
  const style = STYLE_OF[format];
  return (value, line) => {
    if (typeof value === "string") return textCell(name, line, STYLE_OF.text, value);
    if (!Number.isFinite(value)) return "";
    if (format === "text") return textCell(name, line, style, String(value));
    return `<c r="${name}${line}" s="${style}"><v>${Math.round(value * DECIMALS) / DECIMALS}</v></c>`;
  };
}

/** A text within its cell: a table of all texts of a workbook would have to be held until its end. */
function textCell(column: string, line: number, style: number, value: string): string {
  const text = escaped(shortened(value, LONGEST_CELL));
  const space = /^\s|\s$|\n/u.test(text) ? ' xml:space="preserve"' : "";
  return `<c r="${column}${line}" s="${style}" t="inlineStr"><is><t${space}>${text}</t></is></c>`;
}

const SPECIAL = /[&<>\r\p{Cc}\uFFFE\uFFFF]|_x[0-9A-Fa-f]{4}_/u;
const NAMED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Without the characters that no XML can hold; `_x0041_` would be read as a letter. */
export function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text
    .replaceAll(/\r\n?/gu, "\n")
    .replaceAll(/(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]/gu, "")
    .replaceAll(/[&<>]/gu, (sign) => NAMED[sign] ?? sign)
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/gu, "_x005F_");
}

/** Cuts between characters, never inside one, and says that it cut. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let kept = "";
  for (const character of text) {
    if (kept.length + character.length >= longest) break;
    kept += character;
  }
  return `${kept}…`;
}

/** A, B … Z, AA, AB … */
export function nameOf(column: number): string {
  const letter = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? letter : `${nameOf(Math.floor(column / 26) - 1)}${letter}`;
}

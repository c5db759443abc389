/** Tables: native ones at the root of the card, the sixth and later as lines of text. */
import type { Cell, Part } from "../chat/card.ts";
import { type Element, markdown, smallMarkdown, unlessEmpty } from "./element.ts";
import { escapeMarkdown, plainly } from "./escape-markdown.ts";
import { LIMITS } from "./limits.ts";
import { type Sheet, shorten } from "./sheet.ts";
import { boldMarkdown, greyMarkdown } from "./spans.ts";

type Table = Extract<Part, { kind: "table" }>;

const EMPTY_CELL = "–";
/** A cell shows one line; the rest appears when a person points at it. */
const CELL_CHARS = 500;

export function drawTable(table: Table, sheet: Sheet): Element[] {
  const rows = table.rows.slice(0, sheet.room.rows);
  const columns = table.columns.slice(0, LIMITS.tableColumns);
  if (columns.length < table.columns.length) sheet.shortened = true;
  const more = table.rows.length - rows.length;
  return [
    ...unlessEmpty(boldMarkdown(shorten(table.caption, 300, sheet)), markdown),
    ...drawRows({ ...table, columns, rows }, sheet),
    ...(more > 0 ? [smallMarkdown(greyMarkdown(sheet.words.moreRows(more)))] : []),
  ];
}

function drawRows(table: Table, sheet: Sheet): Element[] {
  if (table.columns.length === 0) return [];
  // Lark takes no table without rows
  if (table.rows.length === 0)
    return [markdown(`${table.columns.map((c) => escapeMarkdown(c.title)).join(" · ")}\n${EMPTY_CELL}`)];
  if (sheet.tables >= LIMITS.tables)
    return [markdown(table.rows.map((row) => rowAsText(table, row, sheet)).join("\n"))];
  sheet.tables += 1;
  return [nativeTable(table, sheet)];
}

/** Cells are what people read ("8.2万", "¥3,000"): Lark's tables do not sort, so a bare number would only lose its unit. */
function nativeTable(table: Table, sheet: Sheet): Element {
  return {
    tag: "table",
    page_size: Math.min(LIMITS.tablePage, table.rows.length),
    row_height: "low",
    header_style: { background_style: "grey", bold: true, lines: 1 },
    columns: table.columns.map((column, index) => ({
      name: `c${index}`,
      display_name: plainly(column.title),
      data_type: "text",
      width: "auto",
      horizontal_align: column.kind === "number" ? "right" : "left",
    })),
    rows: table.rows.map((row) =>
      Object.fromEntries(
        table.columns.map((_, index) => [`c${index}`, plainly(cellText(row[index], sheet))]),
      ),
    ),
  };
}

function rowAsText(table: Table, row: readonly Cell[], sheet: Sheet): string {
  const cells = table.columns.map((column, index) => {
    const value = escapeMarkdown(cellText(row[index], sheet).replaceAll("\n", " "));
    return index === 0 ? value : `${escapeMarkdown(column.title)} ${value}`;
  });
  return `- ${cells.join(" · ")}`;
}

function cellText(cell: Cell | undefined, sheet: Sheet): string {
  const text = typeof cell === "string" ? cell : (cell?.text ?? "");
  return text.trim() === "" ? EMPTY_CELL : shorten(text, CELL_CHARS, sheet);
}

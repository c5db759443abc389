/** Tables: native ones at the root of the card, the sixth and later as lines of text. */
import { remarkOn } from "../chat/left-out.ts";
import { type Cell, cellText, type Table, type TableOrders } from "../chat/table.ts";
import { type ButtonValue, buttonText, valueOfCall } from "./draw-buttons.ts";
import { drawColumn, EMPTY_CELL } from "./draw-column.ts";
import { type Element, markdown, plainText, smallMarkdown, unlessEmpty } from "./element.ts";
import { escapeMarkdown, plainly } from "./escape-markdown.ts";
import { LIMITS } from "./limits.ts";
import { type Sheet, shorten, uniqueName } from "./sheet.ts";
import { boldMarkdown, greyMarkdown } from "./spans.ts";

/** A wide table keeps its row's name in sight while people scroll. */
const WIDE = 4;

export function drawTable(table: Table, sheet: Sheet): Element[] {
  const rows = table.rows.slice(0, sheet.room.rows);
  const columns = table.columns.slice(0, LIMITS.tableColumns);
  const isWhole = rows.length === table.rows.length && columns.length === table.columns.length;
  return [
    // the title of the card stands right above and need not be said twice
    ...(table.caption === sheet.title
      ? []
      : unlessEmpty(boldMarkdown(shorten(table.caption, 300, sheet)), markdown)),
    // Lark's own table pages and does not sort
    ...(table.orders === undefined ? [] : drawOrders(table.orders, sheet)),
    ...drawRows({ ...table, columns, rows }, sheet),
    ...remark(table, { rows: rows.length, whole: isWhole }, sheet),
  ];
}

/** A select that is sent at once, outside of any form. */
function drawOrders({ label, chosen, choices, call, input }: TableOrders, sheet: Sheet): Element[] {
  // Lark takes no select without options
  if (choices.length === 0) return [];
  const value: ButtonValue = { ...valueOfCall(call), o: input };
  const index = choices.findIndex((choice) => choice.value === chosen);
  const hint = plainly(label).replaceAll("\n", " ").trim();
  return [
    {
      tag: "select_static",
      name: uniqueName(input, sheet),
      placeholder: plainText(hint === "" ? "…" : shorten(hint, LIMITS.placeholder, sheet)),
      options: choices.map((choice) => ({ text: buttonText(choice.label, sheet), value: choice.value })),
      ...(index >= 0 ? { initial_index: index + 1 } : {}),
      behaviors: [{ type: "callback", value }],
    },
  ];
}

/** Says how many rows are missing and where they are. */
function remark(table: Table, shown: { rows: number; whole: boolean }, sheet: Sheet): Element[] {
  const said = remarkOn(table, shown, sheet);
  return said === undefined ? [] : unlessEmpty(greyMarkdown(said), smallMarkdown);
}

function drawRows(table: Table, sheet: Sheet): Element[] {
  if (table.columns.length === 0) return [];
  // Lark takes no table without rows
  if (table.rows.length === 0)
    return [markdown(`${table.columns.map((c) => escapeMarkdown(c.title)).join(" · ")}\n${EMPTY_CELL}`)];
  if (sheet.style === "plain" || sheet.tables >= LIMITS.tables)
    return [markdown(table.rows.map((row) => rowAsText(table, row, sheet)).join("\n"))];
  sheet.tables += 1;
  return [nativeTable(table, sheet)];
}

function nativeTable(table: Table, sheet: Sheet): Element {
  const drawn = table.columns.map((column, index) =>
    drawColumn(
      column,
      table.rows.map((row) => row[index] ?? null),
      `c${index}`,
      sheet,
    ),
  );
  return {
    tag: "table",
    page_size: Math.min(LIMITS.tablePage, table.rows.length),
    row_height: "low",
    ...(table.columns.length > WIDE && (table.rowName ?? 0) === 0 ? { freeze_first_column: true } : {}),
    header_style: { background_style: "grey", bold: true, lines: 1 },
    columns: drawn.map(({ column }) => column),
    rows: table.rows.map((_, row) =>
      Object.fromEntries(
        drawn.flatMap(({ column, cells }) => {
          const cell = cells[row];
          return cell === undefined ? [] : [[column.name, cell]];
        }),
      ),
    ),
  };
}

function rowAsText(table: Table, row: readonly Cell[], sheet: Sheet): string {
  const cells = table.columns.map((column, index) => {
    const text = cellText(row[index]).trim().replaceAll("\n", " ");
    const value = escapeMarkdown(text === "" ? EMPTY_CELL : shorten(text, LIMITS.cellText, sheet));
    return index === 0 ? value : `${escapeMarkdown(column.title)} ${value}`;
  });
  return `- ${cells.join(" · ")}`;
}

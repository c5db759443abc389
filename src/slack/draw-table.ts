/** Tables: as Slack's own sortable table, or as aligned text where that does not fit. */
import type { types } from "@slack/bolt";
import type { Cell, Part } from "../chat/card.ts";
import { LIMITS } from "./limits.ts";
import { context, type LeftOutWords, mrkdwn, plainText, section, shorten } from "./payload.ts";
import { escapeText, isBlank } from "./write-spans.ts";

export type Table = Extract<Part, { kind: "table" }>;

/** Rows a person sees before paging. */
const PAGE_SIZE = 10;
/** Text tables: characters of one cell, and code blocks a message spends on one table. */
const CELL_WIDTH = 32;
const TEXT_BLOCKS = 3;

interface DrawnTable {
  blocks: (types.DataTableBlock | types.SectionBlock | types.ContextBlock)[];
  /** characters of its cells, which count against the message's allowance */
  characters: number;
}

/**
 * Draws `table` as a `data_table`.
 * @param allowance characters that tables of this message may still take
 * @returns undefined when not even the header and one row fit, or when there is no row
 */
export function drawNativeTable(
  table: Table,
  allowance: number,
  words: LeftOutWords,
): DrawnTable | undefined {
  const columns = table.columns.slice(0, LIMITS.table.columns);
  const header = columns.map((column) => rawText(column.title, words));
  const rows: Row[] = [header];
  let characters = sizeOf(header);
  for (const row of table.rows.slice(0, LIMITS.table.rows - 1)) {
    const cells = columns.map((_, index) => rawCell(row[index] ?? null, words));
    if (characters + sizeOf(cells) > allowance) break;
    characters += sizeOf(cells);
    rows.push(cells);
  }
  if (rows.length < 2 || columns.length === 0 || characters > allowance) return undefined;
  const block: types.DataTableBlock = {
    type: "data_table",
    caption: shorten(isBlank(table.caption) ? words.none : table.caption, LIMITS.table.caption),
    page_size: PAGE_SIZE,
    rows,
  };
  return { blocks: [block, ...remarks(table, rows.length - 1, words)], characters };
}

/** Draws `table` as lines of aligned text in code blocks. */
export function drawTextTable(table: Table, words: LeftOutWords): DrawnTable["blocks"] {
  const columns = table.columns.slice(0, LIMITS.table.columns);
  const caption = isBlank(table.caption)
    ? []
    : [section(plainText(shorten(table.caption, LIMITS.sectionText)))];
  if (table.rows.length === 0 || columns.length === 0) return [...caption, section(plainText(words.none))];
  const texts = [columns.map((column) => column.title), ...table.rows].map((row) =>
    columns.map((_, index) => shorten(oneLine(textOf(row[index] ?? null, words)), CELL_WIDTH)),
  );
  const widths = columns.map((_, index) => Math.max(...texts.map((row) => widthOf(row[index] ?? ""))));
  const lines = texts.map((row) =>
    row
      .map((cell, index) => pad(cell, widths[index] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const pages = pagesOf(lines.map(escapeText)).slice(0, TEXT_BLOCKS);
  const shown = pages.flat().length - 1;
  return [
    ...caption,
    ...pages.map((page) => section(mrkdwn(`\`\`\`${page.join("\n")}\`\`\``))),
    ...remarks(table, shown, words),
  ];
}

type Row = (types.RawTextElement | types.RawNumberElement)[];

function rawCell(cell: Cell, words: LeftOutWords): Row[number] {
  if (cell === null || typeof cell === "string") return rawText(cell ?? "", words);
  if (!Number.isFinite(cell.value)) return rawText(cell.text, words);
  return { type: "raw_number", value: cell.value, text: isBlank(cell.text) ? words.none : cell.text };
}

function rawText(text: string, words: LeftOutWords): types.RawTextElement {
  return { type: "raw_text", text: isBlank(text) ? words.none : text };
}

function sizeOf(row: Row): number {
  return row.reduce((sum, cell) => sum + cell.text.length, 0);
}

function remarks(table: Table, shown: number, words: LeftOutWords): types.ContextBlock[] {
  const said: string[] = [];
  if (shown < table.rows.length) said.push(words.moreRows(table.rows.length - shown));
  if (table.columns.length > LIMITS.table.columns) said.push(words.shortened);
  return said.length === 0 ? [] : [context(said.map(plainText))];
}

function textOf(cell: Cell | string, words: LeftOutWords): string {
  const text = cell === null ? "" : typeof cell === "string" ? cell : cell.text;
  return isBlank(text) ? words.none : text;
}

/** A fence inside a cell would end the code block. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ").replaceAll("`", "'");
}

/** Chinese letters take two places in a fixed-width font. */
function widthOf(text: string): number {
  let width = 0;
  for (const sign of text)
    width += /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/u.test(sign)
      ? 2
      : 1;
  return width;
}

function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

function pagesOf(lines: readonly string[]): string[][] {
  const room = LIMITS.sectionText - "``````".length;
  const pages: string[][] = [[]];
  let used = 0;
  for (const line of lines) {
    if (used + line.length + 1 > room) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(line);
    used += line.length + 1;
  }
  return pages;
}

/** Tables as aligned text in code blocks, for clients and places without tables. */
import type { Table } from "../chat/table.ts";
import { remarks, type TableBlock } from "./draw-table.ts";
import type { Drawing } from "./drawing.ts";
import { LIMITS } from "./limits.ts";
import { mrkdwn, plainText, section, shorten } from "./payload.ts";
import { textOfCell } from "./table-cells.ts";
import { escapeText, isBlank } from "./write-spans.ts";

/** Characters of one cell, and code blocks a message spends on one table. */
const CELL_WIDTH = 40;
const TEXT_BLOCKS = 10;

/** Draws `table` as lines of aligned text in code blocks. */
export function drawTextTable(table: Table, drawing: Drawing): TableBlock[] {
  const { none } = drawing.words;
  const columns = table.columns.slice(0, LIMITS.table.columns);
  // the title of the card stands right above and need not be said twice
  const caption =
    isBlank(table.caption) || table.caption === drawing.title
      ? []
      : [section(plainText(shorten(table.caption, LIMITS.sectionText)))];
  if (table.rows.length === 0 || columns.length === 0) return [...caption, section(plainText(none))];
  const whole = [columns.map(({ title }) => textOfCell(title, none)), ...table.rows].map((row) =>
    columns.map((_, index) => oneLine(textOfCell(row[index], none))),
  );
  const texts = whole.map((row) => row.map((cell) => shorten(cell, CELL_WIDTH)));
  const widths = columns.map((_, index) => Math.max(...texts.map((row) => widthOf(row[index] ?? ""))));
  const lines = texts.map((row) =>
    row
      .map((cell, index) => pad(cell, widths[index] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const pages = pagesOf(lines.map(escapeText)).slice(0, TEXT_BLOCKS);
  const shown = pages.flat().length - 1;
  const isWhole =
    shown === table.rows.length &&
    columns.length === table.columns.length &&
    whole.every((row) => row.every((cell) => cell.length <= CELL_WIDTH));
  return [
    ...caption,
    ...pages.map((page) => section(mrkdwn(`\`\`\`${page.join("\n")}\`\`\``))),
    ...remarks(table, { rows: shown, whole: isWhole }, drawing),
  ];
}

/** A fence inside a cell would end the code block. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ").replaceAll("`", "'");
}

/** Chinese letters and coloured signs take two places in a fixed-width font. */
function widthOf(text: string): number {
  let width = 0;
  for (const sign of text)
    width +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\u26AA\u{1F534}\u{1F535}\u{1F7E0}\u{1F7E2}]/u.test(
        sign,
      )
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

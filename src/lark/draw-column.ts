/** A column of a table with the type Lark has for it: numbers with their sign, coloured states, people, links, else text. */
import { type Cell, type Column, cellText, type Tone } from "../chat/table.ts";
import { escapeMarkdown, linkTarget, plainly } from "./escape-markdown.ts";
import { LIMITS } from "./limits.ts";
import { type Sheet, shorten } from "./sheet.ts";
import { isOpenId } from "./spans.ts";

export const EMPTY_CELL = "–";

interface DrawnColumn {
  column: { name: string; [property: string]: unknown };
  /** undefined is an empty cell */
  cells: readonly unknown[];
}

const COLOURS: Record<Tone, string> = {
  neutral: "neutral",
  info: "blue",
  good: "green",
  warning: "orange",
  danger: "red",
};

export function drawColumn(column: Column, cells: readonly Cell[], name: string, sheet: Sheet): DrawnColumn {
  const typed = typedCells(column, cells, sheet) ?? {
    type: "text",
    cells: cells.map((cell) => textCell(cell, sheet)),
  };
  return {
    column: {
      name,
      display_name: plainly(column.title),
      data_type: typed.type,
      width: "auto",
      horizontal_align: column.kind === "number" ? "right" : "left",
      ...typed.more,
    },
    cells: typed.cells,
  };
}

interface TypedCells {
  type: string;
  cells: readonly unknown[];
  more?: Record<string, unknown>;
}

/** Undefined where a cell does not fit the type: then all of the column is text. */
function typedCells({ kind, format }: Column, cells: readonly Cell[], sheet: Sheet): TypedCells | undefined {
  switch (kind) {
    case "number":
      // without a format Lark would lose what the number counts: 8.2万, ¥3,000, 62%
      return format === undefined ? undefined : numberCells(cells, format);
    case "status":
      return { type: "options", cells: cells.map((cell) => tagsOf(cell, sheet)) };
    case "people":
      return peopleCells(cells);
    case "link":
      return { type: "lark_md", cells: cells.map((cell) => linkCell(cell, sheet)) };
    case "date":
    // Lark would move a moment into each reader's own zone, away from the zone that the column names
    case "text":
      return undefined;
  }
}

function numberCells(
  cells: readonly Cell[],
  { symbol, precision }: NonNullable<Column["format"]>,
): TypedCells | undefined {
  const numbers = cells.map((cell) => {
    if (cell === null) return undefined;
    return typeof cell === "object" && "value" in cell ? cell.value : Number.NaN;
  });
  if (numbers.some((value) => value !== undefined && !Number.isFinite(value))) return undefined;
  const written = { precision, separator: true, ...(symbol === undefined ? {} : { symbol }) };
  return { type: "number", cells: numbers, more: { format: written } };
}

function tagsOf(cell: Cell, sheet: Sheet): unknown {
  const tags =
    typeof cell === "object" && cell !== null && "tags" in cell
      ? cell.tags
      : [{ text: cellText(cell), tone: "neutral" as const }];
  const drawn = tags.filter(({ text }) => text.trim() !== "");
  if (drawn.length === 0) return undefined;
  return drawn.map(({ text, tone }) => ({
    text: plainly(shorten(text, LIMITS.cellText, sheet)),
    color: COLOURS[tone],
  }));
}

/** A name without an account has no place in such a column. */
function peopleCells(cells: readonly Cell[]): TypedCells | undefined {
  const people = cells.map((cell) =>
    typeof cell === "object" && cell !== null && "people" in cell
      ? cell.people.map(({ lark }) => lark)
      : [undefined].slice(cell === null ? 1 : 0),
  );
  if (people.flat().length === 0 || !people.flat().every(isOpenId)) return undefined;
  return { type: "persons", cells: people.map((ids) => (ids.length === 0 ? undefined : ids)) };
}

function linkCell(cell: Cell, sheet: Sheet): string {
  const target =
    typeof cell === "object" && cell !== null && "url" in cell ? linkTarget(cell.url) : undefined;
  const label = escapeMarkdown(textCell(cell, sheet).replaceAll("\n", " "));
  return target === undefined ? label : `[${label}](${target})`;
}

function textCell(cell: Cell, sheet: Sheet): string {
  const text = cellText(cell);
  return text.trim() === "" ? EMPTY_CELL : plainly(shorten(text, LIMITS.cellText, sheet));
}

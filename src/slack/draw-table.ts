/** Tables as Slack's own: sortable, paged, and in several pieces where one cannot hold all rows and columns. */
import type { types } from "@slack/bolt";
import { remarkOn } from "../chat/left-out.ts";
import type { Table } from "../chat/table.ts";
import type { Drawing } from "./drawing.ts";
import { LIMITS } from "./limits.ts";
import { context, plainText, shorten } from "./payload.ts";
import { drawCell, rawText, sizeOfCells, type TableCell } from "./table-cells.ts";
import { isBlank } from "./write-spans.ts";

/** Rows a person sees before paging. */
const PAGE_SIZE = 10;
/** Stands where a number is not known. */
const NO_NUMBER = "–";
const ROWS_A_TABLE = LIMITS.table.rows - 1;

export type TableBlock = types.DataTableBlock | types.SectionBlock | types.ContextBlock;

/** Columns of one piece: the row's name stands in each. */
interface Piece {
  columns: readonly number[];
  header: readonly TableCell[];
  rows: readonly (readonly TableCell[])[];
}

/**
 * Draws `table` as one or several `data_table` blocks.
 * @returns undefined when not even the header and one row fit, or when there is no row
 */
export function drawNativeTable(table: Table, drawing: Drawing): TableBlock[] | undefined {
  if (table.rows.length === 0 || table.columns.length === 0) return undefined;
  const allowance = LIMITS.table.characters - drawing.tableCharacters;
  const pieces = columnGroups(table).map((columns) => pieceOf(table, columns, drawing));
  const all = pieces.flatMap((piece) => pagesOf(piece));
  const [first] = pieces;
  if (first === undefined) return undefined;
  const whole = sizeOfPieces(all) <= allowance;
  const shown = whole ? all : pagesOf(withinAllowance(first, allowance));
  if (shown.length === 0) return undefined;
  drawing.tableCharacters += sizeOfPieces(shown);
  const rows = whole ? table.rows.length : shown.flatMap((piece) => piece.rows).length;
  return [
    ...shown.map((piece, index) => blockOf(table, piece, captionOf(table, shown, index), drawing)),
    ...remarks(table, { rows, whole }, drawing),
  ];
}

/** Says how many rows are missing and where they are. */
export function remarks(
  table: Table,
  shown: { rows: number; whole: boolean },
  drawing: Drawing,
): types.ContextBlock[] {
  const said = remarkOn(table, shown, drawing);
  return said === undefined ? [] : [context([plainText(said)])];
}

/** One group for every twenty columns. */
function columnGroups({ columns, rowName = 0 }: Table): number[][] {
  const all = columns.map((_, index) => index);
  if (all.length <= LIMITS.table.columns) return [all];
  const others = all.filter((index) => index !== rowName);
  const groups: number[][] = [];
  const room = LIMITS.table.columns - 1;
  for (let at = 0; at < others.length; at += room) groups.push([rowName, ...others.slice(at, at + room)]);
  return groups;
}

function pieceOf(table: Table, columns: readonly number[], { words: { none } }: Drawing): Piece {
  return {
    columns,
    header: columns.map((index) => rawText(table.columns[index]?.title ?? "", none)),
    rows: table.rows.map((row) =>
      // among numbers a word would read as a value
      columns.map((index) =>
        drawCell(row[index] ?? null, table.columns[index]?.kind === "number" ? NO_NUMBER : none),
      ),
    ),
  };
}

function pagesOf(piece: Piece): Piece[] {
  const pages: Piece[] = [];
  for (let at = 0; at < piece.rows.length; at += ROWS_A_TABLE)
    pages.push({ ...piece, rows: piece.rows.slice(at, at + ROWS_A_TABLE) });
  return pages;
}

/** As many rows as there is room for; each page repeats the header. */
function withinAllowance(piece: Piece, allowance: number): Piece {
  const head = sizeOfCells(piece.header);
  let characters = 0;
  let count = 0;
  for (const row of piece.rows) {
    characters += sizeOfCells(row) + (count % ROWS_A_TABLE === 0 ? head : 0);
    if (characters > allowance) break;
    count += 1;
  }
  return { ...piece, rows: piece.rows.slice(0, count) };
}

function sizeOfPieces(pieces: readonly Piece[]): number {
  return pieces.reduce(
    (sum, { header, rows }) =>
      sum + sizeOfCells(header) + rows.reduce((cells, row) => cells + sizeOfCells(row), 0),
    0,
  );
}

function blockOf(table: Table, { columns, header, rows }: Piece, caption: string, drawing: Drawing) {
  const rowName = columns.indexOf(table.rowName ?? 0);
  return {
    type: "data_table" as const,
    caption: shorten(isBlank(caption) ? drawing.words.none : caption, LIMITS.table.caption),
    page_size: PAGE_SIZE,
    ...(rowName > 0 ? { row_header_column_index: rowName } : {}),
    rows: [header, ...rows].map((row) => [...row]),
  };
}

/** Pieces of one table are numbered, and the number survives a long caption. */
function captionOf({ caption }: Table, pieces: readonly Piece[], index: number): string {
  if (pieces.length === 1) return caption;
  const number = ` · ${index + 1}/${pieces.length}`;
  return shorten(caption, LIMITS.table.caption - number.length) + number;
}

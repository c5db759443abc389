/** Reads comments out of a file: a column of a sheet or an export, or a text with one comment a line. */
import { AppError } from "../domain/errors.ts";
import { fileKind } from "./file-kind.ts";
import { isAbsent } from "./read-cell.ts";
import { openCsv, readText } from "./read-csv.ts";
import { readHeader } from "./read-header.ts";
import { linesOf, readXlsx } from "./read-xlsx.ts";
import { type Line, ROW_LIMIT } from "./table.ts";

/** One comment as it stands in the file. Who wrote it is only there to be told apart from the creator. */
export interface CommentLine {
  /** 1-based line (CSV, TXT) or row (XLSX) */
  line: number;
  text: string;
  by?: string;
  /** the creator under whose note it stands, where a column says so */
  under?: string;
}

export interface CommentFile {
  lines: CommentLine[];
  /** the text had no columns: names may stand in front of the comments */
  isPlain: boolean;
  /** a title says that they are comments */
  isTitled: boolean;
}

/** In the order in which they count; the spelling of `readHeader`. */
const TEXT_COLUMNS = [
  /^(?:一级|二级|用户|笔记)?(?:评论|留言)(?:内容|文本|正文|详情|文字)?$|^comments?[-_]?(?:text|content|body)?$/u,
  /^(?:内容|正文|text|content|body)$/u,
];
const UNDER_COLUMN =
  /^(?:博主|达人|红人|kol|creator|blogger|influencer)(?:昵称|名称|名字|[-_]?name)?$|^(?:笔记)?作者(?:昵称)?$/u;
const BY_COLUMN =
  /^(?:评论(?:人|者|用户)|用户)(?:昵称|名称|名)?$|^昵称$|^(?:nickname|username|commenter|user|author)(?:[-_]?name)?$/u;
const NUMBER = /^[\d.,]+[万wk+]*$/iu;

const HEADER_SEARCHED = 20;

interface Columns {
  text: number;
  under: number;
  by: number;
  /** index of the first line below the header */
  below: number;
}

/**
 * @param name of the file; what is no CSV by its name and has no columns is read as one comment a line
 * @throws AppError "no-comment-column" {columns}, and what reading a table throws
 */
export async function readComments(bytes: Uint8Array, name: string): Promise<CommentFile> {
  try {
    if (fileKind(bytes) === "zip") {
      const sheets: Line[][] = [];
      for (const sheet of await readXlsx(bytes)) sheets.push(await allOf(linesOf(sheet)));
      return sheetComments(sheets);
    }
    return await textComments(bytes, name);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, { ...error.details, file: name }, { cause: error });
  }
}

/** Whether a file that is no list of creators may hold comments: by its header, or a text without any. */
export async function mayBeComments(bytes: Uint8Array, name: string): Promise<boolean> {
  try {
    const { lines, isTitled } = await readComments(bytes, name);
    return lines.length > 0 && (isTitled || /\.txt$/iu.test(name.trim()));
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** Whether a header has a column of comments: in a list of creators 评论 is a number. */
export function hasComments(header: readonly string[], rows: readonly Line[]): boolean {
  return columnsIn([{ line: 0, cells: [...header] }, ...rows]) !== undefined;
}

async function textComments(bytes: Uint8Array, name: string): Promise<CommentFile> {
  const text = readText(bytes);
  const isTable = /\.(?:csv|tsv)$/iu.test(name.trim());
  const lines = text.split(/\r\n|\r|\n/u).map((line, index): Line => ({ line: index + 1, cells: [line] }));
  const tabs = lines
    .slice(0, HEADER_SEARCHED)
    .map(({ line, cells }) => ({ line, cells: splitRoughly(cells) }));
  if (isTable || tabs.some(({ cells }) => cells.length > 1 && headerOf(cells) !== undefined))
    return sheetComments([await allOf(openCsv(bytes).lines())]);
  return { ...onlyColumn(lines), isPlain: true };
}

async function allOf(parts: AsyncIterable<Line[]>): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const part of parts) lines.push(...part);
  return lines;
}

const splitRoughly = (cells: readonly string[]) => cells.flatMap((cell) => cell.split(/[\t,;]/u));

function sheetComments(sheets: readonly (readonly Line[])[]): CommentFile {
  for (const lines of sheets) {
    const columns = columnsIn(lines);
    if (columns !== undefined) return { lines: commentsOf(lines, columns), isPlain: false, isTitled: true };
  }
  const filled = sheets.find((lines) => lines.length > 0) ?? [];
  if (filled.length > 0 && filled.every(({ cells }) => cells.slice(1).every((cell) => cell.trim() === "")))
    return { ...onlyColumn(filled), isPlain: false };
  const header = filled.find(({ cells }) => cells.some((cell) => cell.trim() !== ""))?.cells ?? [];
  throw new AppError("no-comment-column", {
    columns: header.filter((title) => title.trim() !== "").join(", "),
  });
}

/** Every line is a comment; a title above them is none. */
function onlyColumn(lines: readonly Line[]): Pick<CommentFile, "lines" | "isTitled"> {
  const [first, ...rest] = lines;
  const isTitle = first !== undefined && headerOf(first.cells) !== undefined;
  const all = isTitle ? rest : lines;
  const last = all.findLastIndex(({ cells }) => (cells[0] ?? "").trim() !== "");
  if (last === -1) throw new AppError("file-empty", { reason: "no-rows" });
  if (last >= ROW_LIMIT) throw new AppError("file-too-large", { rows: last + 1, limit: ROW_LIMIT });
  const comments = all.slice(0, last + 1).map(({ line, cells }) => ({ line, text: cells[0] ?? "" }));
  return { lines: comments, isTitled: isTitle };
}

function commentsOf(lines: readonly Line[], { text, under, by, below }: Columns): CommentLine[] {
  return lines
    .slice(below)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""))
    .map(({ line, cells }) => ({
      line,
      text: isAbsent(cells[text] ?? "") ? "" : (cells[text] ?? ""),
      ...(by === -1 ? {} : { by: cells[by] ?? "" }),
      ...(under === -1 ? {} : { under: cells[under] ?? "" }),
    }));
}

function columnsIn(lines: readonly Line[]): Columns | undefined {
  for (const [index, { cells }] of lines.slice(0, HEADER_SEARCHED).entries()) {
    const text = headerOf(cells);
    if (text === undefined || !holdsWords(lines.slice(index + 1), text)) continue;
    const keys = cells.map((cell) => readHeader(cell).key);
    const under = keys.findIndex((key) => UNDER_COLUMN.test(key));
    return { text, under, by: keys.findIndex((key) => BY_COLUMN.test(key)), below: index + 1 };
  }
  return undefined;
}

/** The column that names the comments, where this line is a header. */
function headerOf(cells: readonly string[]): number | undefined {
  const keys = cells.map((cell) => readHeader(cell).key);
  for (const words of TEXT_COLUMNS) {
    const index = keys.findIndex((key) => words.test(key));
    if (index !== -1) return index;
  }
  return undefined;
}

/** How many comments a note has is no comment. */
function holdsWords(lines: readonly Line[], column: number): boolean {
  const filled = lines.map(({ cells }) => (cells[column] ?? "").trim()).filter((cell) => !isAbsent(cell));
  return filled.length > 0 && filled.filter((cell) => NUMBER.test(cell)).length * 2 < filled.length;
}

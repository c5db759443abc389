/** Reads CSV text in the encodings and with the separators that vendors' exports have, a piece at a time. */
import { isUtf8, transcode } from "node:buffer";
import { setImmediate as nextTurn } from "node:timers/promises";
import iconv from "iconv-lite";
import { AppError } from "../domain/errors.ts";
import { type Dialect, dialectOf, splitLines } from "./split-lines.ts";
import { type Encoding, type Line, ROW_LIMIT, ROWS_A_TURN } from "./table.ts";

/** What is decoded and taken apart before other work gets its turn: a few milliseconds. */
const BYTES_A_TURN = 128 * 1024;
/** A row that is longer than this is the rest of the file behind a quote that was never closed. */
const LONGEST_ROW = 128 * 1024;
/** Rows above the header, which do not count towards the limit. */
const ROWS_ABOVE_HEADER = 20;
const BOM = "\uFEFF";
const NEWLINE = "\n";

/**
 * Tells a text file's encoding. Its lines are read when they are asked for, and not kept.
 * @throws AppError "file-not-table" {reason: "binary" | "web-page"}; on the way through the lines "file-too-large" {rows,
 *   limit}, "file-unreadable" {reason: "quotes", line}
 */
export function openCsv(bytes: Uint8Array): { encoding: Encoding; lines(): AsyncGenerator<Line[]> } {
  const encoding = encodingOf(bytes);
  return { encoding, lines: () => linesOf(bytes, encoding) };
}

/** The whole text of a file. @throws AppError as `openCsv` does for what is no text */
export function readText(bytes: Uint8Array): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encodingOf(bytes));
}

/** A mark at the start decides; without one it is UTF-8 if it can be, else GB18030, which Chinese Excel writes. */
function encodingOf(bytes: Uint8Array): Encoding {
  const encoding = markedAs(bytes) ?? unmarked(bytes);
  const start = iconv.decode(bytes.subarray(0, 512), encoding).trimStart().toLowerCase();
  if (WEB_PAGE.test(start)) throw new AppError("file-not-table", { reason: "web-page" });
  return encoding;
}

/** How systems begin what they save as .xls without knowing Excel's format. */
const WEB_PAGE = /^(?:<!|<(?:html|head|meta|style|body|div|table|tr)[\s>]|<\?xml|mime-version:)/;

function markedAs(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
}

function unmarked(bytes: Uint8Array): Encoding {
  if (bytes.includes(0)) throw new AppError("file-not-table", { reason: "binary" });
  return isUtf8(bytes) ? "utf-8" : "gb18030";
}

async function* linesOf(bytes: Uint8Array, encoding: Encoding): AsyncGenerator<Line[]> {
  let dialect: Dialect | undefined;
  let rest = "";
  const at = { line: 1, rows: 0 };
  for (const [text, isLast] of textsOf(bytes, encoding)) {
    // the file's mark is no part of its first header
    const whole = dialect === undefined && text.startsWith(BOM) ? text.slice(1) : rest + text;
    dialect ??= dialectOf(whole);
    const { rows, used, isOpen, isQuoted } = splitLines(whole, dialect, isLast);
    rest = used === whole.length ? "" : whole.slice(used);
    const isEndless = rows.length === 0 && rest.length > LONGEST_ROW;
    if (isOpen || isEndless) {
      // the row with the quote is the last: all of the file is in it
      const line = rows.slice(0, -1).reduce((sum, cells) => sum + 1 + lineBreaksIn(cells), at.line);
      throw new AppError("file-unreadable", { reason: "quotes", line });
    }
    for (let from = 0; from < rows.length; from += ROWS_A_TURN) {
      const oneEach = !isQuoted && dialect.newline === NEWLINE;
      yield numbered(rows.slice(from, from + ROWS_A_TURN), at, oneEach);
      await nextTurn();
    }
  }
}

/** The text in pieces that end between two lines if they can, always between two characters; and whether it is the last. */
function* textsOf(bytes: Uint8Array, encoding: Encoding): Generator<[text: string, isLast: boolean]> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = encoding === "utf-8" ? undefined : iconv.getDecoder(encoding);
  for (let at = 0; at < buffer.length; ) {
    let end = Math.min(at + BYTES_A_TURN, buffer.length);
    const isLast = end === buffer.length;
    if (decoder === undefined) {
      const line = isLast ? -1 : buffer.lastIndexOf(NEWLINE, end - 1);
      if (line > at) end = line + 1;
      while (isInsideCharacter(buffer[end])) end -= 1;
      // half the time of decoding at once
      yield [transcode(buffer.subarray(at, end), "utf8", "utf16le").toString("utf16le"), isLast];
    } else {
      const text = decoder.write(buffer.subarray(at, end));
      yield [isLast ? text + (decoder.end() ?? "") : text, isLast];
    }
    at = end;
  }
}

/** Of UTF-8: every byte of a character but its first. */
function isInsideCharacter(byte: number | undefined): boolean {
  return byte !== undefined && byte >> 6 === 0b10;
}

/** Gives each row the line of the file on which it begins, and moves on to the next. */
function numbered(rows: readonly string[][], at: { line: number; rows: number }, oneEach: boolean): Line[] {
  at.rows += rows.length;
  if (at.rows > ROW_LIMIT + ROWS_ABOVE_HEADER)
    throw new AppError("file-too-large", { rows: at.rows, limit: ROW_LIMIT });
  return rows.map((cells) => {
    const { line } = at;
    at.line += oneEach ? 1 : 1 + lineBreaksIn(cells);
    return { line, cells };
  });
}

function lineBreaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf(NEWLINE); at !== -1; at = cell.indexOf(NEWLINE, at + 1)) breaks += 1;
  }
  return breaks;
}

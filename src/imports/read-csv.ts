/** Reads CSV text in the encodings and with the separators that vendors' exports have. */
import { isUtf8 } from "node:buffer";
import { setImmediate as nextTurn } from "node:timers/promises";
import iconv from "iconv-lite";
import Papa from "papaparse";
import { AppError } from "../domain/errors.ts";
import { type Encoding, type Line, ROW_LIMIT } from "./table.ts";

/** What is decoded or parsed before other work gets its turn: a few milliseconds each. */
const BYTES_A_TURN = 256 * 1024;
const CHARACTERS_A_TURN = 128 * 1024;
/** Rows above the header, which do not count towards the limit. */
const ROWS_ABOVE_HEADER = 20;
const SEPARATORS = [",", "\t", ";"];

/**
 * Reads a text file into lines of cells, a piece at a time, so that other work goes on in between.
 * @throws AppError "file-not-table" {reason: "binary" | "web-page"}, "file-too-large" {rows, limit},
 *   "file-unreadable" {reason: "quotes", line}
 */
export async function readCsv(bytes: Uint8Array): Promise<{ encoding: Encoding; lines: Line[] }> {
  const encoding = encodingOf(bytes);
  return { encoding, lines: await parse(await decode(bytes, encoding)) };
}

/** The whole text of a file. @throws AppError as `readCsv` does for what is no text */
export async function readText(bytes: Uint8Array): Promise<string> {
  return decode(bytes, encodingOf(bytes));
}

/** A mark at the start decides; without one it is UTF-8 if it can be, else GB18030, which Chinese Excel writes. */
function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes.includes(0)) throw new AppError("file-not-table", { reason: "binary" });
  const encoding = isUtf8(bytes) ? "utf-8" : "gb18030";
  const start = iconv.decode(bytes.subarray(0, 512), encoding).trimStart().toLowerCase();
  if (/^(<!doctype|<html|<table|<\?xml)/.test(start))
    throw new AppError("file-not-table", { reason: "web-page" });
  return encoding;
}

async function decode(bytes: Uint8Array, encoding: Encoding): Promise<string> {
  const decoder = iconv.getDecoder(encoding);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += BYTES_A_TURN) {
    parts.push(decoder.write(Buffer.from(bytes.subarray(at, at + BYTES_A_TURN))));
    await nextTurn();
  }
  return parts.join("") + (decoder.end() ?? "");
}

function parse(text: string): Promise<Line[]> {
  const lines: Line[] = [];
  let line = 1;
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(text, {
      delimitersToGuess: SEPARATORS,
      chunkSize: CHARACTERS_A_TURN,
      chunk: ({ data, errors }: Papa.ParseResult<string[]>, parser: Papa.Parser) => {
        try {
          // A row that is longer than a whole turn is the rest of the file behind a quote that was never closed.
          const endless = data.length === 0 && text.length > CHARACTERS_A_TURN;
          if (endless || errors.some(({ code }) => code === "MissingQuotes")) {
            throw new AppError("file-unreadable", { reason: "quotes", line });
          }
          line = append(lines, data, line);
        } catch (error) {
          reject(error);
          parser.abort();
          return;
        }
        parser.pause();
        setImmediate(() => parser.resume());
      },
      complete: () => resolve(lines),
    });
  });
}

/** @returns the line of the file on which the next row begins */
function append(lines: Line[], data: string[][], from: number): number {
  let line = from;
  for (const cells of data) {
    lines.push({ line, cells });
    line += 1 + lineBreaksIn(cells);
  }
  if (lines.length > ROW_LIMIT + ROWS_ABOVE_HEADER) {
    throw new AppError("file-too-large", { rows: lines.length, limit: ROW_LIMIT });
  }
  return line;
}

function lineBreaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf("\n"); at !== -1; at = cell.indexOf("\n", at + 1)) breaks += 1;
  }
  return breaks;
}

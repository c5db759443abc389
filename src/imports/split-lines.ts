/** Takes a piece of CSV text apart into rows of cells. */
import Papa from "papaparse";

/** How a file parts its cells and its lines. */
export interface Dialect {
  delimiter: string;
  newline: "\n" | "\r" | "\r\n";
}

export interface Split {
  rows: string[][];
  /** how many characters of the text the rows are made of */
  used: number;
  /** a quote was opened and never closed */
  isOpen: boolean;
  /** lines of the file may stand inside of cells */
  isQuoted: boolean;
}

const SEPARATORS = [",", "\t", ";"];
const QUOTE = '"';

/** @param text the beginning of the file */
export function dialectOf(text: string): Dialect {
  const { meta } = Papa.parse(text, { delimitersToGuess: SEPARATORS, preview: 1 });
  return { delimiter: meta.delimiter, newline: meta.linebreak as Dialect["newline"] };
}

/** @param isLast the text ends where the file does; otherwise its last line may go on and is left over */
export function splitLines(text: string, dialect: Dialect, isLast: boolean): Split {
  return text.includes(QUOTE) ? splitQuoted(text, dialect, isLast) : splitPlain(text, dialect, isLast);
}

function splitQuoted(text: string, dialect: Dialect, isLast: boolean): Split {
  const { data, errors, meta } = new Papa.Parser(dialect).parse(text, 0, !isLast) as Papa.ParseResult<
    string[]
  >;
  const isOpen = errors.some(({ code }) => code === "MissingQuotes");
  return { rows: data, used: isLast ? text.length : meta.cursor, isOpen, isQuoted: true };
}

/** Most exports have no quotes; then every separator parts, and looking for the next one is all there is to do. */
function splitPlain(text: string, { delimiter, newline }: Dialect, isLast: boolean): Split {
  const rows: string[][] = [];
  let from = 0;
  let next = placeOf(text, delimiter, 0);
  for (;;) {
    let end = text.indexOf(newline, from);
    if (end === -1 && !isLast) return { rows, used: from, isOpen: false, isQuoted: false };
    if (end === -1) end = text.length;
    const cells: string[] = [];
    let start = from;
    while (next < end) {
      cells.push(text.slice(start, next));
      start = next + 1;
      next = placeOf(text, delimiter, start);
    }
    cells.push(text.slice(start, end));
    rows.push(cells);
    from = end + newline.length;
    if (end === text.length) return { rows, used: end, isOpen: false, isQuoted: false };
  }
}

function placeOf(text: string, sign: string, from: number): number {
  const place = text.indexOf(sign, from);
  return place === -1 ? Number.POSITIVE_INFINITY : place;
}

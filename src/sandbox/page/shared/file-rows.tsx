/** The first rows of a shared CSV or XLSX file; one that cannot be read shows none. */
import { useEffect, useState } from "react";
import { Each } from "./each.tsx";
import { useReader } from "./reader.tsx";

const KINDS = ["csv", "xlsx"];
const SHOWN = 4;
const COLUMNS = 12;

interface Sheet {
  head: string[];
  rows: string[][];
  /** rows below the head */
  count: number;
}

export const hasRows = (kind: string): boolean => KINDS.includes(kind);

export function FileRows({ url, kind, name }: { url: string; kind: string; name: string }) {
  const { words } = useReader();
  const [sheet, setSheet] = useState<Sheet>();
  useEffect(() => {
    let wanted = true;
    readRows(url, kind).then(
      (rows) => {
        if (wanted) setSheet(sheetOf(rows));
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [url, kind]);
  if (sheet === undefined || sheet.head.length === 0) return null;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="file-rows" tabIndex={0} aria-label={name}>
        <table>
          <thead>
            <tr>
              <Each items={sheet.head}>{(cell) => <th scope="col">{cell}</th>}</Each>
            </tr>
          </thead>
          <tbody>
            <Each items={sheet.rows}>
              {(row) => (
                <tr>
                  <Each items={row}>{(cell) => <td>{cell}</td>}</Each>
                </tr>
              )}
            </Each>
          </tbody>
        </table>
      </section>
      <p className="file-foot">{words.firstRows(sheet.rows.length, sheet.count)}</p>
    </>
  );
}

/** The readers are big and most rooms hold no file: they come when the first one does. */
async function readRows(url: string, kind: string): Promise<unknown[][]> {
  const bytes = await (await fetch(url)).arrayBuffer();
  if (kind === "xlsx") {
    const { default: readSheets } = await import("read-excel-file/browser");
    const [first] = await readSheets(new Blob([bytes]));
    return first?.data ?? [];
  }
  const { parse } = await import("papaparse");
  return parse<string[]>(textOf(bytes), { skipEmptyLines: true }).data;
}

/** Chinese exports come in UTF-8 or in GB 18030. */
function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** Exports often begin with a title line: the head is the first row that has as many cells as the widest. */
function sheetOf(rows: unknown[][]): Sheet {
  const filled = rows.map((row) => row.filter((cell) => shown(cell) !== "").length);
  const widest = Math.max(0, ...filled.slice(0, 20));
  const at = Math.max(
    0,
    filled.findIndex((cells) => cells >= widest * 0.6),
  );
  const texts = rows.slice(at).map((row) => row.slice(0, COLUMNS).map(shown));
  const [head = [], ...body] = texts;
  return { head, rows: body.slice(0, SHOWN), count: body.length };
}

function shown(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean"
    ? String(cell)
    : "";
}

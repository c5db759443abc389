/** Markdown as both platforms write it: blocks of lines here, what stands inside a line in markdown-inline.tsx. */
import type { ReactNode } from "react";
import { Each } from "./each.tsx";
import { Inline, type NameOf } from "./markdown-inline.tsx";

type Part =
  | { kind: "heading"; level: number; text: string }
  | { kind: "list"; ordered: boolean; items: string[] }
  | { kind: "quote" | "text"; text: string }
  | { kind: "code"; text: string }
  | { kind: "table"; rows: string[][] }
  | { kind: "line" };

export function Markdown({ text, nameOf }: { text: string; nameOf: NameOf }) {
  return (
    <div className="markdown">
      <Each items={partsOf(text)}>{(part) => <MarkdownPart part={part} nameOf={nameOf} />}</Each>
    </div>
  );
}

function MarkdownPart({ part, nameOf }: { part: Part; nameOf: NameOf }): ReactNode {
  const inline = (text: string) => <Inline text={text} nameOf={nameOf} />;
  switch (part.kind) {
    case "heading":
      return <p className={`heading level-${part.level}`}>{inline(part.text)}</p>;
    case "list": {
      const items = <Each items={part.items}>{(item) => <li>{inline(item)}</li>}</Each>;
      return part.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case "quote":
      return <blockquote>{inline(part.text)}</blockquote>;
    case "text":
      return <p>{inline(part.text)}</p>;
    case "code":
      return <pre>{part.text}</pre>;
    case "line":
      return <hr />;
    case "table":
      return <MarkdownTable rows={part.rows} inline={inline} />;
  }
}

function MarkdownTable({ rows, inline }: { rows: string[][]; inline: (text: string) => ReactNode }) {
  const [head = [], ...body] = rows;
  return (
    <div className="grid-scroll">
      <table className="grid-table">
        <thead>
          <tr>
            <Each items={head}>{(cell) => <th scope="col">{inline(cell)}</th>}</Each>
          </tr>
        </thead>
        <tbody>
          <Each items={body}>
            {(row) => (
              <tr>
                <Each items={row}>{(cell) => <td>{inline(cell)}</td>}</Each>
              </tr>
            )}
          </Each>
        </tbody>
      </table>
    </div>
  );
}

function partsOf(source: string): Part[] {
  const parts: Part[] = [];
  const lines = source.replace(/<br\s*\/?>/g, "\n").split("\n");
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const last = parts.at(-1);
    const [, hashes, heading] = /^(#{1,6})\s+(.*)$/.exec(line) ?? [];
    const [, marker, item] = /^\s*([-*+]|\d+[.)])\s+(.*)$/.exec(line) ?? [];
    if (line.startsWith("```")) {
      const end = lines.findIndex((other, place) => place > index && other.startsWith("```"));
      const stop = end === -1 ? lines.length : end;
      parts.push({ kind: "code", text: lines.slice(index + 1, stop).join("\n") });
      index = stop;
    } else if (line.trim() === "") {
      parts.push({ kind: "text", text: "" });
    } else if (/^\s*(---+|\*\*\*+)\s*$/.test(line)) {
      parts.push({ kind: "line" });
    } else if (hashes !== undefined && heading !== undefined) {
      parts.push({ kind: "heading", level: hashes.length, text: heading });
    } else if (marker !== undefined && item !== undefined) {
      const ordered = /\d/.test(marker);
      if (last?.kind === "list" && last.ordered === ordered) last.items.push(item);
      else parts.push({ kind: "list", ordered, items: [item] });
    } else if (/^\s*\|.*\|\s*$/.test(line)) {
      const cells = line
        .trim()
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim());
      if (last?.kind !== "table") parts.push({ kind: "table", rows: [cells] });
      else if (!cells.every((cell) => /^:?-+:?$/.test(cell))) last.rows.push(cells);
    } else if (line.startsWith(">")) {
      addLine(parts, "quote", line.replace(/^>\s?/, ""));
    } else {
      addLine(parts, "text", line);
    }
  }
  return parts.filter((part) => part.kind !== "text" || part.text !== "");
}

/** A line goes on with the part above it when that is of the same kind. */
function addLine(parts: Part[], kind: "quote" | "text", line: string): void {
  const last = parts.at(-1);
  if (last?.kind === kind && last.text !== "") last.text += `\n${line}`;
  else parts.push({ kind, text: line });
}

/** What stands inside a line of Markdown: bold, italic, code, links, and Lark's tags for people, colours and labels. */
import type { ReactNode } from "react";
import { Each } from "./each.tsx";

/** The name behind a platform's id, or the id itself. */
export type NameOf = (id: string) => string;

const TOKEN = new RegExp(
  [
    /`(?<code>[^`\n]+)`/,
    /<at\s+(?:id|user_id|email)=["']?(?<at>[^"'>\s]+)["']?\s*>(?:[^<]*<\/at>)?/,
    /<font\s+color=["']?(?<color>[\w-]+)["']?\s*>(?<font>[\s\S]*?)<\/font>/,
    /<text_tag\s+color=["']?(?<tagColor>[\w-]+)["']?\s*>(?<tag>[\s\S]*?)<\/text_tag>/,
    /<a\s+href=["']?(?<href>https?:[^"'>\s]+)["']?\s*>(?<anchor>[\s\S]*?)<\/a>/,
    /!?\[(?<label>[^\]\n]*)\]\((?<url>[^)\s]+)\)/,
    /\*\*(?<bold>(?:[^*]|\*(?!\*))+?)\*\*/,
    /~~(?<gone>[^~\n]+)~~/,
    /(?<![\w*])[*](?<italic>[^*\n]+)[*](?![\w*])/,
    /(?<![\w_])_(?<slanted>[^_\n]+)_(?![\w_])/,
    /(?<bare>https?:\/\/[^\s<>()]+)/,
    /&(?:#(?<number>\d+)|(?<entity>amp|lt|gt|quot|nbsp));/,
    /\\(?<escaped>[\\`*_~[\]()<>#+.!|-])/,
  ]
    .map((pattern) => pattern.source)
    .join("|"),
  "g",
);

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };

export function Inline({ text, nameOf }: { text: string; nameOf: NameOf }): ReactNode {
  return <Each items={piecesOf(text, nameOf)}>{(piece) => piece}</Each>;
}

function piecesOf(text: string, nameOf: NameOf): ReactNode[] {
  const pieces: ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > from) pieces.push(text.slice(from, match.index));
    pieces.push(drawn(match.groups ?? {}, nameOf) ?? match[0]);
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

type Groups = Partial<
  Record<
    | "code"
    | "at"
    | "color"
    | "font"
    | "tagColor"
    | "tag"
    | "href"
    | "anchor"
    | "label"
    | "url"
    | "bold"
    | "gone"
    | "italic"
    | "slanted"
    | "bare"
    | "number"
    | "entity"
    | "escaped",
    string
  >
>;

function drawn(found: Groups, nameOf: NameOf): ReactNode {
  const inner = (text: string) => <Inline text={text} nameOf={nameOf} />;
  if (found.code !== undefined) return <code>{found.code}</code>;
  if (found.at !== undefined)
    return <span className="mention">@{found.at === "all" ? "所有人" : nameOf(found.at)}</span>;
  if (found.font !== undefined) return <span data-color={found.color}>{inner(found.font)}</span>;
  if (found.tag !== undefined)
    return (
      <span className="tag" data-color={found.tagColor}>
        {inner(found.tag)}
      </span>
    );
  if (found.anchor !== undefined) return <Link url={found.href ?? ""}>{inner(found.anchor)}</Link>;
  if (found.url !== undefined)
    return <Link url={found.url}>{found.label === "" ? found.url : inner(found.label ?? "")}</Link>;
  if (found.bold !== undefined) return <strong>{inner(found.bold)}</strong>;
  if (found.gone !== undefined) return <s>{inner(found.gone)}</s>;
  const italic = found.italic ?? found.slanted;
  if (italic !== undefined) return <em>{inner(italic)}</em>;
  if (found.bare !== undefined) return <Link url={found.bare}>{found.bare}</Link>;
  if (found.number !== undefined) return String.fromCodePoint(Number(found.number));
  if (found.entity !== undefined) return ENTITIES[found.entity];
  return found.escaped;
}

/** A link that leaves the page; anything but the web and mail stays text. */
export function Link({ url, children }: { url: string; children: ReactNode }) {
  if (!/^(https?:\/\/|mailto:|\/)/i.test(url)) return <>{children}</>;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

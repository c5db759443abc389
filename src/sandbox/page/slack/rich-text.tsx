/** rich_text: sections, lists, quotes and preformatted text. */
import type { ReactNode } from "react";
import { Each } from "../shared/each.tsx";
import { Link } from "../shared/markdown-inline.tsx";
import { useReader } from "../shared/reader.tsx";
import { fillDate } from "./date.ts";
import { emoji } from "./emoji.ts";
import { Mention } from "./mrkdwn.tsx";
import type { RichNode } from "./shapes.ts";

export function RichText({ nodes }: { nodes: readonly RichNode[] }) {
  return <Each items={nodes}>{(node) => <RichPart node={node} />}</Each>;
}

/** The text of rich nodes without their looks, for sorting and announcing. */
export function plainOf(nodes: readonly RichNode[]): string {
  return nodes.map((node) => node.text ?? node.name ?? plainOf(node.elements ?? [])).join("");
}

function RichPart({ node }: { node: RichNode }): ReactNode {
  const inner = <RichText nodes={node.elements ?? []} />;
  switch (node.type) {
    case "rich_text_section":
      return <p>{inner}</p>;
    case "rich_text_list": {
      const items = (
        <Each items={node.elements ?? []}>
          {(item) => (
            <li>
              <RichText nodes={item.elements ?? []} />
            </li>
          )}
        </Each>
      );
      const style = { marginLeft: (node.indent ?? 0) * 20 };
      return node.style === "ordered" ? <ol style={style}>{items}</ol> : <ul style={style}>{items}</ul>;
    }
    case "rich_text_quote":
      return <blockquote>{inner}</blockquote>;
    case "rich_text_preformatted":
      return <pre>{inner}</pre>;
    default:
      return <Styled node={node} />;
  }
}

function Styled({ node }: { node: RichNode }): ReactNode {
  const style = typeof node.style === "object" ? node.style : {};
  let drawn: ReactNode = <Leaf node={node} />;
  if (style.code) drawn = <code>{drawn}</code>;
  if (style.strike) drawn = <s>{drawn}</s>;
  if (style.italic) drawn = <em>{drawn}</em>;
  if (style.bold) drawn = <strong>{drawn}</strong>;
  return drawn;
}

function Leaf({ node }: { node: RichNode }): ReactNode {
  const { tz, locale, rooms } = useReader();
  switch (node.type) {
    case "link":
      return <Link url={node.url ?? ""}>{node.text ?? node.url}</Link>;
    case "emoji":
      return emoji(node.name ?? "");
    case "user":
      return <Mention id={node.user_id ?? ""} />;
    case "channel":
      return (
        <span className="mention">
          {rooms.find((room) => room.id === node.channel_id)?.name ?? `#${node.channel_id ?? ""}`}
        </span>
      );
    case "usergroup":
      return <span className="mention">@{node.usergroup_id}</span>;
    case "color":
      return (
        <span className="color">
          <i style={{ background: node.value }} /> {node.value}
        </span>
      );
    case "broadcast":
      return <span className="mention">@{node.range}</span>;
    case "date":
      return <time>{fillDate(node.timestamp ?? 0, node.format ?? "{date}", tz, locale)}</time>;
    default:
      return node.text ?? node.value ?? "";
  }
}

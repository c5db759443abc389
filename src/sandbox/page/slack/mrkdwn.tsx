/** Slack's own markup: bold, italic, code, quotes, links, mentions, channels, emoji names and dates. */
import type { ReactNode } from "react";
import { Each } from "../shared/each.tsx";
import { Link } from "../shared/markdown-inline.tsx";
import { type Reader, useReader } from "../shared/reader.tsx";
import { displayName } from "../shared/state.ts";
import { BOT_NAME } from "./author.ts";
import { fillDate } from "./date.ts";
import { emoji } from "./emoji.ts";
import type { Text } from "./shapes.ts";

const TOKEN =
  /```\n?(?<block>[\s\S]+?)```|`(?<code>[^`\n]+)`|<(?<link>[^<>\n]+)>|(?<![\w*])\*(?<bold>[^\s*](?:[^*\n]*[^\s*])?)\*(?![\w*])|(?<!\w)_(?<italic>[^\s_](?:[^\n]*?[^\s_])?)_(?!\w)|(?<![\w~])~(?<gone>[^\s~](?:[^~\n]*[^\s~])?)~(?![\w~])|:(?<emoji>[a-z0-9_+-]+):|(?<break>\n)/g;

/** A text object: mrkdwn with its markup, plain text with its emoji names. */
export function TextView({ text }: { text: Text }): ReactNode {
  if (text.type === "mrkdwn") return <Mrkdwn text={text.text} />;
  return text.text.replace(/:([a-z0-9_+-]+):/g, (_, name: string) => emoji(name));
}

export function Mrkdwn({ text }: { text: string }): ReactNode {
  return (
    <Each items={quotedParts(text)}>
      {(part) =>
        part.quote ? (
          <blockquote>
            <Marked text={part.text} />
          </blockquote>
        ) : (
          <Marked text={part.text} />
        )
      }
    </Each>
  );
}

function quotedParts(text: string): { quote: boolean; text: string }[] {
  const parts: { quote: boolean; text: string }[] = [];
  for (const line of text.split("\n")) {
    const quote = line.startsWith("&gt;") || line.startsWith(">");
    const bare = quote ? line.replace(/^(&gt;|>)\s?/, "") : line;
    const last = parts.at(-1);
    if (last?.quote === quote) last.text += `\n${bare}`;
    else parts.push({ quote, text: bare });
  }
  return parts;
}

function Marked({ text }: { text: string }): ReactNode {
  const reader = useReader();
  const pieces: ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > from) pieces.push(unescaped(text.slice(from, match.index)));
    pieces.push(drawn(match.groups ?? {}, reader));
    from = match.index + match[0].length;
  }
  pieces.push(unescaped(text.slice(from)));
  return <Each items={pieces}>{(piece) => piece}</Each>;
}

type Groups = Partial<
  Record<"block" | "code" | "link" | "bold" | "italic" | "gone" | "emoji" | "break", string>
>;

function drawn(found: Groups, reader: Reader): ReactNode {
  if (found.block !== undefined) return <pre>{unescaped(found.block)}</pre>;
  if (found.code !== undefined) return <code>{unescaped(found.code)}</code>;
  if (found.link !== undefined) return angled(found.link, reader);
  if (found.bold !== undefined)
    return (
      <strong>
        <Marked text={found.bold} />
      </strong>
    );
  if (found.italic !== undefined)
    return (
      <em>
        <Marked text={found.italic} />
      </em>
    );
  if (found.gone !== undefined)
    return (
      <s>
        <Marked text={found.gone} />
      </s>
    );
  if (found.break !== undefined) return <br />;
  return emoji(found.emoji ?? "");
}

/** What stands in `<…>`: a person, a channel, a broadcast, a date or a link. */
function angled(inside: string, reader: Reader): ReactNode {
  const [target = "", label] = inside.split("|", 2);
  if (target.startsWith("@")) return <Mention id={target.slice(1)} />;
  if (target.startsWith("#"))
    return <span className="mention">#{(label ?? target.slice(1)).replace(/^#/, "")}</span>;
  if (target.startsWith("!date^")) {
    const [, seconds, template = ""] = target.split("^");
    return <time title={label}>{fillDate(Number(seconds), template, reader.tz, reader.locale)}</time>;
  }
  if (target.startsWith("!")) return <span className="mention">@{label ?? target.slice(1)}</span>;
  return <Link url={unescaped(target)}>{unescaped(label ?? target)}</Link>;
}

export function Mention({ id }: { id: string }) {
  const { people, person } = useReader();
  const found = people.find((one) => one.id === id);
  const name = found === undefined ? BOT_NAME : displayName(found);
  return <span className={id === person.id ? "mention me" : "mention"}>@{name}</span>;
}

const unescaped = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

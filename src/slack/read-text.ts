/** Slack's message text as the person typed it: links, mentions and escapes turned back. */

const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/**
 * @param text as an event or a command carries it, such as `see <https://x.example|x.example> &amp; <@U1|maya>`
 * @returns plain text: a link is its address, a mention `@name` or `@U1`, a channel `#name`
 */
export function readText(text: string): string {
  return text
    .replaceAll(/<([^<>]+)>/g, (_, inner: string) => readReference(inner))
    .replaceAll(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** The text without mentions of `user`, read as `readText` does. */
export function readTextWithout(user: string, text: string): string {
  const rest = text.replaceAll(/<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>/g, (mention, id: string) =>
    id === user ? " " : mention,
  );
  return readText(rest).trim();
}

function readReference(inner: string): string {
  const bar = inner.indexOf("|");
  const target = bar === -1 ? inner : inner.slice(0, bar);
  const label = bar === -1 ? undefined : inner.slice(bar + 1);
  if (target.startsWith("@") || target.startsWith("#")) return `${target[0]}${label ?? target.slice(1)}`;
  if (target.startsWith("!")) return label ?? `@${target.slice(1)}`;
  if (/^(?:mailto|tel):/i.test(target)) return label ?? target.slice(target.indexOf(":") + 1);
  return target;
}

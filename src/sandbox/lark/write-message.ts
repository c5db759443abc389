/** Turns what a person types into a Lark message: mentions become keys, and only mentions reach the bot in a group. */
import { BOT, BOT_HANDLE, type Chat, PEOPLE, TENANT_KEY } from "./people.ts";
import type { Mention } from "./tenant.ts";

interface Written {
  content: string;
  mentions: Mention[];
  /** whether the bot hears of it */
  heard: boolean;
}

const BOT_MENTION = { id: BOT.id, name: BOT.name, tenantKey: TENANT_KEY, type: "bot" } as const;

/**
 * Writes a text message.
 * A command line in a group gets the bot's mention in front: without it nobody's bot would hear it.
 */
export function writeText(text: string, chat: Chat): Written {
  const isCommand = /^\s*[/／]/.test(text);
  const typed = chat.kind === "group" && isCommand ? `@${BOT_HANDLE} ${text.trimStart()}` : text;
  const mentions: Mention[] = [];
  const keyed = typed.replace(mentionPattern(chat), (match, name: string) => {
    const known = mentions.find((mention) => mention.id === idFor(name, chat));
    if (known !== undefined) return known.key;
    const mention = mentionFor(name, chat, `@_user_${mentions.length + 1}`);
    if (mention === undefined) return match;
    mentions.push(mention);
    return mention.key;
  });
  const heard = chat.kind === "direct" || mentions.some((mention) => mention.type === "bot");
  return { content: JSON.stringify({ text: keyed }), mentions, heard };
}

/** The text as people read it, with names in place of keys. */
export function readText(content: string, mentions: readonly Mention[]): string {
  const { text = "" } = JSON.parse(content) as { text?: string };
  return text.replace(/@_user_\d+/g, (key) => {
    const mention = mentions.find((one) => one.key === key);
    return mention === undefined ? key : `@${mention.name}`;
  });
}

function membersOf(chat: Chat) {
  return PEOPLE.filter((person) => chat.members.includes(person.id));
}

function mentionPattern(chat: Chat): RegExp {
  const names = membersOf(chat).flatMap((person) => [person.name, person.displayName]);
  const escaped = [BOT_HANDLE, ...names].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`@(${escaped.join("|")})(?![\\w-])`, "gi");
}

function personFor(name: string, chat: Chat) {
  const wanted = name.toLowerCase();
  return membersOf(chat).find((one) => [one.name, one.displayName.toLowerCase()].includes(wanted));
}

const idFor = (name: string, chat: Chat) =>
  name.toLowerCase() === BOT_HANDLE ? BOT.id : personFor(name, chat)?.id;

function mentionFor(name: string, chat: Chat, key: string): Mention | undefined {
  if (name.toLowerCase() === BOT_HANDLE) return { key, ...BOT_MENTION };
  const person = personFor(name, chat);
  if (person === undefined) return undefined;
  return { key, id: person.id, name: person.displayName, tenantKey: person.tenantKey, type: "user" };
}

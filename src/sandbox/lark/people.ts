/** Who is in the local Lark tenant: the app and its bot, the people, the chats. */
import { createHash } from "node:crypto";

/** One account; `name` is the handle that the control API and the page use. */
export interface Person {
  /** open_id */
  id: string;
  unionId: string;
  userId: string;
  name: string;
  displayName: string;
  role: string;
  tz: string;
  locale: "zh_cn" | "en_us";
  /** absent when the app may not see it */
  email?: string;
  tenantKey: string;
  /** works for somebody else: is in no group of everyone, but in one with the brand alone */
  apart?: true;
}

export interface Chat {
  id: string;
  name: string;
  kind: "group" | "direct";
  /** open_ids of the people */
  members: string[];
  hasBot: boolean;
}

const digest = (text: string, length: number) =>
  createHash("sha256").update(`seedbed lark ${text}`).digest("hex").slice(0, length);

export const TENANT_KEY = digest("tenant", 16);

export const CREDENTIALS = {
  appId: `cli_${digest("app", 16)}`,
  appSecret: digest("secret", 32),
  encryptKey: digest("encrypt", 32),
  verificationToken: digest("verification", 32),
};

export const BOT = { id: `ou_${digest("bot", 32)}`, unionId: `on_${digest("bot", 32)}`, name: "Seedbed" };

/** How people write the bot's name in a message and how a direct chat with it is called. */
export const BOT_HANDLE = "seedbed";

function person(
  name: string,
  rest: Pick<Person, "displayName" | "tz" | "locale">,
  tenantKey = TENANT_KEY,
): Person {
  const visible = tenantKey === TENANT_KEY ? { email: `${name}@acme.example` } : {};
  const ids = { id: `ou_${digest(name, 32)}`, unionId: `on_${digest(name, 32)}`, userId: digest(name, 8) };
  return { ...ids, name, role: name, tenantKey, ...rest, ...visible };
}

export const PEOPLE: readonly Person[] = [
  person("partner", { displayName: "林晓雯", tz: "Asia/Shanghai", locale: "zh_cn" }),
  person("legal", { displayName: "周律", tz: "Asia/Shanghai", locale: "zh_cn" }),
  person("manager", { displayName: "Jonas Weber", tz: "Europe/Berlin", locale: "en_us" }),
  { ...person("mcn", { displayName: "苏可", tz: "Asia/Shanghai", locale: "zh_cn" }), apart: true },
  person(
    "newcomer",
    { displayName: "陈一诺", tz: "Asia/Shanghai", locale: "zh_cn" },
    digest("other tenant", 16),
  ),
];

/** The other agency's people, and who answers for the brand on Lark. */
const OF_OTHER_AGENCY = PEOPLE.filter(({ name }) => name === "mcn" || name === "manager").map(({ id }) => id);

/** The group of the campaign, the one of the other agency, and one private chat with the bot per person. */
export const seedChats = (): Chat[] => [
  newGroup("春季种草", "spring", true),
  { ...newGroup("星河互动对接群", "other agency", true), members: OF_OTHER_AGENCY },
  ...PEOPLE.map(
    (one): Chat => ({
      id: `oc_${digest(`direct ${one.name}`, 32)}`,
      name: `@${BOT_HANDLE}`,
      kind: "direct",
      members: [one.id],
      hasBot: true,
    }),
  ),
];

/** The person with this handle, open_id, union_id, user_id or visible email. */
export function findPerson(key: string): Person | undefined {
  return PEOPLE.find((one) => [one.name, one.id, one.unionId, one.userId, one.email].includes(key));
}

/** A group of everyone in the tenant but those apart. @param seed makes its id */
export function newGroup(name: string, seed: string, hasBot: boolean): Chat {
  const members = PEOPLE.filter((one) => one.tenantKey === TENANT_KEY && !one.apart).map((one) => one.id);
  return { id: `oc_${digest(seed, 32)}`, name, kind: "group", members, hasBot };
}

/** The ids of a person as events carry them. */
export function idsOf(person: Person) {
  return { union_id: person.unionId, user_id: person.userId, open_id: person.id };
}

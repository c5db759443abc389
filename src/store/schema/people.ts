/** Members, their accounts on the platforms, the chats the bot knows, and one-time codes. */
import { sql } from "drizzle-orm";
import { jsonb, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { Language, Role } from "../../chat/people.ts";
import type { PlatformName } from "../../chat/ports.ts";
import { instant } from "../columns.ts";
import { seedbed } from "./seedbed.ts";

export const members = seedbed.table(
  "members",
  {
    id: text().primaryKey(),
    name: text().notNull(),
    email: text(),
    role: text().$type<Role>().notNull(),
    /** null: as the platform's profile says, then English */
    language: text().$type<Language>(),
    zone: text(),
    /** the agency someone works for; null for the brand's own people. Sides see different prices */
    agency: text(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex("members_email").on(sql`lower(${t.email})`)],
);

/** A member has at most one account a platform; an account belongs to at most one member. */
export const accounts = seedbed.table(
  "accounts",
  {
    platform: text().$type<PlatformName>().notNull(),
    userId: text().notNull(),
    memberId: text()
      .notNull()
      .references(() => members.id),
    name: text().notNull(),
    linkedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.platform, t.userId] }),
    uniqueIndex("accounts_member_platform").on(t.memberId, t.platform),
  ],
);

/** One-time codes; only a hash is kept. Without a member the code makes its first user an admin. */
export const linkCodes = seedbed.table("link_codes", {
  codeHash: text().primaryKey(),
  memberId: text().references(() => members.id),
  expiresAt: instant().notNull(),
  usedAt: instant(),
});

export const chats = seedbed.table(
  "chats",
  {
    platform: text().$type<PlatformName>().notNull(),
    chatId: text().notNull(),
    name: text().notNull(),
    language: text().$type<Language>().notNull(),
    zone: text().notNull(),
    seenAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.platform, t.chatId] })],
);

/**
 * Whose a group is, where somebody said so: prices go by it. Kept when the bot leaves, since a group that was an agency's
 * must not be read as the brand's once the bot is back.
 */
export const chatSides = seedbed.table(
  "chat_sides",
  {
    platform: text().$type<PlatformName>().notNull(),
    chatId: text().notNull(),
    /** the agency that reads along with the brand; empty: the brand's own people alone */
    agency: text().notNull(),
    setBy: text()
      .notNull()
      .references(() => members.id),
    setAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.platform, t.chatId] })],
);

/** Small facts about the installation, such as how far the sandbox's clock was moved. */
export const settings = seedbed.table("settings", {
  name: text().primaryKey(),
  value: jsonb().notNull(),
});

/** Files the bot made and still has to deliver, or delivered. */
import { text } from "drizzle-orm/pg-core";
import { bytes, instant } from "../columns.ts";
import { seedbed } from "./seedbed.ts";

export const files = seedbed.table("files", {
  id: text().primaryKey(),
  name: text().notNull(),
  mime: text().notNull(),
  content: bytes().notNull(),
  createdAt: instant().notNull(),
});

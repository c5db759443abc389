/** Campaigns and what belongs to one as a whole. */
import { jsonb, text } from "drizzle-orm/pg-core";
import type { Currency } from "../../domain/money.ts";
import type { TierScheme } from "../../domain/tiers.ts";
import { instant, plainDate } from "../columns.ts";
import { members } from "./people.ts";
import { seedbed } from "./seedbed.ts";

/** A text in both languages; either may be missing, and stays missing. */
export interface Bilingual {
  en?: string | undefined;
  zh?: string | undefined;
}

/** What a brief is made from; lists hold one point an entry. */
export interface BriefSource {
  background?: Bilingual;
  goal?: Bilingual;
  keyPoints?: Bilingual;
  must?: Bilingual;
  mustNot?: Bilingual;
}

export const campaigns = seedbed.table("campaigns", {
  id: text().primaryKey(),
  name: text().notNull(),
  brand: text().notNull(),
  product: text().notNull(),
  category: text().notNull(),
  targetGender: text().$type<"female" | "male">(),
  /** `18-34` or `35+` */
  targetAges: text(),
  /** names of provinces or cities, parted by 、 */
  targetRegions: text(),
  tierScheme: text().$type<TierScheme>().notNull(),
  launchOn: plainDate().notNull(),
  /** IANA zone of the plan; posts go out on Xiaohongshu, so it is Shanghai unless someone says otherwise */
  zone: text().notNull(),
  currency: text().$type<Currency>().notNull(),
  slackChat: text(),
  larkChat: text(),
  brief: jsonb().$type<BriefSource>().notNull(),
  createdBy: text()
    .notNull()
    .references(() => members.id),
  createdAt: instant().notNull(),
  closedAt: instant(),
});

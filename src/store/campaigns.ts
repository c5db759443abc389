/** Campaigns: by id, by the chat they are bound to, by name. */
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { PlatformName } from "../chat/ports.ts";
import { nameKeyOf } from "./creators.ts";
import { prepared, type Querier, type Transaction } from "./database.ts";
import { lockFor } from "./locks.ts";
import { campaigns } from "./schema.ts";

export type Campaign = typeof campaigns.$inferSelect;

/** Serialises the look-up and insertion of one name, so that two people at once make one campaign. */
export async function lockCampaignName(tx: Transaction, name: string): Promise<void> {
  await lockFor(tx, "campaignName", nameKeyOf(name));
}

export async function insertCampaign(db: Querier, campaign: typeof campaigns.$inferInsert): Promise<void> {
  await db.insert(campaigns).values(campaign);
}

export async function campaignById(db: Querier, id: string): Promise<Campaign | undefined> {
  const rows = await db.select().from(campaigns).where(eq(campaigns.id, id));
  return rows[0];
}

/** Open campaigns of a chat, newest first. */
export async function campaignsOfChat(
  db: Querier,
  platform: PlatformName,
  chat: string,
): Promise<Campaign[]> {
  const column = platform === "slack" ? campaigns.slackChat : campaigns.larkChat;
  const query = prepared(db, `campaigns-of-${platform}-chat`, (name) =>
    db
      .select()
      .from(campaigns)
      .where(and(eq(column, sql.placeholder("chat")), isNull(campaigns.closedAt)))
      .orderBy(desc(campaigns.createdAt), desc(campaigns.id))
      .prepare(name),
  );
  return query.execute({ chat });
}

/** All open campaigns, newest first. */
export async function openCampaigns(db: Querier): Promise<Campaign[]> {
  const query = prepared(db, "open-campaigns", (name) =>
    db
      .select()
      .from(campaigns)
      .where(isNull(campaigns.closedAt))
      .orderBy(desc(campaigns.createdAt), asc(campaigns.id))
      .prepare(name),
  );
  return query.execute();
}

/** Binds a campaign to a chat where it has none on that platform. @returns false when it has one */
export async function bindCampaign(
  tx: Transaction,
  id: string,
  platform: PlatformName,
  chat: string,
): Promise<boolean> {
  const column = platform === "slack" ? campaigns.slackChat : campaigns.larkChat;
  const rows = await tx
    .update(campaigns)
    .set(platform === "slack" ? { slackChat: chat } : { larkChat: chat })
    .where(and(eq(campaigns.id, id), isNull(column)))
    .returning({ id: campaigns.id });
  return rows.length > 0;
}

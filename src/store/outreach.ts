/** Quotes and holds: what creators were asked and offered for a campaign. */
import { and, asc, eq } from "drizzle-orm";
import type { Money } from "../domain/money.ts";
import type { Querier, Transaction } from "./database.ts";
import { campaigns, creators, quotes } from "./schema.ts";

export type Quote = typeof quotes.$inferSelect;

/** What makes a quote one and the same. */
export type QuoteKey = Pick<Quote, "campaignId" | "creatorId" | "via" | "agency" | "format">;

export function priceOf({ priceAmount, priceCurrency }: Quote): Money | null {
  return priceAmount === null || priceCurrency === null
    ? null
    : { amount: priceAmount, currency: priceCurrency };
}

/** Locked until the transaction ends. */
export async function lockQuote(tx: Transaction, key: QuoteKey): Promise<Quote | undefined> {
  const rows = await tx
    .select()
    .from(quotes)
    .where(
      and(
        eq(quotes.campaignId, key.campaignId),
        eq(quotes.creatorId, key.creatorId),
        eq(quotes.via, key.via),
        eq(quotes.agency, key.agency),
        eq(quotes.format, key.format),
      ),
    )
    .for("update");
  return rows[0];
}

export async function lockQuoteById(tx: Transaction, id: string): Promise<Quote | undefined> {
  const rows = await tx.select().from(quotes).where(eq(quotes.id, id)).for("update");
  return rows[0];
}

/** Stores a new quote, or the new state of the one that is there. */
export async function saveQuote(tx: Transaction, quote: Quote): Promise<Quote> {
  const { state, priceAmount, priceCurrency, rebateShare, heldUntil, setBy, setAt } = quote;
  const rows = await tx
    .insert(quotes)
    .values(quote)
    .onConflictDoUpdate({
      target: [quotes.campaignId, quotes.creatorId, quotes.via, quotes.agency, quotes.format],
      set: { state, priceAmount, priceCurrency, rebateShare, heldUntil, setBy, setAt },
    })
    .returning();
  return rows[0] ?? quote;
}

export async function quoteById(db: Querier, id: string) {
  const rows = await db
    .select({ quote: quotes, creator: creators, campaign: campaigns })
    .from(quotes)
    .innerJoin(creators, eq(creators.id, quotes.creatorId))
    .innerJoin(campaigns, eq(campaigns.id, quotes.campaignId))
    .where(eq(quotes.id, id));
  return rows[0];
}

/** All quotes of a campaign, a creator's side by side. */
export async function quotesOfCampaign(db: Querier, campaignId: string) {
  return db
    .select({ quote: quotes, creator: creators })
    .from(quotes)
    .innerJoin(creators, eq(creators.id, quotes.creatorId))
    .where(eq(quotes.campaignId, campaignId))
    .orderBy(asc(creators.name), asc(creators.id), asc(quotes.format), asc(quotes.via), asc(quotes.id));
}

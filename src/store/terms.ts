/** What a campaign may cost, and what each agency keeps of it. */
import { and, eq } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Querier, Transaction } from "./database.ts";
import { agencyMargins, campaignTerms } from "./schema.ts";

export type Terms = typeof campaignTerms.$inferSelect;

export async function termsOf(db: Querier, campaignId: string): Promise<Terms | undefined> {
  const rows = await db.select().from(campaignTerms).where(eq(campaignTerms.campaignId, campaignId));
  return rows[0];
}

/** What is given is changed, what is not given stays. */
export async function saveTerms(
  tx: Transaction,
  campaignId: string,
  change: { budgetAmount?: number; ceilingAmount?: number; setBy: string; setAt: Temporal.Instant },
): Promise<void> {
  await tx
    .insert(campaignTerms)
    .values({ campaignId, ...change })
    .onConflictDoUpdate({ target: campaignTerms.campaignId, set: change });
}

export async function marginOf(db: Querier, campaignId: string, agency: string): Promise<number | null> {
  const rows = await db
    .select({ share: agencyMargins.share })
    .from(agencyMargins)
    .where(and(eq(agencyMargins.campaignId, campaignId), eq(agencyMargins.agency, agency)));
  return rows[0]?.share ?? null;
}

export async function saveMargin(tx: Transaction, margin: typeof agencyMargins.$inferInsert): Promise<void> {
  const { share, setBy, setAt } = margin;
  await tx
    .insert(agencyMargins)
    .values(margin)
    .onConflictDoUpdate({
      target: [agencyMargins.campaignId, agencyMargins.agency],
      set: { share, setBy, setAt },
    });
}

/** Every price that was ever named for a creator: in vettings, when they were asked, in lists for the brand. */
import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { CreatorFacts } from "../domain/creator-facts.ts";
import type { Querier } from "./database.ts";
import { campaigns, quotes, submissionRows, submissions, vettings } from "./schema.ts";

/** A vetting takes over the quotes of the one before, so a few hundred hold all that differ. */
const SNAPSHOTS = 300;

/** The quotes of a creator's vettings, newest first; those held back from others are among them. */
export async function quotesInVettings(db: Querier, creatorId: string) {
  return db
    .select({
      facts: sql<
        Pick<CreatorFacts, "quoteImage" | "quoteVideo" | "heldBack">
      >`jsonb_strip_nulls(jsonb_build_object('quoteImage', ${vettings.facts} -> 'quoteImage',
        'quoteVideo', ${vettings.facts} -> 'quoteVideo', 'heldBack', ${vettings.facts} -> 'heldBack'))`,
      vettedAt: vettings.vettedAt,
    })
    .from(vettings)
    .where(
      and(
        eq(vettings.creatorId, creatorId),
        sql`${vettings.facts} ?| array['quoteImage', 'quoteVideo', 'heldBack']`,
      ),
    )
    .orderBy(desc(vettings.vettedAt), desc(vettings.id))
    .limit(SNAPSHOTS);
}

/** What was answered when they were asked for a price, in all campaigns. */
export async function quotesOfCreator(db: Querier, creatorId: string) {
  return db
    .select({ quote: quotes, campaign: campaigns.name })
    .from(quotes)
    .innerJoin(campaigns, eq(campaigns.id, quotes.campaignId))
    .where(and(eq(quotes.creatorId, creatorId), isNotNull(quotes.priceAmount)))
    .orderBy(desc(quotes.setAt), desc(quotes.id));
}

/** The prices at which they were submitted in lists. */
export async function submittedPricesOf(db: Querier, creatorId: string) {
  return db
    .select({
      row: submissionRows,
      agency: submissions.agency,
      submittedAt: submissions.submittedAt,
      campaign: campaigns.name,
    })
    .from(submissionRows)
    .innerJoin(submissions, eq(submissions.id, submissionRows.submissionId))
    .innerJoin(campaigns, eq(campaigns.id, submissions.campaignId))
    .where(eq(submissionRows.creatorId, creatorId))
    .orderBy(desc(submissions.submittedAt), desc(submissions.id));
}

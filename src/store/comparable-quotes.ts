/** What other creators of one size were quoted: from the newest vetting of each. */
import { desc, eq, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { CreatorFacts } from "../domain/creator-facts.ts";
import type { SizeBand } from "../domain/size-bands.ts";
import { prepared, type Querier } from "./database.ts";
import { bandAndTime, isNewestOfCreator, NEWEST, newestOfBand } from "./newest-of-band.ts";
import { members, vettings } from "./schema.ts";

export interface QuotedCreator {
  creatorId: string;
  facts: CreatorFacts;
  /** of the member who entered it; null for the brand's own people */
  agency: string | null;
}

/** At most 100 creators of the band who have a quote, those vetted last first. */
export async function quotedCreators(
  db: Querier,
  band: SizeBand,
  until?: Temporal.Instant,
): Promise<QuotedCreator[]> {
  const query = prepared(db, "quoted-creators", (name) => {
    const newest = newestOfBand(db, sql`${vettings.facts} ?| array['quoteImage', 'quoteVideo']`);
    return db
      .with(newest)
      .select({ creatorId: newest.creatorId, facts: newest.facts, agency: members.agency })
      .from(newest)
      .innerJoin(members, eq(members.id, newest.vettedBy))
      .where(isNewestOfCreator(newest))
      .orderBy(desc(newest.vettedAt))
      .limit(NEWEST)
      .prepare(name);
  });
  return query.execute(bandAndTime(band, until));
}

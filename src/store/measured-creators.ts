/** Creators of one size with likes, saves and followers, from the newest vetting of each: what is usual at this size. */
import { desc, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { CreatorFacts } from "../domain/creator-facts.ts";
import type { MeasuredCreator } from "../domain/peers.ts";
import type { SizeBand } from "../domain/size-bands.ts";
import { prepared, type Querier } from "./database.ts";
import { bandAndTime, isNewestOfCreator, NEWEST, newestOfBand } from "./newest-of-band.ts";
import { vettings } from "./schema.ts";

/** At most 100 creators of the band, those vetted last first, with the three facts that the rate is made of. */
export async function measuredCreators(
  db: Querier,
  band: SizeBand,
  until?: Temporal.Instant,
): Promise<MeasuredCreator[]> {
  const query = prepared(db, "measured-creators", (name) => {
    const newest = newestOfBand(db, sql`${vettings.facts} ?& array['likes', 'saves']`);
    return db
      .with(newest)
      .select({
        creatorId: newest.creatorId,
        facts: sql<CreatorFacts>`jsonb_build_object('likes', ${newest.facts} -> 'likes',
          'saves', ${newest.facts} -> 'saves', 'followers', ${newest.facts} -> 'followers')`,
      })
      .from(newest)
      .where(isNewestOfCreator(newest))
      .orderBy(desc(newest.vettedAt))
      .limit(NEWEST)
      .prepare(name);
  });
  return query.execute(bandAndTime(band, until));
}

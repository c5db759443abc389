/** Creators of one size with likes, saves and followers, from the newest vetting of each: what is usual at this size. */
import { and, desc, eq, sql } from "drizzle-orm";
import type { CreatorFacts } from "../domain/creator-facts.ts";
import type { MeasuredCreator } from "../domain/peers.ts";
import { SIZE_BANDS, type SizeBand } from "../domain/size-bands.ts";
import { prepared, type Querier } from "./database.ts";
import { vettings } from "./schema.ts";
import { sizeBandNumber } from "./size-band-number.ts";

/** [A] source: rules V3; as many as of quotes: older numbers say less, and a single vetting must not wait for them all */
const NEWEST = 100;

/** At most 100 creators of the band, those vetted last first, with the three facts that the rate is made of. */
export async function measuredCreators(db: Querier, band: SizeBand): Promise<MeasuredCreator[]> {
  const query = prepared(db, "measured-creators", (name) =>
    db
      .select({
        creatorId: vettings.creatorId,
        facts: sql<CreatorFacts>`jsonb_build_object('likes', ${vettings.facts} -> 'likes',
          'saves', ${vettings.facts} -> 'saves', 'followers', ${vettings.facts} -> 'followers')`,
      })
      .from(vettings)
      .where(
        and(
          eq(sizeBandNumber(vettings.facts), sql.placeholder("band")),
          sql`${vettings.facts} ?& array['likes', 'saves']`,
          sql`not exists (select from ${vettings} newer where newer.creator_id = ${vettings.creatorId}
            and (newer.vetted_at, newer.id) > (${vettings.vettedAt}, ${vettings.id}))`,
        ),
      )
      .orderBy(desc(vettings.vettedAt))
      .limit(NEWEST)
      .prepare(name),
  );
  return query.execute({ band: SIZE_BANDS.indexOf(band) + 1 });
}

/** What other creators of one size were quoted: from the newest vetting of each. */
import { and, desc, eq, sql } from "drizzle-orm";
import type { CreatorFacts } from "../domain/creator-facts.ts";
import { SIZE_BANDS, type SizeBand } from "../domain/size-bands.ts";
import { prepared, type Querier } from "./database.ts";
import { members, vettings } from "./schema.ts";
import { sizeBandNumber } from "./size-band-number.ts";

/** [A] source: rules P2; older quotes say less about today's prices, and a single vetting must not wait for them all */
const NEWEST = 100;

export interface QuotedCreator {
  creatorId: string;
  facts: CreatorFacts;
  /** of the member who entered it; null for the brand's own people */
  agency: string | null;
}

/** At most 100 creators of the band who have a quote, those vetted last first. */
export async function quotedCreators(db: Querier, band: SizeBand): Promise<QuotedCreator[]> {
  const query = prepared(db, "quoted-creators", (name) =>
    db
      .select({
        creatorId: vettings.creatorId,
        facts: vettings.facts,
        agency: members.agency,
      })
      .from(vettings)
      .innerJoin(members, eq(members.id, vettings.vettedBy))
      .where(
        and(
          eq(sizeBandNumber(vettings.facts), sql.placeholder("band")),
          sql`${vettings.facts} ?| array['quoteImage', 'quoteVideo']`,
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

/** The vettings of accounts of one size that came last: what others' quotes and rates are read from. */
import { and, desc, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { SIZE_BANDS, type SizeBand } from "../domain/size-bands.ts";
import type { Querier } from "./database.ts";
import { vettings } from "./schema.ts";
import { sizeBandNumber } from "./size-band-number.ts";

/** [A] source: rules V3, P2; older numbers say less about today, and a single vetting must not wait for them all */
export const NEWEST = 100;
/** Of one creator several may be among the last. */
const LOOKED_AT = 400;

/** What a prepared query with `newestOfBand` is executed with; what was vetted after `until` is as if it were not there. */
export function bandAndTime(band: SizeBand, until: Temporal.Instant | undefined) {
  return { band: SIZE_BANDS.indexOf(band) + 1, until: until?.toString() ?? "infinity" };
}

/**
 * To be used in a prepared query, see `bandAndTime`.
 * @param has what the facts must have, in the words of an index
 */
export function newestOfBand(db: Querier, has: SQL) {
  return db.$with("newest").as(
    db
      .select({
        id: vettings.id,
        creatorId: vettings.creatorId,
        facts: vettings.facts,
        vettedBy: vettings.vettedBy,
        vettedAt: vettings.vettedAt,
      })
      .from(vettings)
      .where(
        and(eq(sizeBandNumber(vettings.facts), sql.placeholder("band")), isInTime(vettings.vettedAt), has),
      )
      .orderBy(desc(vettings.vettedAt))
      .limit(LOOKED_AT),
  );
}

function isInTime(vettedAt: SQLWrapper): SQL {
  return sql`${vettedAt} <= ${sql.placeholder("until")}::timestamptz`;
}

/**
 * Whether nothing was found out about the creator later. Asked of each through an index: as a join PostgreSQL would read
 * all vettings for it as long as it does not know how many there are.
 */
export function isNewestOfCreator({ id, creatorId }: { id: SQLWrapper; creatorId: SQLWrapper }): SQL {
  return sql`${id} = (select later.id from ${vettings} later where later.creator_id = ${creatorId}
      and ${isInTime(sql`later.vetted_at`)} order by later.vetted_at desc, later.id desc limit 1)`;
}

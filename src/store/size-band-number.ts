/** The size band of a vetting as PostgreSQL counts it: an index and the query it serves must say it alike. */
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { SIZE_BANDS } from "../domain/size-bands.ts";

/** 1 for the smallest accounts. A change of the bands is a change of the index and wants a migration. */
export function sizeBandNumber(facts: SQLWrapper): SQL<number> {
  const floors = sql.raw(`array[${SIZE_BANDS.join(", ")}]::numeric[]`);
  return sql`width_bucket((${facts} #>> '{followers,value}')::numeric, ${floors})`;
}

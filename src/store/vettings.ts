/** Vettings, each an immutable snapshot of what was known of a creator and how it was judged. */
import { desc, eq, inArray } from "drizzle-orm";
import { anyOf, prepared, type Querier } from "./database.ts";
import { insertMany, linesOf, timesOf } from "./insert-many.ts";
import { keptReport } from "./report-record.ts";
import { vettings } from "./schema.ts";

export type Vetting = typeof vettings.$inferSelect;

export async function insertVettings(db: Querier, added: readonly Vetting[]): Promise<void> {
  if (added.length === 0) return;
  await insertMany(db, INSERT_VETTINGS, [
    added.map(({ id }) => id),
    added.map(({ creatorId }) => creatorId),
    added.map(({ campaignId }) => campaignId),
    linesOf(added.map(({ facts }) => facts)),
    linesOf(added.map(({ report }) => keptReport(report))),
    added.map(({ score }) => score),
    added.map(({ vettedBy }) => vettedBy),
    timesOf(added.map(({ vettedAt }) => vettedAt)),
  ]);
}

const INSERT_VETTINGS = {
  name: "insert-vettings",
  text: `insert into seedbed.vettings (id, creator_id, campaign_id, facts, report, score, vetted_by, vetted_at)
    select id, creator_id, campaign_id, facts::jsonb, report::json, score, vetted_by, vetted_at
    from unnest($1::text[], $2::text[], $3::text[], string_to_array($4, E'\\n'), string_to_array($5, E'\\n'),
      $6::real[], $7::text[], $8::timestamptz[])
      added (id, creator_id, campaign_id, facts, report, score, vetted_by, vetted_at)`,
};

export async function vettingById(db: Querier, id: string): Promise<Vetting | undefined> {
  const rows = await db.select().from(vettings).where(eq(vettings.id, id));
  return rows[0];
}

/** What is known of creators from the newest vetting of each, by creator id. */
export async function latestFacts(
  db: Querier,
  creatorIds: readonly string[],
): Promise<Map<string, Vetting["facts"]>> {
  if (creatorIds.length === 0) return new Map();
  const query = prepared(db, "latest-facts", (name) =>
    db
      .selectDistinctOn([vettings.creatorId], { creatorId: vettings.creatorId, facts: vettings.facts })
      .from(vettings)
      .where(anyOf(vettings.creatorId, "creatorIds"))
      .orderBy(vettings.creatorId, desc(vettings.vettedAt), desc(vettings.id))
      .prepare(name),
  );
  const rows = await query.execute({ creatorIds });
  return new Map(rows.map(({ creatorId, facts }) => [creatorId, facts]));
}

/** The newest vetting of each, by creator id; those who were never vetted are not in it. */
export async function newestVettings(
  db: Querier,
  creatorIds: readonly string[],
): Promise<Map<string, Pick<Vetting, "id" | "facts">>> {
  const rows = await db
    .selectDistinctOn([vettings.creatorId], {
      creatorId: vettings.creatorId,
      id: vettings.id,
      facts: vettings.facts,
    })
    .from(vettings)
    .where(inArray(vettings.creatorId, [...creatorIds]))
    .orderBy(vettings.creatorId, desc(vettings.vettedAt), desc(vettings.id));
  return new Map(rows.map(({ creatorId, ...vetting }) => [creatorId, vetting]));
}

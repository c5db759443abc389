/** Takes back what a list said when its columns had other meanings: a wrong guess must not outlive its correction. */
import { isDeepStrictEqual } from "node:util";
import type { CreatorFacts } from "../../domain/creator-facts.ts";
import type { Querier } from "../../store/database.ts";
import { earlierReadings, factsBefore } from "../../store/earlier-readings.ts";
import type { ListImport } from "../../store/imports.ts";
import { latestFacts } from "../../store/vettings.ts";

/**
 * What is known of creators without what earlier readings of the same file brought. Facts that somebody brought in
 * between stay, and a fact that a reading had replaced comes back.
 */
export async function factsWithoutReading(
  tx: Querier,
  started: ListImport,
  creatorIds: readonly string[],
): Promise<Map<string, CreatorFacts>> {
  const latest = await latestFacts(tx, creatorIds);
  const readings = await earlierReadings(tx, started, creatorIds);
  const firsts = [...readings].flatMap(([creatorId, [first]]) =>
    first === undefined ? [] : [{ ...first, creatorId }],
  );
  const before = await factsBefore(tx, firsts);
  for (const [creatorId, read] of readings) {
    const known = latest.get(creatorId);
    if (known === undefined) continue;
    const facts = read.map((reading) => reading.facts);
    latest.set(creatorId, withoutRead(known, facts, before.get(creatorId) ?? {}));
  }
  return latest;
}

function withoutRead(known: CreatorFacts, read: readonly CreatorFacts[], before: CreatorFacts): CreatorFacts {
  const entries = new Map<string, unknown>(Object.entries(known));
  const earlier = new Map<string, unknown>(Object.entries(before));
  for (const [name, fact] of entries) {
    // other sides' quotes, which a reading does not bring
    if (name === "heldBack") continue;
    const isRead = read.some((facts) => isDeepStrictEqual(new Map(Object.entries(facts)).get(name), fact));
    if (!isRead || isDeepStrictEqual(earlier.get(name), fact)) continue;
    if (earlier.has(name)) entries.set(name, earlier.get(name));
    else entries.delete(name);
  }
  return Object.fromEntries(entries);
}

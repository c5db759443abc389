/** Whom the creators of a list are compared with: each other, and whoever was known before. source: rules P2, V3 */
import type { Temporal } from "temporal-polyfill";
import { SIZE_BANDS } from "../../domain/size-bands.ts";
import type { ImportedCreator } from "../../imports/read-creators.ts";
import type { QuotedCreator } from "../../store/comparable-quotes.ts";
import { creatorsOf } from "../../store/creators.ts";
import type { Querier } from "../../store/database.ts";
import { indexCreators } from "../creators/known-creators.ts";
import { inTurns } from "../in-turns.ts";
import { type Compared, loadCompared, type Peers, peersAmong } from "../vetting/load-peers.ts";
import { soundFacts } from "./import-doubts.ts";

/** Under which id a row of a list is among the peers: who it is becomes known only when it is vetted. */
export function peerIdOf(line: number): string {
  return `line ${line}`;
}

/**
 * @param agency whose quotes the list's are; null for the brand's own people
 * @param until when the list was shared: a run that goes on after a crash compares with the same creators again
 */
export async function loadPeersOfList(
  db: Querier,
  rows: readonly ImportedCreator[],
  agency: string | null,
  until: Temporal.Instant,
): Promise<Peers> {
  const known = await loadCompared(db, SIZE_BANDS, until);
  const listed = await listedAmong(db, known, rows);
  const isOther = ({ creatorId }: { creatorId: string }) => !listed.has(creatorId);
  const own: QuotedCreator[] = [];
  await inTurns(rows, ({ line, facts }) => {
    own.push({ creatorId: peerIdOf(line), facts: soundFacts(facts), agency });
  });
  return peersAmong({
    quoted: [...known.quoted.filter(isOther), ...own],
    measured: [...known.measured.filter(isOther), ...own],
  });
}

/** Creators of whom the list has newer numbers. */
async function listedAmong(
  db: Querier,
  { quoted, measured }: Compared,
  rows: readonly ImportedCreator[],
): Promise<ReadonlySet<string>> {
  const ids = new Set([...quoted, ...measured].map(({ creatorId }) => creatorId));
  const known = indexCreators(await creatorsOf(db, [...ids]));
  const listed = new Set<string>();
  await inTurns(rows, (row) => {
    for (const { id } of known.matching(row)) listed.add(id);
  });
  return listed;
}

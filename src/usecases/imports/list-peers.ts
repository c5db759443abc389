/** Whom the creators of a list are compared with: each other, and whoever was known before. source: rules P2, V3 */
import type { Temporal } from "temporal-polyfill";
import { collectRates } from "../../domain/peers.ts";
import { SIZE_BANDS } from "../../domain/size-bands.ts";
import type { ImportedCreator } from "../../imports/read-creators.ts";
import type { Querier } from "../../store/database.ts";
import { indexCreators } from "../creators/known-creators.ts";
import { inTurns } from "../in-turns.ts";
import { addQuotes, loadCompared, type Peers, type Quotes } from "../vetting/load-peers.ts";
import { soundFacts } from "./import-doubts.ts";
import type { ListedCreators } from "./look-up-list.ts";

/** Under which id a row of a list is among the peers: who it is becomes known only when it is vetted. */
export function peerIdOf(line: number): string {
  return `line ${line}`;
}

/**
 * @param looked who of the rows may be known already: looked up while the list is compared with itself
 * @param agency whose quotes the list's are; null for the brand's own people
 * @param until when the list was shared: a run that goes on after a crash compares with the same creators again
 */
export async function loadPeersOfList(
  db: Querier,
  rows: readonly ImportedCreator[],
  looked: Promise<ListedCreators>,
  agency: string | null,
  until: Temporal.Instant,
): Promise<Peers> {
  const known = await loadCompared(db, SIZE_BANDS, until);
  const rates = collectRates();
  const quotes: Quotes = new Map();
  await inTurns(rows, ({ line, facts }) => {
    const one = { creatorId: peerIdOf(line), facts: soundFacts(facts), agency };
    rates.add(one);
    addQuotes(quotes, one);
  });
  const listed = await listedAmong(await looked);
  const isOther = ({ creatorId }: { creatorId: string }) => !listed.has(creatorId);
  for (const one of known.quoted.filter(isOther)) addQuotes(quotes, one);
  for (const one of known.measured.filter(isOther)) rates.add(one);
  return { quotes, sizes: rates.sizes() };
}

/** Creators of whom the list has newer numbers. */
async function listedAmong({ stored, unsure }: ListedCreators): Promise<ReadonlySet<string>> {
  const { creators, kept } = stored;
  const listed = new Set<string>();
  const known = indexCreators(creators);
  await inTurns([...unsure], (row) => {
    for (const { id } of known.matching(row)) listed.add(kept.get(id)?.id ?? id);
  });
  return listed;
}

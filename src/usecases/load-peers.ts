/** Other creators for comparison, their quotes and their rates: one size band for a single vetting, all once for a list. */
import { type Peer, peersFrom } from "../domain/comparable-quotes.ts";
import type { CreatorFacts } from "../domain/creator-facts.ts";
import { type PeerMedian, peerMedianFor, peersBySize, type SizePeers } from "../domain/peers.ts";
import { SIZE_BANDS, type SizeBand, sizeBandOf } from "../domain/size-bands.ts";
import { quotedCreators } from "../store/comparable-quotes.ts";
import { type Querier, together } from "../store/database.ts";
import { measuredCreators } from "../store/measured-creators.ts";

/** What is missing was not loaded or has nobody in it. */
export interface Peers {
  quotes: ReadonlyMap<SizeBand, readonly Peer[]>;
  sizes: readonly SizePeers[];
}

/** Everybody as they are now: a list loads them once and judges all of its rows with them. */
export async function loadPeers(db: Querier): Promise<Peers> {
  return loadBands(db, SIZE_BANDS);
}

/** What judging this one creator needs; nothing while the size is unknown. */
export async function loadPeersOf(db: Querier, { followers }: CreatorFacts): Promise<Peers> {
  return loadBands(db, followers === undefined ? [] : [sizeBandOf(followers.value)]);
}

/** Nobody is compared with themselves. The same array for all who are not in it, which comparing them relies on. */
export function peersOf({ quotes }: Peers, creatorId: string, { followers }: CreatorFacts): readonly Peer[] {
  if (followers === undefined) return [];
  const band = quotes.get(sizeBandOf(followers.value)) ?? [];
  return band.some((peer) => peer.creatorId === creatorId)
    ? band.filter((peer) => peer.creatorId !== creatorId)
    : band;
}

/** What is usual among others as large as this creator. source: rules V3 */
export function usualFor(
  { sizes }: Peers,
  creatorId: string,
  { followers }: CreatorFacts,
): PeerMedian | undefined {
  return followers === undefined ? undefined : peerMedianFor(sizes, followers.value, creatorId);
}

/** A size of rates never reaches over two bands, so a band has all that its sizes need. */
async function loadBands(db: Querier, bands: readonly SizeBand[]): Promise<Peers> {
  const [quotes, measured] = await together(
    together(...bands.map((band) => quotesOf(db, band))),
    together(...bands.map((band) => measuredCreators(db, band))),
  );
  return { quotes: new Map(quotes), sizes: peersBySize(measured.flat()) };
}

async function quotesOf(db: Querier, band: SizeBand): Promise<readonly [SizeBand, readonly Peer[]]> {
  const quoted = await quotedCreators(db, band);
  return [band, quoted.flatMap(({ creatorId, facts, agency }) => peersFrom(creatorId, facts, agency))];
}

/** Creators for comparison, their quotes and their rates: one size band for a single vetting, all once for a list. */
import type { Temporal } from "temporal-polyfill";
import { type Peer, peersFrom } from "../../domain/comparable-quotes.ts";
import type { CreatorFacts } from "../../domain/creator-facts.ts";
import {
  type MeasuredCreator,
  type PeerMedian,
  peerMedianFor,
  peersBySize,
  type SizePeers,
} from "../../domain/peers.ts";
import { SIZE_BANDS, type SizeBand, sizeBandOf } from "../../domain/size-bands.ts";
import { type QuotedCreator, quotedCreators } from "../../store/comparable-quotes.ts";
import { type Querier, together } from "../../store/database.ts";
import { measuredCreators } from "../../store/measured-creators.ts";

/** What is missing was not loaded or has nobody in it. Whoever is judged may be among them: they do not count then. */
export interface Peers {
  quotes: ReadonlyMap<SizeBand, readonly Peer[]>;
  sizes: readonly SizePeers[];
}

/** Those of whom something is known that others can be compared with. */
export interface Compared {
  quoted: readonly QuotedCreator[];
  measured: readonly MeasuredCreator[];
}

/** Everybody as they are now. */
export async function loadPeers(db: Querier): Promise<Peers> {
  return peersAmong(await loadCompared(db, SIZE_BANDS));
}

/** What judging this one creator needs; nothing while the size is unknown. */
export async function loadPeersOf(db: Querier, { followers }: CreatorFacts): Promise<Peers> {
  return peersAmong(await loadCompared(db, followers === undefined ? [] : [sizeBandOf(followers.value)]));
}

/** The same array for all of a size, which comparing them relies on. */
export function peersOf({ quotes }: Peers, { followers }: CreatorFacts): readonly Peer[] {
  return followers === undefined ? [] : (quotes.get(sizeBandOf(followers.value)) ?? []);
}

/** What is usual among others as large as this creator. source: rules V3 */
export function usualFor(
  { sizes }: Peers,
  creatorId: string,
  { followers }: CreatorFacts,
): PeerMedian | undefined {
  return followers === undefined ? undefined : peerMedianFor(sizes, followers.value, creatorId);
}

/**
 * A size of rates never reaches over two bands, so a band has all that its sizes need.
 * @param until what was vetted later is left out; by default nothing is
 */
export async function loadCompared(
  db: Querier,
  bands: readonly SizeBand[],
  until?: Temporal.Instant,
): Promise<Compared> {
  const [quoted, measured] = await together(
    together(...bands.map((band) => quotedCreators(db, band, until))),
    together(...bands.map((band) => measuredCreators(db, band, until))),
  );
  return { quoted: quoted.flat(), measured: measured.flat() };
}

function peersAmong({ quoted, measured }: Compared): Peers {
  const quotes: Quotes = new Map();
  for (const one of quoted) addQuotes(quotes, one);
  return { quotes, sizes: peersBySize(measured) };
}

/** By size of account. */
export type Quotes = Map<SizeBand, Peer[]>;

export function addQuotes(quotes: Quotes, { creatorId, facts, agency }: QuotedCreator): void {
  for (const peer of peersFrom(creatorId, facts, agency)) {
    const band = quotes.get(peer.band);
    if (band === undefined) quotes.set(peer.band, [peer]);
    else band.push(peer);
  }
}

/** Other creators' quotes for comparison: one size band for a single vetting, all of them once for a whole list. */
import { type Peer, peersFrom } from "../domain/comparable-quotes.ts";
import type { CreatorFacts } from "../domain/creator-facts.ts";
import { SIZE_BANDS, type SizeBand, sizeBandOf } from "../domain/size-bands.ts";
import { quotedCreators } from "../store/comparable-quotes.ts";
import { type Querier, together } from "../store/database.ts";

/** By size band; what is missing was not loaded or has no quotes. */
export type Peers = ReadonlyMap<SizeBand, readonly Peer[]>;

/** Everybody's quotes as they are now: a list loads them once and judges all of its rows with them. */
export async function loadPeers(db: Querier): Promise<Peers> {
  return new Map(await together(...SIZE_BANDS.map((band) => bandOf(db, band))));
}

/** What judging this one creator needs; nothing while the size is unknown. */
export async function loadPeersOf(db: Querier, { followers }: CreatorFacts): Promise<Peers> {
  return followers === undefined ? new Map() : new Map([await bandOf(db, sizeBandOf(followers.value))]);
}

/** Nobody is compared with themselves. The same array for all who are not in it, which comparing them relies on. */
export function peersOf(peers: Peers, creatorId: string, { followers }: CreatorFacts): readonly Peer[] {
  if (followers === undefined) return [];
  const band = peers.get(sizeBandOf(followers.value)) ?? [];
  return band.some((peer) => peer.creatorId === creatorId)
    ? band.filter((peer) => peer.creatorId !== creatorId)
    : band;
}

async function bandOf(db: Querier, band: SizeBand): Promise<readonly [SizeBand, readonly Peer[]]> {
  const quoted = await quotedCreators(db, band);
  return [band, quoted.flatMap(({ creatorId, facts, agency }) => peersFrom(creatorId, facts, agency))];
}

/** Quotes of other creators, and which of them one creator may be compared with. */
import { type NoteFormat, noteCounts, openCost, type UnitCosts, unitCosts } from "./all-in-cost.ts";
import { sameCategory } from "./categories.ts";
import type { CreatorFacts } from "./creator-facts.ts";
import type { Currency } from "./money.ts";
import { type SizeBand, sizeBandOf } from "./size-bands.ts";

/** One quote of a creator, from what was last learned of that creator. Costs are with the platform's fee alone. */
export interface Peer {
  creatorId: string;
  format: NoteFormat;
  currency: Currency;
  band: SizeBand;
  category: string | null;
  costs: UnitCosts;
  /** the side whose quote it is; null for the brand's own people */
  agency: string | null;
}

/**
 * The quotes of one creator: none, one, or one for each format.
 * @param agency of whoever entered them; a quote that says itself whose it is stays theirs, whoever vetted last
 */
export function peersFrom(creatorId: string, facts: CreatorFacts, agency: string | null): Peer[] {
  const { followers } = facts;
  if (!followers) return [];
  return (["image", "video"] as const).flatMap((format) => {
    const cost = openCost(facts, format);
    if (cost === null) return [];
    return [
      {
        creatorId,
        format,
        currency: cost.quote.currency,
        band: sizeBandOf(followers.value),
        category: facts.category?.value ?? null,
        costs: unitCosts(cost.total, noteCounts(facts)),
        agency: facts[format === "image" ? "quoteImage" : "quoteVideo"]?.agency ?? agency,
      },
    ];
  });
}

/** Whom one creator of a list may be compared with another may too: by format, currency, size and category. */
const found = new WeakMap<readonly Peer[], Map<string, Peer[]>>();

/**
 * Quotes of the same format, currency and size band; of another category only where one of both is not known.
 * source: rules P2
 *
 * @param peers never changed afterwards: what was found among them is remembered with the array
 */
export function comparable(
  peers: readonly Peer[],
  to: { format: NoteFormat; currency: Currency; followers: number; category: string | null },
): Peer[] {
  const band = sizeBandOf(to.followers);
  const key = `${to.format} ${to.currency} ${band} ${to.category ?? ""}`;
  const known = found.get(peers) ?? new Map<string, Peer[]>();
  found.set(peers, known);
  const before = known.get(key);
  if (before !== undefined) return before;
  const some = peers.filter(
    (peer) =>
      peer.format === to.format &&
      peer.currency === to.currency &&
      peer.band === band &&
      (peer.category === null || to.category === null || sameCategory(peer.category, to.category)),
  );
  known.set(key, some);
  return some;
}

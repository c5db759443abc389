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
  const { followers, quoteImage, quoteVideo } = facts;
  const peers: Peer[] = [];
  if (!followers || (!quoteImage && !quoteVideo)) return peers;
  const band = sizeBandOf(followers.value);
  const category = facts.category?.value ?? null;
  const counts = noteCounts(facts);
  for (const format of FORMATS) {
    const cost = openCost(facts, format);
    if (cost === null) continue;
    const { quote, total } = cost;
    const owner = (format === "image" ? quoteImage : quoteVideo)?.agency ?? agency;
    const costs = unitCosts(total, counts);
    peers.push({ creatorId, format, currency: quote.currency, band, category, costs, agency: owner });
  }
  return peers;
}

const FORMATS: readonly NoteFormat[] = ["image", "video"];

/** By format, currency and size; then by category, null where none is known. */
type Groups = Map<string, Map<string | null, Peer[]>>;

const grouped = new WeakMap<readonly Peer[], Groups>();
/** Whom one creator of a list may be compared with another may too: by format, currency, size and category. */
const found = new WeakMap<Groups, Map<string, Peer[]>>();

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
  const groups = grouped.get(peers) ?? groupsOf(peers);
  grouped.set(peers, groups);
  const known = found.get(groups) ?? new Map<string, Peer[]>();
  found.set(groups, known);
  const alike = keyOf({ ...to, band: sizeBandOf(to.followers) });
  const key = `${alike} ${to.category ?? ""}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const some: Peer[] = [];
  for (const [category, own] of groups.get(alike) ?? [])
    if (category === null || to.category === null || sameCategory(category, to.category))
      for (const peer of own) some.push(peer);
  known.set(key, some);
  return some;
}

function keyOf({ format, currency, band }: Pick<Peer, "format" | "currency" | "band">): string {
  return `${format} ${currency} ${band}`;
}

function groupsOf(peers: readonly Peer[]): Groups {
  const groups: Groups = new Map();
  for (const peer of peers) {
    const key = keyOf(peer);
    const byCategory = groups.get(key) ?? new Map<string | null, Peer[]>();
    groups.set(key, byCategory);
    const own = byCategory.get(peer.category);
    if (own === undefined) byCategory.set(peer.category, [peer]);
    else own.push(peer);
  }
  return groups;
}

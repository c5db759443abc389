/** What is usual among comparable creators: the middle of likes and saves per note and follower, by size of account. */
import type { CreatorFacts } from "./creator-facts.ts";
import { type OneEach, oneEach, othersThan } from "./others.ts";
import { quantile } from "./quantile.ts";
import { measurePerFollower } from "./rates.ts";

/**
 * Accounts with `from` up to, not including, `below` followers: how many of them are known, and the middle of their
 * rates as a fraction. `median` is null where they are too few to say what is usual.
 */
export interface PeerMedian {
  from: number;
  below: number | null;
  median: number | null;
  creators: number;
}

/** One other creator, with what is needed of them to measure the rate. */
export interface MeasuredCreator {
  creatorId: string;
  facts: CreatorFacts;
}

/** The rates of all accounts of one size. */
export interface SizePeers {
  from: number;
  below: number | null;
  rates: OneEach;
}

/** [A] Fewer creators of a size say nothing about what is usual. */
export const LEAST_PEERS = 8;

/** [A] Where a size begins: the bounds that the published schemes share, and those of the public sample. */
const SIZES = [0, 1_000, 5_000, 10_000, 50_000, 100_000, 500_000, 1_000_000, 5_000_000] as const;

/** Collects the rates of accounts by their size, whenever each is at hand. */
export interface RateCollector {
  /** @param creator whoever has no likes, saves or followers is left out. source: rules C3 */
  add(creator: MeasuredCreator): void;
  /** all sizes, also those that nobody has */
  sizes(): SizePeers[];
}

export function collectRates(): RateCollector {
  const bySize = SIZES.map((): { creatorId: string; value: number }[] => []);
  return {
    add({ creatorId, facts }) {
      const measured = measurePerFollower(facts);
      if (!measured) return;
      const { value, denominator } = measured.rate;
      bySize[SIZES.findLastIndex((from) => denominator >= from)]?.push({ creatorId, value });
    },
    sizes: () =>
      SIZES.map((from, index) => ({
        from,
        below: SIZES[index + 1] ?? null,
        rates: oneEach(bySize[index] ?? []),
      })),
  };
}

/** Everybody with likes, saves and followers, by size of account. */
export function peersBySize(all: readonly MeasuredCreator[]): SizePeers[] {
  const rates = collectRates();
  for (const one of all) rates.add(one);
  return rates.sizes();
}

/** What is usual for an account of this size; undefined where nobody looked. Nobody is their own peer. source: rules V3 */
export function peerMedianFor(
  sizes: readonly SizePeers[],
  followers: number,
  creatorId: string,
): PeerMedian | undefined {
  const size = sizes.find(({ from, below }) => followers >= from && (below === null || followers < below));
  if (size === undefined) return undefined;
  const others = othersThan(size.rates, creatorId);
  const median = others.count < LEAST_PEERS ? null : quantile(others, 0.5);
  return { from: size.from, below: size.below, median, creators: others.count };
}

/** What is usual among comparable creators: the middle of likes and saves per note and follower, by size of account. */
import type { CreatorFacts } from "./creator-facts.ts";
import { measureRates } from "./rates.ts";

/** The median, as a fraction, of `creators` accounts with `from` up to, not including, `below` followers. */
export interface PeerMedian {
  from: number;
  below: number | null;
  median: number;
  creators: number;
}

/** [A] Fewer creators of a size say nothing about what is usual. */
const LEAST_PEERS = 8;

/** [A] Where a size begins: the bounds that the published schemes share, and those of the public sample. */
const SIZES = [0, 1_000, 5_000, 10_000, 50_000, 100_000, 500_000, 1_000_000] as const;

/**
 * The medians of a list by size of account. Sizes with fewer than 8 creators have none, and nobody without likes,
 * saves and followers counts. source: rules V3, C3
 */
export function peerMedians(all: readonly CreatorFacts[]): PeerMedian[] {
  const bySize = SIZES.map((): number[] => []);
  for (const facts of all) {
    const measured = measureRates(facts)["likes-saves-per-follower"];
    if (!measured) continue;
    const { value, denominator } = measured.rate;
    bySize[SIZES.findLastIndex((from) => denominator >= from)]?.push(value);
  }
  return bySize.flatMap((values, index) => {
    const from = SIZES[index];
    if (from === undefined || values.length < LEAST_PEERS) return [];
    return [{ from, below: SIZES[index + 1] ?? null, median: middle(values), creators: values.length }];
  });
}

/** The median for an account of this size, where there is one. */
export function peerMedianFor(medians: readonly PeerMedian[] | undefined, followers: number) {
  return medians?.find(({ from, below }) => followers >= from && (below === null || followers < below));
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper;
  return (lower + upper) / 2;
}

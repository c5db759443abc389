/** Comparable quotes: which ones count, what they say, and how the methods come to one range. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparable, type Peer, peersFrom } from "../../src/domain/comparable-quotes.ts";
import type { CreatorFacts, Fact } from "../../src/domain/creator-facts.ts";
import { money } from "../../src/domain/money.ts";
import { fairPrice } from "../../src/domain/price.ts";
import { sizeBandOf } from "../../src/domain/size-bands.ts";
import { TIER_SCHEMES, tierOf } from "../../src/domain/tiers.ts";

const typed = <T>(value: T): Fact<T> => ({ value, source: "typed" });
const yuan = (value: number) => money(value, "CNY");

const MAYBE = { followers: typed(82_000), reads: typed(40_000), interactions: typed(3_000) };

/** A creator who costs `perRead` yuan a read with the platform's fee. */
function peer(perRead: number, facts: CreatorFacts = {}, agency: string | null = null): Peer {
  const quoteImage = typed({ amount: Math.round((perRead * 20_000 * 100) / 1.1), currency: "CNY" as const });
  const all = { followers: typed(70_000), reads: typed(20_000), quoteImage, ...facts };
  const [found] = peersFrom(`cre_${perRead}`, all, agency);
  if (found === undefined) throw new Error("There is no quote.");
  return found;
}

const eight = [0.11, 0.055, 0.088, 0.066, 0.099, 0.077, 0.11, 0.055].map((cost) => peer(cost));
const methodOf = (price: ReturnType<typeof fairPrice>, id: string) =>
  price?.methods?.find((method) => method.id === id);

describe("comparable", () => {
  const to = { format: "image", currency: "CNY", followers: 82_000, category: "beauty" } as const;

  it.each([
    ["the same size and format", peer(0.1), true],
    ["another size band", peer(0.1, { followers: typed(49_999) }), false],
    ["the same category in the other language", peer(0.1, { category: typed("美妆") }), true],
    ["another category", peer(0.1, { category: typed("food") }), false],
    ["another currency", peer(0.1, { quoteImage: typed(money(300, "USD")) }), false],
  ])("%s", (_, one, counts) => {
    expect(comparable([one], to)).toHaveLength(counts ? 1 : 0);
  });

  it("keeps a video apart from an image note", () => {
    const both = peersFrom(
      "cre",
      { followers: typed(70_000), quoteImage: typed(yuan(900)), quoteVideo: typed(yuan(1_500)) },
      null,
    );
    expect(comparable(both, to).map(({ format }) => format)).toEqual(["image"]);
    expect(comparable(both, { ...to, format: "video" }).map(({ format }) => format)).toEqual(["video"]);
  });

  it("holds in one band only accounts that every scheme puts into one class", () => {
    const count = fc.integer({ min: 0, max: 4_999_999 });
    fc.assert(
      fc.property(count, count, fc.constantFrom(...TIER_SCHEMES), (a, b, scheme) => {
        fc.pre(sizeBandOf(a) === sizeBandOf(b) && a !== 1_000_000 && b !== 1_000_000);
        expect(tierOf(scheme, a)).toBe(tierOf(scheme, b));
      }),
    );
  });
});

describe("cost per read", () => {
  it("is the quarters of eight quotes' all-in cost a read, times the reads, without the platform's fee", () => {
    const price = fairPrice(MAYBE, { peers: eight });
    const method = methodOf(price, "cost-per-read");
    expect(method).toMatchObject({ count: 8, gaps: [], times: 40_000 });
    expect(method?.unit?.low).toBeCloseTo(0.06325, 4);
    expect(method?.unit?.mid).toBeCloseTo(0.0825, 4);
    expect(method?.unit?.high).toBeCloseTo(0.10175, 4);
    expect(method?.range).toEqual({ low: yuan(2_300), mid: yuan(3_000), high: yuan(3_700) });
  });

  it("shows seven as points and draws no conclusion", () => {
    const price = fairPrice(MAYBE, { peers: eight.slice(0, 7) });
    expect(methodOf(price, "cost-per-read")).toMatchObject({ count: 7, range: null, gaps: ["quotes"] });
    expect(methodOf(price, "cost-per-read")?.points).toHaveLength(7);
  });

  it("counts another agency's quotes and does not show them", () => {
    const peers = [peer(0.05, {}, "其他机构"), peer(0.06, {}, "本机构")];
    expect(methodOf(fairPrice(MAYBE, { peers, agency: "本机构" }), "cost-per-read")).toMatchObject({
      count: 2,
      points: [expect.closeTo(0.06)],
    });
  });

  it("says that this creator's reads are missing", () => {
    const price = fairPrice({ followers: typed(82_000) }, { peers: eight });
    expect(methodOf(price, "cost-per-read")).toMatchObject({ count: 8, range: null, gaps: ["reads"] });
    expect(methodOf(price, "cost-per-engagement")?.gaps).toEqual(["quotes", "interactions"]);
  });

  it("leaves more room under a lower fee", () => {
    const at = (guaranteed: boolean) =>
      methodOf(fairPrice({ ...MAYBE, guaranteedMode: typed(guaranteed) }, { peers: eight }), "cost-per-read")
        ?.range?.mid.amount;
    expect(at(true)).toBeLessThan(at(false) ?? 0);
  });
});

describe("one range from the methods", () => {
  it("is the median of those that conclude", () => {
    const price = fairPrice(MAYBE, { peers: eight });
    // bands: 1,150, 2,985, 7,750; per read: 2,300, 3,000, 3,700
    expect(price).toMatchObject({ low: yuan(1_725), mid: yuan(2_993), high: yuan(5_725) });
  });

  it("prices both formats when both were quoted", () => {
    const price = fairPrice({ ...MAYBE, quoteImage: typed(yuan(3_000)), quoteVideo: typed(yuan(5_000)) });
    expect([price?.format, price?.other?.format]).toEqual(["image", "video"]);
    expect(price?.other?.allIn?.total).toEqual(yuan(5_500));
    expect(price?.other?.other).toBeUndefined();
  });

  it("sets a foreign quote beside the range in yuan, and onto one of its own currency", () => {
    const dollars = eight.map((one): Peer => ({ ...one, currency: "USD" }));
    const quoteImage = typed(money(400, "USD"));
    expect(fairPrice({ ...MAYBE, quoteImage }, { peers: eight })).toMatchObject({
      standing: null,
      low: { currency: "CNY" },
    });
    expect(fairPrice({ ...MAYBE, quoteImage }, { peers: dollars })).toMatchObject({
      standing: "below",
      low: money(2_300, "USD"),
    });
  });

  it("does not change with an MCN: its commission is inside the quote", () => {
    const facts = { ...MAYBE, quoteImage: typed(yuan(3_000)) };
    const { throughMcn, ...price } = fairPrice({ ...facts, mcn: typed("星野传媒") }, { peers: eight }) ?? {};
    expect(throughMcn).toBe(true);
    expect(price).toEqual(fairPrice(facts, { peers: eight }));
  });

  const anyPeers = fc.array(
    fc.double({ min: 0.001, max: 10, noNaN: true }).map((cost) => peer(cost)),
    { maxLength: 20 },
  );

  it("is in order for any quotes, whatever their order", () => {
    fc.assert(
      fc.property(anyPeers, fc.integer({ min: 0, max: 1_000_000 }), (peers, reads) => {
        const facts = { followers: typed(82_000), reads: typed(reads), interactions: typed(3) };
        const price = fairPrice(facts, { peers });
        for (const range of [price, ...(price?.methods ?? []).map((method) => method.range)]) {
          if (!range) continue;
          expect(range.low.amount).toBeLessThanOrEqual(range.mid.amount);
          expect(range.mid.amount).toBeLessThanOrEqual(range.high.amount);
        }
        expect(fairPrice(facts, { peers: peers.toReversed() })).toEqual(price);
      }),
    );
  });

  it("is the same whether a creator's own quote stands among the others or not", () => {
    fc.assert(
      fc.property(anyPeers, fc.double({ min: 0.001, max: 10, noNaN: true }), (peers, cost) => {
        const facts = { followers: typed(82_000), reads: typed(300), interactions: typed(3) };
        const others = peers.map((one, index) => ({ ...one, creatorId: `cre_${index}` }));
        const own = { ...peer(cost), creatorId: "cre_own" };
        const price = fairPrice(facts, { peers: [...others, own], creatorId: "cre_own" });
        expect(price).toEqual(fairPrice(facts, { peers: others, creatorId: "cre_own" }));
      }),
    );
  });
});

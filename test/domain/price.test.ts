/** Prices: all-in cost, unit costs, the published bands and where a quote stands. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allInCost, confidentialCost, openCost, unitCosts } from "../../src/domain/all-in-cost.ts";
import type { Fact } from "../../src/domain/creator-facts.ts";
import { majorOf, money } from "../../src/domain/money.ts";
import { fairPrice } from "../../src/domain/price.ts";
import { DEFAULT_SCORE_SETTINGS, scoreCreator } from "../../src/domain/scorecard.ts";

const typed = <T>(value: T): Fact<T> => ({ value, source: "typed" });
const yuan = (value: number) => money(value, "CNY");

describe("a published order: quote 50, fee 5, 248 reads, 2 interactions", () => {
  const order = {
    followers: typed(5_000),
    reads: typed(248),
    interactions: typed(2),
    quoteImage: typed(yuan(50)),
  };

  it("costs 55, 0.22 a read and 27.5 an interaction, at a rate of 0.81%", () => {
    const price = fairPrice(order);
    expect(price?.allIn?.platformFee).toEqual(yuan(5));
    expect(price?.allIn?.total).toEqual(yuan(55));
    expect(price?.unitCosts?.perRead).toBeCloseTo(0.22, 2);
    expect(price?.unitCosts?.perInteraction).toBe(27.5);
    const { rates } = scoreCreator(order, DEFAULT_SCORE_SETTINGS);
    expect(rates[0]?.value).toBeCloseTo(0.0081, 4);
  });
});

describe("allInCost", () => {
  it("adds the platform's and the agency's fee and takes the rebate off", () => {
    const cost = allInCost(yuan(3_000), { platformFee: 0.2, agencyShare: 0.15, rebate: 0.3 });
    expect(cost).toEqual({
      quote: yuan(3_000),
      platformFee: yuan(600),
      feeShare: 0.2,
      agencyFee: yuan(450),
      rebate: yuan(900),
      total: yuan(3_150),
    });
  });

  it("always adds up", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e11 }), share, share, (amount, agencyShare, rebate) => {
        const cost = allInCost({ amount, currency: "CNY" }, { platformFee: 0.1, agencyShare, rebate });
        const onTop = cost.platformFee.amount + (cost.agencyFee?.amount ?? 0);
        const parts = cost.quote.amount + onTop - (cost.rebate?.amount ?? 0);
        expect(cost.total.amount).toBe(parts);
      }),
    );
  });
});

describe("what a side may see", () => {
  const facts = {
    quoteImage: typed(yuan(3_000)),
    guaranteedMode: typed(true),
    agencyShare: typed(0.08),
    rebate: typed(0.1),
  };

  it("everybody: quote and platform fee, without a trace of anybody's terms", () => {
    expect(openCost(facts, "image")).toEqual({
      quote: yuan(3_000),
      platformFee: yuan(600),
      feeShare: 0.2,
      total: yuan(3_600),
    });
    const report = fairPrice({ followers: typed(82_000), ...facts });
    expect(JSON.stringify(report)).not.toMatch(/agencyFee|rebate/u);
  });

  it("one side: all parts", () => {
    expect(confidentialCost(facts, "image")).toMatchObject({
      agencyFee: yuan(240),
      rebate: yuan(300),
      total: yuan(3_540),
    });
    expect(confidentialCost({ quoteImage: typed(yuan(3_000)) }, "image")).toBeNull();
  });
});

describe("unitCosts", () => {
  it("has no cost per nothing", () => {
    expect(unitCosts(yuan(55), { reads: 0 })).toEqual({ perRead: null, perInteraction: null });
  });
});

describe("fairPrice", () => {
  it("takes the medians of the bands that cover the account, each with its source", () => {
    const price = fairPrice({ followers: typed(82_000), quoteImage: typed(yuan(3_000)) });
    expect(price?.bands.map((band) => [majorOf(band.low), majorOf(band.high), band.source])).toEqual([
      [800, 8_000, "allxhs.com/posts/finding-kols"],
      [500, 5_000, "allxhs.com/guides/kol-marketing"],
      [1_500, 7_500, "jfound.net"],
      [5_000, 30_000, "ijunjun.com"],
    ]);
    expect(price).toMatchObject({
      format: "image",
      low: yuan(1_150), // between 800 and 1,500
      high: yuan(7_750), // between 7,500 and 8,000
      mid: yuan(2_985),
      standing: "within",
    });
  });

  it.each([
    [22, "far-off"],
    [23, "below"],
    [1_149, "below"],
    [1_150, "within"],
    [7_750, "within"],
    [7_751, "above"],
    [387_500, "above"],
    [387_501, "far-off"],
  ])("a quote of %d yuan at 82,000 followers is %s", (quote, standing) => {
    expect(fairPrice({ followers: typed(82_000), quoteImage: typed(yuan(quote)) })?.standing).toBe(standing);
  });

  it("prices a video 30% to 60% dearer", () => {
    const price = fairPrice({ followers: typed(5_000), quoteVideo: typed(yuan(1_200)) });
    expect(price).toMatchObject({ format: "video", low: yuan(260), high: yuan(1_600), standing: "within" });
    expect(
      fairPrice({ followers: typed(5_000), quoteVideo: typed(yuan(1_200)) }, { format: "image" }),
    ).toMatchObject({
      format: "image",
      quote: null,
      standing: null,
      unitCosts: null,
    });
  });

  it("does not place a foreign quote against bands in yuan", () => {
    const quote = money(500, "USD");
    expect(fairPrice({ followers: typed(82_000), quoteImage: typed(quote) })).toMatchObject({
      quote,
      standing: null,
    });
  });

  it("has nothing to say about an account of unknown size", () => {
    expect(fairPrice({ quoteImage: typed(yuan(500)) })).toBeNull();
  });

  it("names no price where nobody follows, whatever the quote", () => {
    expect(fairPrice({ followers: typed(0), quoteImage: typed(yuan(500)) })).toBeNull();
  });

  it("covers every size with a range", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000_000 }), (followers) => {
        const price = fairPrice({ followers: typed(followers) });
        expect(price?.low.amount).toBeGreaterThan(0);
        expect(price?.mid.amount).toBeGreaterThanOrEqual(price?.low.amount ?? 0);
        expect(price?.high.amount).toBeGreaterThan(price?.mid.amount ?? 0);
      }),
    );
  });
});

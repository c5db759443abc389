/** The scorecard: every row of its table, one creator by hand, and what must hold for all. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CreatorFacts, Fact } from "../../src/domain/creator-facts.ts";
import { AppError } from "../../src/domain/errors.ts";
import { findRedFlags } from "../../src/domain/red-flags.ts";
import {
  DEFAULT_SCORE_SETTINGS,
  type ScoredFactId,
  type ScoreSettings,
  scoreCreator,
  sumUp,
} from "../../src/domain/scorecard.ts";

const typed = <T>(value: T): Fact<T> => ({ value, source: "typed" });
const BEAUTY: ScoreSettings = { ...DEFAULT_SCORE_SETTINGS, category: "beauty", adjacent: ["fashion"] };

const EXAMPLE: CreatorFacts = {
  followers: typed(82_000),
  notes90d: typed(23),
  likes: typed(1_900),
  saves: typed(1_100),
  comments: typed(130),
  reads: typed(41_000),
  activeShare: typed(0.52),
  femaleShare: typed(0.88),
  fit: typed(4),
  quality: typed(4),
  category: typed("beauty"),
  quoteImage: typed({ amount: 300_000, currency: "CNY" }),
};

function pointsOf(facts: CreatorFacts, settings = BEAUTY) {
  const all = scoreCreator(facts, settings).dimensions.flatMap((dimension) => dimension.facts);
  return (id: ScoredFactId) => all.find((fact) => fact.id === id)?.points;
}

describe("one creator by hand", () => {
  const card = scoreCreator(EXAMPLE, BEAUTY);

  it.each<[ScoredFactId, number | null, number]>([
    ["active-share", 8, 10], // (52 - 20) / (60 - 20) x 10
    ["suspicious-share", null, 10],
    ["target-share", 10, 10], // 88% women, full at 70%
    ["likes-saves-per-follower", 9.3171, 10], // 3,000 / 82,000 = 3.659%: 5 + (3.659 - 1.5) / 2.5 x 5
    ["interactions-per-read", 7.5122, 8], // 3,130 / 41,000 = 7.634%: (7.634 - 2) / 6 x 8
    ["saves-per-read", 6.1122, 7], // 1,100 / 41,000 = 2.683%: (2.683 - 0.5) / 2.5 x 7
    ["posting-rhythm", 6, 6],
    ["category-share", null, 6],
    ["quality", 6, 8], // (4 - 1) / 4 x 8
    ["category-fit", 5, 5],
    ["fit", 5.25, 7], // (4 - 1) / 4 x 7
    ["competitor-free", null, 3],
    ["sponsored-ratio", null, 5],
    ["on-time", null, 3],
    ["brand-works", null, 2],
  ])("%s earns %d of %d", (id, points, max) => {
    const fact = card.dimensions.flatMap((dimension) => dimension.facts).find((one) => one.id === id);
    expect(fact?.max).toBe(max);
    if (points === null) expect(fact?.points).toBeNull();
    else expect(fact?.points).toBeCloseTo(points, 4);
  });

  it("adds up to 63.19 of 71 known points: 89.0, good, between 63.2 and 92.2", () => {
    expect(card.points).toBeCloseTo(63.1915, 4);
    expect(card).toMatchObject({
      known: 71,
      score: 89,
      rawScore: 89,
      coverage: 0.71,
      range: [63.2, 92.2],
      band: "good",
    });
    expect(card.dimensions.map(({ id, known, max }) => [id, known, max])).toEqual([
      ["audience", 20, 30],
      ["engagement", 25, 25],
      ["content", 14, 20],
      ["brand", 12, 15],
      ["performance", 0, 10],
    ]);
  });

  it("names what is missing, most points first", () => {
    expect(card.missing).toEqual([
      "suspicious-share",
      "category-share",
      "sponsored-ratio",
      "competitor-free",
      "on-time",
      "brand-works",
    ]);
  });

  it("prints every rate with its numerator and denominator", () => {
    expect(card.rates).toEqual([
      expect.objectContaining({
        id: "likes-saves-per-follower",
        numerator: 3_000,
        denominator: 82_000,
        counted: ["likes", "saves"],
        statistic: "median",
        windowDays: 90,
        notes: 23,
        sources: ["typed"],
      }),
      expect.objectContaining({
        id: "interactions-per-read",
        numerator: 3_130,
        denominator: 41_000,
        counted: ["likes", "saves", "comments"],
      }),
      expect.objectContaining({ id: "saves-per-read", numerator: 1_100, denominator: 41_000 }),
    ]);
  });

  it("gives the same card for the same facts, and loses nothing in JSON", () => {
    expect(scoreCreator(structuredClone(EXAMPLE), BEAUTY)).toEqual(card);
    expect(JSON.parse(JSON.stringify(card))).toEqual(card);
  });
});

describe("the table's ends", () => {
  it.each<[ScoredFactId, (value: number) => CreatorFacts, number, number, number]>([
    ["active-share", (v) => ({ activeShare: typed(v) }), 0.2, 0.6, 10],
    ["suspicious-share", (v) => ({ suspiciousShare: typed(v) }), 0.4, 0.1, 10],
    ["target-share", (v) => ({ targetShare: typed(v) }), 0.3, 0.7, 10],
    ["target-share", (v) => ({ femaleShare: typed(v) }), 0.3, 0.7, 10],
    [
      "interactions-per-read",
      (v) => ({ reads: typed(10_000), interactions: typed(v * 10_000) }),
      0.02,
      0.08,
      8,
    ],
    ["saves-per-read", (v) => ({ reads: typed(10_000), saves: typed(v * 10_000) }), 0.005, 0.03, 7],
    ["posting-rhythm", (v) => ({ notes90d: typed(v) }), 3, 12, 6],
    ["category-share", (v) => ({ categoryShare: typed(v) }), 0.1, 0.6, 6],
    ["quality", (v) => ({ quality: typed(v) }), 1, 5, 8],
    ["fit", (v) => ({ fit: typed(v) }), 1, 5, 7],
    ["sponsored-ratio", (v) => ({ sponsoredRatio: typed(v) }), 0.3, 0.9, 5],
    ["on-time", (v) => ({ onTimeShare: typed(v) }), 0.5, 0.95, 3],
    ["brand-works", (v) => ({ brandWorks: typed(v) }), 0, 10, 2],
  ])("%s runs straight from nothing to all", (id, facts, zero, full, max) => {
    expect(pointsOf(facts(zero))(id)).toBeCloseTo(0, 6);
    expect(pointsOf(facts((zero + full) / 2))(id)).toBeCloseTo(max / 2, 6);
    expect(pointsOf(facts(full))(id)).toBeCloseTo(max, 6);
    expect(pointsOf(facts(full + (full - zero) / 10))(id)).toBeCloseTo(max, 6);
  });

  it.each([
    [100_000, 0.015, 5],
    [100_000, 0.0075, 2.5],
    [100_000, 0.04, 10],
    [500, 0.079, 5],
    [1_000, 0.038, 5],
    [4_999, 0.076, 10],
    [5_000, 0.029, 5],
    [10_000, 0.015, 5],
  ])("at %d followers, likes and saves of %d per follower earn %d", (followers, rate, points) => {
    const facts = { followers: typed(followers), likes: typed(followers * rate), saves: typed(0) };
    expect(pointsOf(facts)("likes-saves-per-follower")).toBeCloseTo(points, 6);
  });

  it("measures against the peers where there are some", () => {
    const facts = { followers: typed(100_000), likes: typed(3_000), saves: typed(0) };
    const settings = { ...BEAUTY, peers: { from: 100_000, below: 500_000, median: 0.03, creators: 8 } };
    expect(pointsOf(facts, settings)("likes-saves-per-follower")).toBeCloseTo(5, 6);
  });

  it("gives no rhythm points after a silence of more than 45 days", () => {
    const facts = { notes90d: typed(20) };
    expect(pointsOf({ ...facts, longestSilenceDays: typed(46) })("posting-rhythm")).toBe(0);
    expect(pointsOf({ ...facts, longestSilenceDays: typed(45) })("posting-rhythm")).toBe(6);
    expect(pointsOf({ longestSilenceDays: typed(46) })("posting-rhythm")).toBe(0);
    expect(pointsOf({ longestSilenceDays: typed(10) })("posting-rhythm")).toBeNull();
    expect(pointsOf({ notes90d: typed(2) })("posting-rhythm")).toBe(0);
  });

  it.each([
    ["beauty", 5],
    ["美妆", 5],
    ["穿搭/旅行", 3],
    ["travel", 0],
  ])("fits category %s with %d points", (category, points) => {
    expect(pointsOf({ category: typed(category) })("category-fit")).toBe(points);
  });

  it("counts competitor work against, none for the creator", () => {
    expect(pointsOf({ competitorWork: typed(true) })("competitor-free")).toBe(0);
    expect(pointsOf({ competitorWork: typed(false) })("competitor-free")).toBe(3);
  });
});

describe("what is unknown", () => {
  it("gives no score, no band and the full range to an empty account", () => {
    expect(scoreCreator({}, BEAUTY)).toMatchObject({
      points: 0,
      known: 0,
      score: null,
      rawScore: null,
      coverage: 0,
      range: [0, 100],
      band: null,
      rates: [],
    });
  });

  it("keeps a raw score but gives no verdict below half coverage", () => {
    const card = scoreCreator({ activeShare: typed(0.6), quality: typed(5) }, BEAUTY);
    expect(card).toMatchObject({ score: null, band: null, rawScore: 100, coverage: 0.18 });
  });

  it.each([
    [{ followers: typed(0), likes: typed(10), saves: typed(1) }],
    [{ reads: typed(0), likes: typed(10), saves: typed(1), comments: typed(1) }],
    [{ followers: typed(100), likes: typed(10) }],
    [{ reads: typed(100), likes: typed(10), comments: typed(2) }],
  ])("makes no rate of an empty audience or half a numerator", (facts: CreatorFacts) => {
    const { rates } = scoreCreator(facts, BEAUTY);
    expect(rates).toEqual([]);
  });

  it("does not use lifetime totals as a rate per note", () => {
    const total = (value: number): Fact<number> => ({ value, source: "qiangua", statistic: "total" });
    const facts = { followers: typed(1_000), likes: total(9_000), saves: total(1_000), reads: typed(100) };
    expect(scoreCreator(facts, BEAUTY).rates).toEqual([]);
  });

  it("says when counts of different kinds were mixed", () => {
    const mean: Fact<number> = { value: 100, source: "qiangua", statistic: "mean", windowDays: 60 };
    const median: Fact<number> = { value: 10, source: "qiangua", statistic: "median", windowDays: 60 };
    const [rate] = scoreCreator({ followers: typed(1_000), likes: mean, saves: median }, BEAUTY).rates;
    expect(rate).toMatchObject({ statistic: "unknown", windowDays: 60, sources: ["qiangua", "typed"] });
  });

  it("leaves an audience's gender alone without a target, and turns it round for men", () => {
    const facts = { femaleShare: typed(0.3) };
    const { targetGender: _, ...untargeted } = BEAUTY;
    expect(pointsOf(facts, untargeted)("target-share")).toBeNull();
    expect(pointsOf(facts, { ...BEAUTY, targetGender: "male" })("target-share")).toBe(10);
  });
});

describe("more interactions than reads", () => {
  /** likes, saves and comments are 3,130, saves alone 1,100 */
  const wrong: CreatorFacts = { ...EXAMPLE, reads: typed(1_500) };

  it("scores neither rate over reads, though saves alone stay below the reads", () => {
    const card = scoreCreator(wrong, BEAUTY);
    const points = pointsOf(wrong);
    expect([points("interactions-per-read"), points("saves-per-read")]).toEqual([null, null]);
    expect(points("likes-saves-per-follower")).toBeCloseTo(9.3171, 4);
    expect(card.known).toBe(71 - 8 - 7);
    expect(card.missing).toEqual(expect.arrayContaining(["interactions-per-read", "saves-per-read"]));
  });

  it("scores no saves beyond the reads where nothing else is known", () => {
    expect(pointsOf({ saves: typed(101), reads: typed(100) })("saves-per-read")).toBeNull();
    expect(pointsOf({ saves: typed(100), reads: typed(100) })("saves-per-read")).toBe(7);
  });

  it("still shows the rates, and the red flag stays", () => {
    expect(scoreCreator(wrong, BEAUTY).rates.map(({ id }) => id)).toContain("interactions-per-read");
    expect(findRedFlags(wrong, BEAUTY).flags.map(({ id }) => id)).toEqual(["impossible-numbers"]);
  });
});

describe("bands and weights", () => {
  it.each([
    [0.59, "not-recommended"],
    [0.6, "average"],
    [0.749, "average"],
    [0.75, "good"],
    [0.899, "good"],
    [0.9, "excellent"],
  ] as const)("a score of %d x 100 is %s", (share, band) => {
    const facts: CreatorFacts = {
      activeShare: typed(0.2 + 0.4 * share),
      suspiciousShare: typed(0.4 - 0.3 * share),
      targetShare: typed(0.3 + 0.4 * share),
      notes90d: typed(3 + 9 * share),
      categoryShare: typed(0.1 + 0.5 * share),
      quality: typed(1 + 4 * share),
    };
    expect(scoreCreator(facts, BEAUTY)).toMatchObject({ score: share * 100, band });
  });

  it("scales the facts of a dimension with its weight, on any scale", () => {
    const weights = { audience: 0, engagement: 1, content: 1, brand: 1, performance: 1 };
    const card = scoreCreator(EXAMPLE, { ...BEAUTY, weights });
    expect(card.dimensions.map(({ max }) => max)).toEqual([0, 25, 25, 25, 25]);
    expect(card.missing).not.toContain("suspicious-share");
    expect(card.dimensions[1]?.points).toBeCloseTo(9.3171 + 7.5122 + 6.1122, 3);
  });

  it("refuses weights that make no sum", () => {
    const none = { audience: 0, engagement: 0, content: 0, brand: 0, performance: 0 };
    expect(() => scoreCreator({}, { ...BEAUTY, weights: none })).toThrow(AppError);
    expect(() => scoreCreator({}, { ...BEAUTY, weights: { ...none, audience: -1 } })).toThrow(AppError);
  });
});

describe("for all creators", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true }).map(typed);
  const count = fc.integer({ min: 0, max: 1_000_000 }).map(typed);
  const rating = fc.double({ min: 1, max: 5, noNaN: true }).map(typed);
  /** Facts that become known together: those of one scored fact, or of several that share a count. */
  const groups = fc.record({
    active: fc.record({ activeShare: share }),
    suspicious: fc.record({ suspiciousShare: share }),
    audience: fc.record({ femaleShare: share }),
    reach: fc.record({ followers: count, likes: count, saves: count, comments: count, reads: count }),
    rhythm: fc.record({ notes90d: count, longestSilenceDays: count }),
    category: fc.record({
      categoryShare: share,
      category: fc.constantFrom("beauty", "穿搭", "x").map(typed),
    }),
    ratings: fc.record({ quality: rating, fit: rating }),
    competitor: fc.record({ competitorWork: fc.boolean().map(typed) }),
    history: fc.record({ sponsoredRatio: share, onTimeShare: share, brandWorks: count }),
  });
  const GROUPS = [
    "active",
    "suspicious",
    "audience",
    "reach",
    "rhythm",
    "category",
    "ratings",
    "competitor",
    "history",
  ] as const;
  const names = fc.shuffledSubarray([...GROUPS]);

  it("keeps the score inside its range, and narrows the range with every fact", () => {
    fc.assert(
      fc.property(groups, names, (all, order) => {
        let known: CreatorFacts = {};
        let [low, high] = scoreCreator(known, BEAUTY).range;
        for (const name of order) {
          known = { ...known, ...all[name] };
          const card = scoreCreator(known, BEAUTY);
          expect(card.range[0]).toBeGreaterThanOrEqual(low);
          expect(card.range[1]).toBeLessThanOrEqual(high);
          [low, high] = card.range;
          if (card.rawScore === null) continue;
          expect(card.rawScore).toBeGreaterThanOrEqual(low);
          expect(card.rawScore).toBeLessThanOrEqual(high);
        }
      }),
    );
  });

  it("does not depend on the order in which facts were learned", () => {
    fc.assert(
      fc.property(groups, names, (all, order) => {
        const learn = (list: typeof order): CreatorFacts =>
          Object.assign({}, ...list.map((name) => all[name]));
        expect(scoreCreator(learn(order), BEAUTY)).toEqual(scoreCreator(learn(order.toReversed()), BEAUTY));
      }),
    );
  });

  it("shows on the card what the sums alone are made of", () => {
    fc.assert(
      fc.property(groups, names, (all, order) => {
        const facts: CreatorFacts = Object.assign({}, ...order.map((name) => all[name]));
        const sums = sumUp(facts, BEAUTY);
        const card = scoreCreator(facts, BEAUTY);
        expect(card).toMatchObject(sums);
        const shown = card.dimensions.flatMap((dimension) => dimension.facts);
        const earned = shown.reduce((sum, { points }) => sum + (points ?? 0), 0);
        const judged = shown.reduce((sum, { points, max }) => sum + (points === null ? 0 : max), 0);
        expect(sums.points).toBeCloseTo(earned, 6);
        expect(sums.known).toBeCloseTo(judged, 6);
      }),
    );
  });

  it("sums the maxima to 100 for any weights", () => {
    const weight = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(
        fc.record({
          audience: weight,
          engagement: weight,
          content: weight,
          brand: weight,
          performance: weight,
        }),
        (weights) => {
          fc.pre(Object.values(weights).some((one) => one > 0));
          const { dimensions } = scoreCreator({}, { ...BEAUTY, weights });
          expect(dimensions.reduce((sum, { max }) => sum + max, 0)).toBeCloseTo(100, 6);
        },
      ),
    );
  });
});

describe("notes counted over another window", () => {
  it.each([
    [8, 60, 6],
    [2, 60, 0],
    [4, 30, 6],
  ])("%d notes in %d days earn %d", (value, windowDays, points) => {
    const facts: CreatorFacts = { notes90d: { value, windowDays, source: "qiangua" } };
    expect(pointsOf(facts)("posting-rhythm")).toBeCloseTo(points, 6);
  });
});

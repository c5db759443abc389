/** Whom a campaign means among a creator's followers, and what is usual among comparable creators. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAges, targetShareOf } from "../../src/domain/audience.ts";
import type { CreatorFacts, Fact } from "../../src/domain/creator-facts.ts";
import { peerMedianFor, peersBySize } from "../../src/domain/peers.ts";
import type { AgeRange } from "../../src/domain/score-settings.ts";
import { DEFAULT_SCORE_SETTINGS, scoreCreator } from "../../src/domain/scorecard.ts";
import { vetCreator } from "../../src/domain/vet-report.ts";

const typed = <T>(value: T): Fact<T> => ({ value, source: "huitun" });
const AGES = typed({ "<18": 0.1, "18-24": 0.4, "25-34": 0.3, "35-44": 0.15, ">44": 0.05 });
const REGIONS = typed({ 上海: 0.174, 北京市: 0.152, 广东: 0.1 });

describe("ages", () => {
  it.each<[string, AgeRange | undefined]>([
    ["18-24", { from: 18, to: 24 }],
    ["25~34岁", { from: 25, to: 34 }],
    ["<18", { from: 0, to: 17 }],
    ["18岁以下", { from: 0, to: 17 }],
    [">44", { from: 45 }],
    ["45+", { from: 45 }],
    ["45岁以上", { from: 45 }],
    ["未知", undefined],
  ])("%s", (text, range) => {
    expect(parseAges(text)).toEqual(range);
  });
});

describe("the share of followers a campaign means", () => {
  it.each<[string, CreatorFacts, Parameters<typeof targetShareOf>[1], number | undefined]>([
    ["by gender", { femaleShare: typed(0.8) }, { targetGender: "female" }, 0.8],
    ["by age", { ageShares: AGES }, { targetAges: { from: 18, to: 34 } }, 0.7],
    ["by age without an end", { ageShares: AGES }, { targetAges: { from: 35 } }, 0.2],
    ["by a group that is cut in its years", { ageShares: AGES }, { targetAges: { from: 25, to: 29 } }, 0.15],
    ["not by a cut group without an end", { ageShares: AGES }, { targetAges: { from: 50 } }, undefined],
    ["by region", { regionShares: REGIONS }, { targetRegions: ["上海", "北京"] }, 0.326],
    ["not by a region that is not listed", { regionShares: REGIONS }, { targetRegions: ["四川"] }, undefined],
    [
      "as nothing where the list is whole",
      { regionShares: typed({ 上海: 0.6, 北京: 0.39 }) },
      { targetRegions: ["四川"] },
      0,
    ],
    [
      "by both, as if they did not depend on each other",
      { femaleShare: typed(0.5), ageShares: AGES },
      { targetGender: "female", targetAges: { from: 18, to: 34 } },
      0.35,
    ],
    [
      "not by one of two",
      { femaleShare: typed(0.5) },
      { targetGender: "female", targetAges: { from: 18, to: 34 } },
      undefined,
    ],
    ["as given", { targetShare: typed(0.42), ageShares: AGES }, { targetAges: { from: 18 } }, 0.42],
    ["not at all without a target", { femaleShare: typed(0.8) }, {}, undefined],
  ])("is known %s", (_, facts, target, share) => {
    const found = targetShareOf(facts, target)?.value;
    if (share === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(share, 6);
  });

  it("is a fraction for any shares and any target", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const ages = fc.dictionary(fc.constantFrom("<18", "18-24", "25-34", "35-44", ">44"), share);
    const target = fc.record({
      targetAges: fc.record({ from: fc.integer({ min: 0, max: 60 }), to: fc.integer({ min: 0, max: 99 }) }),
    });
    fc.assert(
      fc.property(ages, target, (shares, wanted) => {
        const value = targetShareOf({ ageShares: typed(shares) }, wanted)?.value ?? 0;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("comparable creators", () => {
  const creator = (followers: number, likes: number): CreatorFacts => ({
    followers: typed(followers),
    likes: typed(likes),
    saves: typed(0),
  });
  const eight = Array.from({ length: 8 }, (_, index) => ({
    creatorId: `cre_${index}`,
    facts: creator(20_000, 200 * (index + 1)),
  }));
  const of = (all: typeof eight, followers = 20_000, creatorId = "cre_new") =>
    peerMedianFor(peersBySize(all), followers, creatorId);

  it("have a middle by size, from eight on", () => {
    expect(of(eight)).toEqual({ from: 10_000, below: 50_000, median: 0.045, creators: 8 });
    expect(of(eight.slice(1))).toMatchObject({ median: null, creators: 7 });
    const unmeasured = { creatorId: "cre_8", facts: { followers: typed(20_000) } };
    expect(of([...eight.slice(1), unmeasured])).toMatchObject({ median: null, creators: 7 });
    expect(of(eight, 50_000)).toMatchObject({ median: null, creators: 0 });
  });

  it("are others: nobody is measured against themselves", () => {
    expect(of(eight, 20_000, "cre_0")).toMatchObject({ median: null, creators: 7 });
    const ninth = { creatorId: "cre_8", facts: creator(20_000, 200 * 9) };
    expect(of([...eight, ninth], 20_000, "cre_8")).toMatchObject({ median: 0.045, creators: 8 });
    expect(of([...eight, ninth], 20_000, "cre_0")?.median).toBeCloseTo(0.055, 6);
  });

  it("go before the size band, and the rate says so", () => {
    const settings = { ...DEFAULT_SCORE_SETTINGS, peers: of(eight) };
    const [rate] = scoreCreator(creator(20_000, 900), settings).rates;
    expect(rate?.against).toEqual({ kind: "peers", value: 0.045, creators: 8 });
    const fact = scoreCreator(creator(20_000, 900), settings).dimensions[1]?.facts[0];
    expect(fact?.points).toBeCloseTo(5, 6);
  });

  it("are counted and not used where they are too few", () => {
    const few = { ...DEFAULT_SCORE_SETTINGS, peers: of(eight.slice(1)) };
    const against = (followers: number) => scoreCreator(creator(followers, 90), few).rates[0]?.against;
    expect(against(4_000)).toEqual({ kind: "size-band", value: 0.038, creators: 7 });
    expect(against(90_000)).toEqual({ kind: "benchmark", value: 0.015, creators: 7 });
    const [rate] = scoreCreator(creator(90_000, 90), DEFAULT_SCORE_SETTINGS).rates;
    expect(rate?.against).toEqual({ kind: "benchmark", value: 0.015 });
  });
});

describe("a whole report", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true }).map(typed);
  const count = fc.integer({ min: 0, max: 3_000_000 }).map(typed);
  const anyFacts = fc.record(
    {
      followers: count,
      likes: count,
      saves: count,
      comments: count,
      reads: count,
      activeShare: share,
      suspiciousShare: share,
      femaleShare: share,
      notes90d: count,
      longestSilenceDays: count,
      genericCommentShare: share,
      commentsRead: count,
      brandWorks: count,
      controversy: fc.boolean().map(typed),
      healthGrade: fc.constantFrom("excellent" as const, "ordinary" as const, "abnormal" as const).map(typed),
    },
    { requiredKeys: [] },
  );

  it("is the same for the same facts in any order, and its score stays inside its range", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const report = vetCreator(facts, DEFAULT_SCORE_SETTINGS, { scheme: "T4" });
        const turned = Object.fromEntries(Object.entries(facts).toReversed());
        expect(vetCreator(turned, DEFAULT_SCORE_SETTINGS, { scheme: "T4" })).toEqual(report);
        const { rawScore, range } = report.scorecard;
        if (rawScore !== null) {
          expect(rawScore).toBeGreaterThanOrEqual(range[0]);
          expect(rawScore).toBeLessThanOrEqual(range[1]);
        }
        expect(JSON.parse(JSON.stringify(report))).toEqual(report);
      }),
    );
  });

  it("covers more with every fact that is learned, as long as the counts are possible", () => {
    const learned = ["activeShare", "suspiciousShare", "femaleShare", "notes90d", "brandWorks"] as const;
    fc.assert(
      fc.property(
        anyFacts,
        fc.shuffledSubarray([...learned]),
        share,
        count,
        (facts, order, aShare, aCount) => {
          let known: CreatorFacts = facts;
          let { coverage } = scoreCreator(known, DEFAULT_SCORE_SETTINGS);
          for (const name of order) {
            known = { ...known, [name]: name === "notes90d" || name === "brandWorks" ? aCount : aShare };
            const next = scoreCreator(known, DEFAULT_SCORE_SETTINGS).coverage;
            expect(next).toBeGreaterThanOrEqual(coverage);
            coverage = next;
          }
        },
      ),
    );
  });
});

/** A report is kept without what its rules say anyway, and comes back as it was. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Peer } from "../../src/domain/comparable-quotes.ts";
import type { CreatorFacts, Fact, Source } from "../../src/domain/creator-facts.ts";
import { RULES_VERSION } from "../../src/domain/rules.ts";
import { DEFAULT_SCORE_SETTINGS, type ScoreSettings } from "../../src/domain/scorecard.ts";
import { sizeBandOf } from "../../src/domain/size-bands.ts";
import { type VetReport, vetCreator } from "../../src/domain/vet-report.ts";
import { keptReport, readReport } from "../../src/store/report-record.ts";

/** As the store gives it back: through JSON. */
function storedAndRead(report: VetReport): VetReport {
  return readReport(JSON.parse(JSON.stringify(keptReport(report))));
}

const source = fc.constantFrom<Source>("typed", "pugongying", "mcn");
const asOf = fc.option(fc.constantFrom("2026-11-20", "2026-01-05"), { nil: undefined });
function fact<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Fact<T>> {
  return fc
    .record({ value, source, asOf })
    .map(({ asOf: day, ...rest }) => (day ? { ...rest, asOf: day } : rest));
}
const share = fact(fc.double({ min: 0, max: 1, noNaN: true }));
const count = fact(fc.integer({ min: 0, max: 3_000_000 }));
const flag = fact(fc.boolean());
const quote = fact(
  fc.record({ amount: fc.integer({ min: 0, max: 9_000_000 }), currency: fc.constantFrom("CNY", "USD") }),
) as fc.Arbitrary<Fact<{ amount: number; currency: "CNY" }>>;

const facts = fc.record(
  {
    followers: count,
    followersGainedDay: count,
    notes90d: count,
    longestSilenceDays: count,
    likes: count,
    saves: count,
    comments: count,
    reads: count,
    activeShare: share,
    suspiciousShare: share,
    femaleShare: share,
    categoryShare: share,
    genericCommentShare: share,
    sponsoredRatio: share,
    onTimeShare: share,
    brandWorks: count,
    quality: fact(fc.integer({ min: 1, max: 5 })),
    category: fact(fc.constantFrom("beauty", "food", "手作")),
    competitorWork: flag,
    controversy: flag,
    activeLow: flag,
    guaranteedMode: flag,
    mcn: fact(fc.constant("小象机构")),
    quoteImage: quote,
    quoteVideo: quote,
  },
  { requiredKeys: [] },
) as fc.Arbitrary<CreatorFacts>;

const settings: fc.Arbitrary<ScoreSettings> = fc.constantFrom<ScoreSettings>(
  { ...DEFAULT_SCORE_SETTINGS, today: "2026-12-01" },
  {
    ...DEFAULT_SCORE_SETTINGS,
    category: "beauty",
    peers: { from: 0, below: null, median: 0.02, creators: 9 },
  },
  {
    ...DEFAULT_SCORE_SETTINGS,
    weights: { audience: 1, engagement: 3, content: 1, brand: 0, performance: 1 },
  },
);

function peersNear({ followers }: CreatorFacts, many: number): Peer[] {
  return Array.from({ length: many }, (_, index) => ({
    creatorId: `cre_${index}`,
    format: index % 2 === 0 ? "image" : "video",
    currency: "CNY",
    band: sizeBandOf(followers?.value ?? 0),
    category: null,
    costs: { perRead: 0.1 + index / 100, perInteraction: index % 3 === 0 ? null : 2 },
    agency: null,
  }));
}

describe("a kept report", () => {
  it("comes back as it was, whatever is known and however a team weighs", () => {
    fc.assert(
      fc.property(facts, settings, fc.constantFrom(0, 3, 24), (known, chosen, many) => {
        const report = vetCreator(known, chosen, { scheme: "T4", peers: peersNear(known, many) });
        expect(keptReport(report)).toHaveProperty("form", 1);
        expect(storedAndRead(report)).toEqual(JSON.parse(JSON.stringify(report)));
      }),
      { numRuns: 300 },
    );
  });

  it("is a third of its size", () => {
    const known: CreatorFacts = {
      followers: { value: 5_265, source: "pugongying" },
      reads: { value: 5_141, source: "pugongying", statistic: "median" },
      interactions: { value: 397, source: "pugongying", statistic: "median" },
      quoteImage: { value: { amount: 26_300, currency: "CNY" }, source: "pugongying" },
      quoteVideo: { value: { amount: 35_100, currency: "CNY" }, source: "pugongying" },
    };
    const report = vetCreator(known, DEFAULT_SCORE_SETTINGS, { scheme: "T4" });
    expect(JSON.stringify(keptReport(report)).length * 3).toBeLessThan(JSON.stringify(report).length);
  });

  it("is kept as it is where it holds what nobody wrote a form for", () => {
    const report = vetCreator({}, DEFAULT_SCORE_SETTINGS, { scheme: "T4" });
    const later = { ...report, verdict: "?" } as VetReport;
    expect(keptReport(later)).toBe(later);
    expect(storedAndRead(later)).toEqual(later);
    const otherFact = structuredClone(report);
    Object.assign(otherFact.scorecard.dimensions[0]?.facts[0] ?? {}, { note: "?" });
    expect(keptReport(otherFact)).toBe(otherFact);
  });

  it("of rules that are not known here is kept and read as it is, and cannot be read if it was folded", () => {
    const settingsThen = { ...DEFAULT_SCORE_SETTINGS, rules: "2031.1" };
    const report = vetCreator({}, settingsThen, { scheme: "T4" });
    expect(storedAndRead(report)).toEqual(report);
    const folded = {
      ...(keptReport(vetCreator({}, DEFAULT_SCORE_SETTINGS, { scheme: "T4" })) as object),
      rules: "2031.1",
    };
    expect(() => readReport(folded as never)).toThrow("2031.1");
  });

  it("that was written by each version of the rules still reads the same", () => {
    const written: Record<string, string> = {
      "2026.3":
        '{"form":1,"rules":"2026.3","rawScore":80,"report":["T4","mid",[8,10,null,0.1,[8,98],null],[[8,0.52,"typed","low"],0,0,0,0,0,0,0,0,0,0,0,0,0,0],[8,10,0,0,0,0,0,0,0,0],0,[1,2,3,4,8,5,10,6,7,9,12,11,13,14],[],[],[["F1",["followersGainedDay"]]],null]}',
    };
    expect(Object.keys(written)).toContain(RULES_VERSION);
    const { scorecard } = readReport(JSON.parse(written["2026.3"] ?? ""));
    const [audience] = scorecard.dimensions;
    expect(audience).toMatchObject({ id: "audience", points: 8, known: 10, max: 30 });
    expect(audience?.facts[0]).toEqual({
      id: "active-share",
      max: 10,
      rule: "V1x",
      points: 8,
      value: 0.52,
      from: "typed",
      confidence: "low",
    });
    const facts = scorecard.dimensions.flatMap((dimension) => dimension.facts);
    expect(facts.map(({ id, max, rule }) => `${id} ${max} ${rule}`).join("\n")).toMatchInlineSnapshot(`
      "active-share 10 V1x
      suspicious-share 10 V10
      target-share 10 V1x
      likes-saves-per-follower 10 V3
      interactions-per-read 8 V7
      saves-per-read 7 V8
      posting-rhythm 6 V4
      category-share 6 F10
      quality 8 V12
      category-fit 5 V14
      fit 7 V14
      competitor-free 3 F9
      sponsored-ratio 5 V13
      on-time 3 V1x
      brand-works 2 F5"
    `);
    expect(scorecard.missing.at(-1)).toBe("brand-works");
  });
});

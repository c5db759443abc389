/** Every red flag at its threshold, on both sides, and what cannot be checked. */
import { describe, expect, it } from "vitest";
import type { CreatorFacts, Fact } from "../../src/domain/creator-facts.ts";
import { type FlagId, findRedFlags } from "../../src/domain/red-flags.ts";

const typed = <T>(value: T): Fact<T> => ({ value, source: "typed" });
const yuan = (value: number) => typed({ amount: value * 100, currency: "CNY" as const });
const FOR_WOMEN = { targetGender: "female" } as const;

describe("findRedFlags", () => {
  it.each<[FlagId, string, CreatorFacts, CreatorFacts]>([
    [
      "F1",
      "10,000 in a day at 20,000 followers, not at 5 million",
      { followers: typed(30_000), followersGainedDay: typed(10_000) },
      { followers: typed(5_000_000), followersGainedDay: typed(10_000) },
    ],
    [
      "F1",
      "10,000 in a day right at the limit of 5%",
      { followers: typed(210_000), followersGainedDay: typed(10_000) },
      { followers: typed(210_001), followersGainedDay: typed(10_000) },
    ],
    [
      "F1",
      "half of the account within 30 days",
      { followersGained30dShare: typed(0.5) },
      { followersGained30dShare: typed(0.49) },
    ],
    [
      "F2",
      "under 2% of reads for a large account",
      { followers: typed(100_000), reads: typed(10_000), interactions: typed(199) },
      { followers: typed(100_000), reads: typed(10_000), interactions: typed(200) },
    ],
    [
      "F2",
      "under 2% of followers where reads are unknown",
      { followers: typed(100_000), likes: typed(1_900), comments: typed(99) },
      { followers: typed(100_000), likes: typed(1_900), comments: typed(100) },
    ],
    [
      "F2",
      "for large accounts only",
      { followers: typed(100_000), reads: typed(10_000), interactions: typed(1) },
      { followers: typed(99_999), reads: typed(10_000), interactions: typed(1) },
    ],
    ["F3", "half of the comments", { genericCommentShare: typed(0.5) }, { genericCommentShare: typed(0.49) }],
    [
      "F4",
      "500 yuan from an account of 3 million",
      { followers: typed(3_000_000), quoteImage: yuan(500) },
      { followers: typed(3_000_000), quoteImage: yuan(1_000) },
    ],
    [
      "F5",
      "no brand work on a large account",
      { followers: typed(100_000), brandWorks: typed(0) },
      { followers: typed(99_999), brandWorks: typed(0) },
    ],
    ["F6", "80% men for a women's product", { femaleShare: typed(0.2) }, { femaleShare: typed(0.21) }],
    ["F7", "a silence of 46 days", { longestSilenceDays: typed(46) }, { longestSilenceDays: typed(45) }],
    ["F8", "a scandal", { controversy: typed(true) }, { controversy: typed(false) }],
    ["F9", "competitor work", { competitorWork: typed(true) }, { competitorWork: typed(false) }],
    ["F10", "under a tenth in the category", { categoryShare: typed(0.09) }, { categoryShare: typed(0.1) }],
    [
      "impossible-numbers",
      "more interactions than reads",
      { reads: typed(100), interactions: typed(101) },
      { reads: typed(100), interactions: typed(100) },
    ],
    [
      "F3",
      "half of 20 comments",
      { genericCommentShare: typed(0.5), commentsRead: typed(20) },
      { genericCommentShare: typed(0.49), commentsRead: typed(20) },
    ],
    [
      "health-grade",
      "an abnormal account",
      { healthGrade: typed("abnormal") },
      { healthGrade: typed("excellent") },
    ],
    ["low-activity", "marked by the platform", { activeLow: typed(true) }, { activeLow: typed(false) }],
  ])("%s: %s", (id, _, bad, good) => {
    const raised = findRedFlags(bad, FOR_WOMEN);
    expect(raised.flags.map((flag) => flag.id)).toContain(id);
    for (const value of Object.values(raised.flags.find((flag) => flag.id === id)?.evidence ?? {})) {
      expect(Number.isFinite(value)).toBe(true);
    }
    const clear = findRedFlags(good, FOR_WOMEN);
    expect(clear.flags.map((flag) => flag.id)).not.toContain(id);
    expect(clear.unchecked.map((flag) => flag.id)).not.toContain(id);
  });

  it("says what was observed against which threshold", () => {
    const facts = { followers: typed(30_000), followersGainedDay: typed(10_000) };
    expect(findRedFlags(facts, {}).flags).toEqual([
      {
        id: "F1",
        severity: "high",
        threshold: 1_000,
        observed: 10_000,
        evidence: { followers: 30_000, gained: 10_000 },
        from: "typed",
        confidence: "low",
      },
    ]);
  });

  it("lists every check as not made, with what it needs, when nothing is known", () => {
    expect(findRedFlags({}, {})).toEqual({
      flags: [],
      unchecked: [
        { id: "F1", needs: ["followers", "followersGainedDay"] },
        { id: "F2", needs: ["followers"] },
        { id: "F3", needs: ["genericCommentShare"] },
        { id: "F4", needs: ["followers"] },
        { id: "F5", needs: ["followers"] },
        { id: "F6", needs: ["femaleShare", "targetGender"] },
        { id: "F7", needs: ["longestSilenceDays"] },
        { id: "F8", needs: ["controversy"] },
        { id: "F9", needs: ["competitorWork"] },
        { id: "F10", needs: ["categoryShare"] },
        { id: "impossible-numbers", needs: ["reads", "interactions"] },
        { id: "health-grade", needs: ["healthGrade"] },
        { id: "low-activity", needs: ["activeLow"] },
      ],
    });
  });

  it("says who says so, how far that is trusted and how old it is: the weakest and the oldest", () => {
    const facts: CreatorFacts = {
      followers: { value: 100_000, source: "pugongying", asOf: "2026-11-20" },
      brandWorks: { value: 0, source: "huitun", asOf: "2026-11-10" },
    };
    const [flag] = findRedFlags(facts, { today: "2026-11-22" }).flags;
    expect(flag).toMatchObject({ id: "F5", from: "huitun", confidence: "medium", ageDays: 12 });
  });

  it("draws no conclusion from a handful of comments", () => {
    const { flags, unchecked } = findRedFlags({ genericCommentShare: typed(1), commentsRead: typed(19) }, {});
    expect(flags).toEqual([]);
    expect(unchecked).toContainEqual({ id: "F3", needs: ["commentsRead"] });
  });

  it("excludes an abnormal account and advises against an ordinary one", () => {
    const severity = (grade: "abnormal" | "ordinary") =>
      findRedFlags({ healthGrade: typed(grade) }, {}).flags[0]?.severity;
    expect([severity("abnormal"), severity("ordinary")]).toEqual(["high", "medium"]);
  });

  it("turns the audience check round for men's products", () => {
    const { flags } = findRedFlags({ femaleShare: typed(0.8) }, { targetGender: "male" });
    expect(flags.map((flag) => flag.id)).toEqual(["F6"]);
  });
});

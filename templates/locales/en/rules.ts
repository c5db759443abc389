/** English: how the score is made. */
import type { RulesMessages } from "../../../src/chat/features/rules.ts";

export const rules: RulesMessages = {
  summary: "See how the score is made",
  title: "How the score is made",
  version: (version) => `Rules ${version}`,
  intro:
    "Points run straight from the value that earns nothing to the one that earns all. What is unknown earns nothing and costs nothing.",
  headings: {
    points: "Points",
    verdict: "From points to a verdict",
    flags: "Red flags",
    tiers: "Size classes",
    trust: "How far a number is trusted",
  },
  columns: { fact: "Fact", points: "Points", nothingAt: "Nothing at", allAt: "All at", rule: "Rule" },
  dimension: (name, points) => `${name}, ${points} points`,
  straight: (points, nothingAt, allAt) => `${points} points, nothing at ${nothingAt}, all at ${allAt}`,
  other: (points, way) => `${points} points, ${way}`,
  otherWays: {
    "likes-saves-per-follower": (n) =>
      `half at the middle of comparable creators or of the size (${n.sizes}), all at twice that; without either, half at ${n.benchmark} and all at ${n.benchmarkFull}`,
    "category-fit": (n) =>
      `all for the campaign's category (${n.sameCategory}), ${n.adjacentCategory} for one close to it`,
    "posting-rhythm": (n) => `nothing after a silence of more than ${n.silence} days`,
    "competitor-free": () => "all when there is none in the exclusivity window",
  },
  size: (below, median) => `below ${below} followers ${median}`,
  formula:
    "Score = points earned ÷ points that could be judged × 100. The range runs from all unknowns at their worst to all at their best.",
  coverage: (least) => `A verdict needs ${least} of the points to be known.`,
  band: (name, from) => `${name} from ${from}`,
  flags: {
    F1: (n) =>
      `one day's gain is ${n.dailyShare} of the account or more, and at least ${n.dailyLeast} (high); or ${n.monthlyShare} gained in 30 days (medium)`,
    F2: (n) =>
      `from ${n.large} followers on: under ${n.lowEngagement} interactions per read (medium); without reads, under ${n.lowEngagement} likes and comments per follower (low)`,
    F3: (n) => `${n.generic} or more of at least ${n.leastComments} comments say nothing (medium)`,
    F4: (n) => `the quote is more than ${n.farOffTimes} times below the low end of the market (high)`,
    F5: (n) => `from ${n.large} followers on: not one brand collaboration (medium)`,
    F6: (n) => `${n.otherGender} or more of the audience is of the other gender than the campaign's (high)`,
    F7: (n) => `a silence of more than ${n.silence} days (medium)`,
    F8: () => "a controversy that a person confirmed (high)",
    F9: () => "work for a competitor inside the exclusivity window (high)",
    F10: (n) => `under ${n.category} of the notes are in the category (low)`,
    "impossible-numbers": () => "a wrong column, a wrong unit or bought likes (high)",
    "health-grade": () => "the platform grades the account abnormal (high) or ordinary (medium)",
    "low-activity": () => "the platform marks the account as low activity (medium)",
  },
  tierFrom: (name, from) => `${name} from ${from}`,
  trust: {
    high: (n) => `a Pugongying export less than ${n.fresh} days old`,
    medium: () => "a third-party tool; a Pugongying export that is older or undated",
    low: (n) => `typed, self-reported, read off a screenshot, from an MCN, or more than ${n.stale} days old`,
  },
  context: (n) =>
    `Around ${n.fakePrior} of the followers of accounts under ${n.large} may be fake on average. This is context and never counts against an account.`,
};

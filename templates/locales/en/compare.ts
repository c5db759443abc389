/** English: creators side by side. */
import type { CompareMessages } from "../../../src/chat/features/compare.ts";

export const compare: CompareMessages = {
  summary: "Compare 2 to 6 vetted creators",
  submit: "Compare",
  fields: {
    creators: "Creators",
    first: "First creator",
    second: "Second creator",
    third: "Third creator",
    fourth: "Fourth creator",
    fifth: "Fifth creator",
    sixth: "Sixth creator",
  },
  typeThem: "Names, Xiaohongshu ID or profile links, with commas between them",
  title: (count) => `${count} creators compared`,
  openOne: (name) => `Open ${name}`,
  highest: (name, score) => `Highest score: ${name}, ${score} of 100`,
  noScores: "Nobody has enough data for a score yet",
  cheapest: (names, cost) => `Cheapest per engaged user: ${names}, ${cost} per interaction all-in`,
  costUnknown: (names) => `unknown for ${names}`,
  noCheapest: {
    "too-few": "Cheapest per engaged user: not known. At least two need a quote and interactions",
    currencies: "Cheapest per engaged user: not compared. The quotes are in different currencies",
  },
  chart: "Share of the known points, in %",
  chartAlt: (names) => `Share of the known points of ${names}, by dimension.`,
  notDrawn: (dimensions) => `Not drawn, since not known of everybody: ${dimensions}`,
  notDrawnCreators: (names) => `Not in a picture, since too little is known: ${names}`,
  rows: {
    what: "Compared by",
    score: "Score",
    range: "Range",
    coverage: "Coverage",
    tier: "Tier",
    followers: "Followers",
    quote: { image: "Quote, image note", video: "Quote, video note" },
    allIn: "Quote with platform fee",
    perRead: "Cost per read",
    perInteraction: "Cost per interaction",
    flags: "Red flags",
  },
  noFlags: "none found",
  moreFlags: (first, more) => `${first} and ${more} more`,
  over: (value, numerator, denominator) => `${value} (${numerator} / ${denominator})`,
  between: (low, high) => `${low} to ${high}`,
  dimension: (share, percentile) => (percentile === null ? share : `${share}, percentile ${percentile}`),
  percentileNote:
    "Percentile: the part of the others compared here that a creator is ahead of, in %; equal ones count half.",
  basis: (campaign, scheme, rules) =>
    `Everybody's newest numbers, judged alike: ${campaign ?? "no campaign"}, tiers by ${scheme}, rules ${rules}.`,
};

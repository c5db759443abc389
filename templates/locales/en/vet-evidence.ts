/** English: how a score was made. */
import type { VetEvidenceMessages } from "../../../src/chat/features/vet-words.ts";

export const vetEvidence: VetEvidenceMessages = {
  allFrom: (details) => `All of it: ${details}`,
  fakePrior: (share) =>
    `Context: around ${share} of the followers of smaller accounts may be fake on average. That says nothing about this account.`,
  evidence: "Evidence",
  pointsByDimension: "Points by dimension",
  chart: {
    title: "Share of the known points, in %",
    series: "% of known points",
    alt: (strongest, weakest, unknown) =>
      `Strongest in ${strongest}, weakest in ${weakest}.${unknown === null ? "" : ` Nothing known yet: ${unknown}.`}`,
  },
  rates: "Rates",
  rateNames: {
    "likes-saves-per-follower": "Likes + saves per note / followers",
    "interactions-per-read": "Interactions / reads",
    "saves-per-read": "Saves / reads",
  },
  counted: {
    likes: "likes",
    saves: "saves",
    comments: "comments",
    shares: "shares",
    "vendor-sum": "the vendor's sum",
  },
  allFacts: "All stored facts",
  factGroups: {
    audience: "Audience",
    perNote: "Per note",
    content: "Content and comments",
    standing: "Brand fit and record",
    price: "Quotes",
  },
  ofNotes: (notes) => `from ${notes} notes`,
  ofRecords: (records) => `from ${records} of our own records`,
  inDays: (days) => `in ${days} days`,
  notCombined: {
    source: "Sponsored vs everyday: not worked out, the two medians come from different sources",
    statistic: "Sponsored vs everyday: not worked out, the two are not the same kind of average",
    window: "Sponsored vs everyday: not worked out, the two cover different numbers of days",
    dates: "Sponsored vs everyday: not worked out, the two were not seen within a month of each other",
  },
  rateLine: ({ name, value, counted, numerator, denominator }) =>
    `${name}: ${value} (${counted}; ${numerator} / ${denominator})`,
  statistics: {
    median: (notes, days) => `median of ${notes === null ? "the notes" : `${notes} notes`} in ${days} days`,
    mean: (notes, days) => `mean of ${notes === null ? "the notes" : `${notes} notes`} in ${days} days`,
    total: (_notes, days) => `total over ${days} days`,
    unknown: (_notes, days) => `statistic not stated, ${days} days`,
  },
  sources: {
    typed: "typed",
    screenshot: "typed from a screenshot",
    "self-reported": "self-reported",
    pugongying: "Pugongying",
    qiangua: "Qiangua",
    newrank: "Newrank",
    huitun: "HuiTun",
    mcn: "MCN sheet",
    "own-records": "own records",
  },
  age: (days) =>
    days === null ? "undated" : days === 0 ? "from today" : days === 1 ? "1 day old" : `${days} days old`,
  against: {
    peers: (value, creators) =>
      creators === null
        ? `middle of creators of this size ${value}`
        : `middle of ${creators} other creators of this size ${value}`,
    "size-band": (value) => `middle of accounts of this size ${value}`,
    benchmark: (value) => `benchmark ${value}`,
  },
  fewPeers: (creators, least) =>
    creators === "0"
      ? `no other creator of this size vetted yet; from ${least} on they are the measure`
      : `only ${creators} other ${creators === "1" ? "creator" : "creators"} of this size vetted; from ${least} on they are the measure`,
  confidences: { high: "high confidence", medium: "medium confidence", low: "low confidence" },
};

/** English: prices. */
import type { PriceMessages } from "../../../src/chat/features/price.ts";

export const price: PriceMessages = {
  fields: {
    fee: "Platform fee: 10%, or 20% in guaranteed mode",
    agency: "Agency share on top of the quote",
    rebate: "Rebate the contract returns to the brand",
  },
  title: "Fair price",
  titles: { image: "Fair price, image note", video: "Fair price, video note" },
  range: (low, mid, high) => `${low} to ${high}, mid ${mid}`,
  quoted: "Quote",
  quotedTitles: { image: "Quote, image note", video: "Quote, video note" },
  standings: {
    below: (quote) => `${quote}, below the range`,
    within: (quote) => `${quote}, within the range`,
    above: (quote) => `${quote}, above the range`,
    "far-off": (quote) => `${quote}, far off the market: check the unit`,
  },
  noQuote: "none given",
  notPlaced: (quote, currency) =>
    `${quote}, not compared with a range in ${currency}: no exchange rate was given`,
  unknownSize: "unknown until the followers are known",
  noFollowers: "none for 0 followers: check the count",
  allIn: (total, fee) => `${total} with the ${fee} platform fee`,
  fromMethods: (count) => `median of the ${count} methods that conclude`,
  fromOneMethod: "one method concludes",
  methods: {
    "tier-band": "Size band",
    "cost-per-read": "Cost per read",
    "cost-per-engagement": "Cost per interaction",
  },
  publisherDefaults: "publisher defaults",
  noConclusion: "no conclusion",
  perRead: ({ count, low, mid, high, times, fee }) =>
    `${count} comparable quotes cost ${low} to ${high} (mid ${mid}) per read all-in${times === null ? "" : `; times ${times} reads, less the ${fee} fee`}`,
  perEngagement: ({ count, low, mid, high, times, fee }) =>
    `${count} comparable quotes cost ${low} to ${high} (mid ${mid}) per interaction all-in${times === null ? "" : `; times ${times} interactions, less the ${fee} fee`}`,
  tooFew: (count, least, points) =>
    `${count} of ${least} comparable quotes${points === null ? "" : ` (${points})`}`,
  gaps: {
    quotes: (missing) => `${missing} more quotes of this size, format and currency`,
    reads: () => "this creator's reads per note",
    interactions: () => "this creator's interactions per note",
  },
  toConclude: (needs) => `to conclude: ${needs}`,
  cost: "All-in cost",
  quote: (amount) => `quote ${amount}`,
  platformFee: (share, amount) => ` + platform fee ${share} ${amount}`,
  agencyShare: (amount) => ` + agency share ${amount}`,
  rebate: (amount) => ` − rebate ${amount}`,
  total: (amount) => ` = ${amount}`,
  mcnInside: "The MCN's commission is inside the quote and not added again",
  terms: {
    title: (creator) => `All-in cost of ${creator}`,
    costs: { image: "Image note", video: "Video note" },
    onlyYou: "Only you see this: the group's card shows neither agency share nor rebate.",
  },
  unitCosts: (perRead, perInteraction) =>
    [
      perRead === null ? undefined : `${perRead} per read`,
      perInteraction === null ? undefined : `${perInteraction} per interaction`,
    ]
      .filter((part) => part !== undefined)
      .join(", "),
};

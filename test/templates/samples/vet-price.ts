/** Scorecards for their price: every method and both formats, one side's terms, and a quote that nothing compares with. */
import { confidentialCost } from "../../../src/domain/all-in-cost.ts";
import { peersFrom } from "../../../src/domain/comparable-quotes.ts";
import type { CreatorFacts } from "../../../src/domain/creator-facts.ts";
import { money } from "../../../src/domain/money.ts";
import { RULES_VERSION } from "../../../src/domain/rules.ts";
import { vetCreator } from "../../../src/domain/vet-report.ts";
import { maya, type Samples } from "./sample.ts";

const settings = { rules: RULES_VERSION, today: "2026-11-23", category: "beauty" } as const;
const typed = <T>(value: T) => ({ value, source: "typed" as const });

/** Ten comparable quotes with reads, five of them with interactions. */
const peers = [1_800, 2_000, 2_300, 2_400, 2_600, 2_900, 3_100, 3_500, 3_800, 4_400].flatMap((quote, index) =>
  peersFrom(
    `cre_1${index}`,
    {
      followers: typed(60_000 + index * 3_000),
      reads: typed(35_000),
      ...(index % 2 === 0 && { interactions: typed(2_800) }),
      quoteImage: typed(money(quote, "CNY")),
    },
    null,
  ),
);

const quoted: CreatorFacts = {
  followers: typed(82_000),
  reads: typed(41_000),
  likes: typed(1_900),
  saves: typed(1_100),
  comments: typed(130),
  mcn: typed("星野传媒"),
  guaranteedMode: typed(true),
  agencyShare: typed(0.08),
  rebate: typed(0.1),
  quoteImage: typed(money(3_000, "CNY")),
  quoteVideo: typed(money(9_500, "CNY")),
};
const foreign: CreatorFacts = { followers: typed(82_000), quoteImage: typed(money(400, "USD")) };

const card = {
  vettingId: "vet_01JD9Q4X",
  creator: { id: "cre_01", name: "小鹿护肤", handle: "xiaolu", link: null },
  campaign: { id: "cam_01", name: "春季种草" },
  followers: 82_000,
  vettedBy: maya,
  vettedAt: "2026-11-23T02:00:00Z",
  shortlisted: null,
};
const verbatim = [
  "小鹿护肤",
  "春季种草",
  "Maya Lindqvist",
  "vet_01JD9Q4X",
  "allxhs.com/guides/kol-marketing",
  "allxhs.com/posts/finding-kols",
  "jfound.net",
  "ijunjun.com",
];

export const priceTerms: NonNullable<Samples["price-terms"]> = {
  image: {
    data: { creator: "小鹿护肤", costs: { image: confidentialCost(quoted, "image") ?? undefined } },
    verbatim,
  },
};

export const priced: NonNullable<Samples["vet-card"]> = {
  "all-prices": {
    data: {
      ...card,
      report: vetCreator(quoted, settings, { scheme: "T4", peers }),
      confidential: { image: confidentialCost(quoted, "image") ?? undefined },
    },
    verbatim,
  },
  "foreign-quote": {
    data: { ...card, report: vetCreator(foreign, settings, { scheme: "T4" }) },
    verbatim,
  },
};

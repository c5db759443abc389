/** Comparisons: three creators of whom one is hardly known, six with long and equal names, and two nobody knows anything of. */
import { money } from "../../../src/domain/money.ts";
import type { Rate } from "../../../src/domain/rates.ts";
import { DIMENSIONS } from "../../../src/domain/score-settings.ts";
import type { Samples } from "./sample.ts";

type Creator = NonNullable<Samples["vet-compare"]>[string]["data"]["creators"][number];

const yuan = (value: number) => money(value, "CNY");

function dimensions(values: readonly (readonly [share: number, percentile: number | null] | null)[]) {
  return DIMENSIONS.map((id, index) => {
    const [share = null, percentile = null] = values[index] ?? [];
    return { id, share, percentile };
  });
}

function perRead(
  numerator: number,
  denominator: number,
): Pick<Rate, "id" | "value" | "numerator" | "denominator"> {
  return { id: "interactions-per-read", value: numerator / denominator, numerator, denominator };
}

const unknown: Creator = {
  name: "路人甲",
  vettingId: null,
  score: null,
  range: [0, 100],
  coverage: 0,
  tier: null,
  followers: null,
  rates: [],
  dimensions: dimensions([]),
  quote: null,
  allIn: null,
  perRead: null,
  perInteraction: null,
  flags: null,
};

const deer: Creator = {
  name: "小鹿护肤",
  vettingId: "vet_01",
  score: 84.2,
  range: [71, 87],
  coverage: 0.84,
  tier: "mid",
  followers: 82_000,
  rates: [
    { id: "likes-saves-per-follower", value: 3_000 / 82_000, numerator: 3_000, denominator: 82_000 },
    perRead(3_130, 41_000),
    { id: "saves-per-read", value: 1_100 / 41_000, numerator: 1_100, denominator: 41_000 },
  ],
  dimensions: dimensions([[82, 100], [91, 100], [70, 50], null, [67, null]]),
  quote: yuan(3_000),
  allIn: yuan(3_300),
  perRead: 3_300 / 41_000,
  perInteraction: 3_300 / 3_130,
  flags: [],
};

const rice: Creator = {
  ...unknown,
  name: "阿禾",
  vettingId: "vet_02",
  score: 61.5,
  range: [38.1, 76.2],
  coverage: 0.62,
  tier: "micro",
  followers: 9_400,
  rates: [perRead(410, 5_200)],
  dimensions: dimensions([
    [55, 0],
    [78, 0],
    [70, 50],
    [80, null],
  ]),
  quote: yuan(500),
  allIn: yuan(550),
  perRead: 550 / 5_200,
  perInteraction: 550 / 410,
  flags: ["F7", "F10"],
};

const long = "一个名字特别特别特别长而且还带着很多字的护肤博主小号";
const basis = { campaign: { id: "cam_01", name: "春季种草" }, scheme: "T4", rules: "2026.2" } as const;

export const compare: Samples = {
  "vet-compare": {
    three: {
      data: {
        ...basis,
        format: "image",
        creators: [deer, rice, unknown],
        cheapest: { cheapest: [0], unknown: [2] },
      },
      verbatim: ["小鹿护肤", "阿禾", "路人甲", "春季种草"],
    },
    six: {
      data: {
        ...basis,
        campaign: null,
        format: "video",
        creators: [
          deer,
          rice,
          { ...deer, name: `${long}一`, vettingId: "vet_03", score: 80 },
          {
            ...deer,
            name: `${long}二`,
            vettingId: "vet_04",
            quote: money(400, "USD"),
            allIn: money(440, "USD"),
          },
          { ...rice, name: "大橘 (daju)", vettingId: "vet_05" },
          { ...rice, name: "大橘 (orange)", vettingId: "vet_06" },
        ],
        cheapest: "currencies",
      },
      verbatim: [
        "小鹿护肤",
        "阿禾",
        `${long}一`,
        `${long}二`,
        "大橘 (daju)",
        "大橘 (orange)",
        long.slice(0, 19),
        long.slice(0, 18),
      ],
    },
    unknown: {
      data: {
        ...basis,
        format: "image",
        creators: [unknown, { ...unknown, name: "路人乙" }],
        cheapest: "too-few",
      },
      verbatim: ["路人甲", "路人乙", "春季种草"],
    },
  },
};

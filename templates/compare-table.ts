/** A comparison as a table: what is compared in the first column, then one column for each creator. */
import type { z } from "zod";
import type { Cell, Table } from "../src/chat/card.ts";
import type { VetCompareData } from "../src/chat/features/compare.ts";
import type { Reading } from "../src/chat/reading.ts";
import type { RateId } from "../src/domain/rates.ts";

type Data = z.output<typeof VetCompareData>;
type Creator = Data["creators"][number];

const RATES: readonly RateId[] = ["interactions-per-read", "saves-per-read", "likes-saves-per-follower"];

/** A row: its name, and what stands under one creator; null is unknown. */
type Row = readonly [string, (creator: Creator) => string | null];

export function compareTable(data: Data, caption: string, r: Reading): Table {
  const { unknown } = r.m.common;
  const { rows } = r.m.compare;
  const all = [...judgement(r), ...rates(r), ...costs(data, r), ...dimensions(data, r)];
  return {
    kind: "table",
    caption,
    columns: [
      { title: rows.what, kind: "text" },
      ...data.creators.map(({ name }) => ({ title: name, kind: "text" as const })),
    ],
    rows: all.map(([name, read]): Cell[] => [
      name,
      ...data.creators.map((creator) => read(creator) ?? unknown),
    ]),
  };
}

function judgement(r: Reading): Row[] {
  const { compare, common, vet } = r.m;
  const { rows } = compare;
  return [
    [rows.score, ({ score }) => (score === null ? vet.noVerdict : r.number(score, 1))],
    [rows.range, ({ range: [low, high] }) => compare.between(r.number(low, 1), r.number(high, 1))],
    [rows.coverage, ({ coverage }) => r.share(coverage, 1)],
    [rows.tier, ({ tier }) => (tier === null ? null : vet.tiers[tier])],
    [rows.followers, ({ followers }) => (followers === null ? null : r.count(followers))],
    [
      rows.flags,
      ({ flags }) => {
        if (flags === null) return null;
        return flags.length === 0 ? vet.noFlags : common.listed(flags.map((id) => vet.flagNames[id]));
      },
    ],
  ];
}

/** Rates over different denominators never share a row, and each says what it was divided by (source: rules C1). */
function rates(r: Reading): Row[] {
  return RATES.map((id) => [
    r.m.vet.rateNames[id],
    (creator) => {
      const rate = creator.rates.find((one) => one.id === id);
      if (rate === undefined) return null;
      return r.m.compare.over(r.share(rate.value, 2), r.count(rate.numerator), r.count(rate.denominator));
    },
  ]);
}

function costs({ format }: Data, r: Reading): Row[] {
  const { rows } = r.m.compare;
  const each = (cost: number | null, { allIn }: Creator) =>
    cost === null || allIn === null ? null : r.cost(cost, allIn.currency);
  return [
    [rows.quote[format], ({ quote }) => (quote === null ? null : r.money(quote))],
    [rows.allIn, ({ allIn }) => (allIn === null ? null : r.money(allIn))],
    [rows.perRead, (creator) => each(creator.perRead, creator)],
    [rows.perInteraction, (creator) => each(creator.perInteraction, creator)],
  ];
}

function dimensions({ creators }: Data, r: Reading): Row[] {
  const { compare, vet } = r.m;
  const ids = creators[0]?.dimensions.map(({ id }) => id) ?? [];
  return ids.map((id) => [
    vet.dimensions[id],
    (creator) => {
      const { share = null, percentile = null } = creator.dimensions.find((one) => one.id === id) ?? {};
      if (share === null) return null;
      return compare.dimension(r.share(share / 100, 0), percentile === null ? null : r.number(percentile));
    },
  ]);
}

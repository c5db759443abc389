/** A comparison as a table: what is compared in the first column, then one column for each creator. */
import type { z } from "zod";
import type { Cell, Table } from "../src/chat/card.ts";
import type { VetCompareData } from "../src/chat/features/compare.ts";
import type { Reading } from "../src/chat/reading.ts";
import type { RateId } from "../src/domain/rates.ts";

type Data = z.output<typeof VetCompareData>;
type Creator = Data["creators"][number];

const RATES: readonly RateId[] = ["interactions-per-read", "saves-per-read", "likes-saves-per-follower"];

/** More names than these would make one cell longer than all others: the scorecard has them all. */
const FLAGS_NAMED = 2;

/** A row: its name, and what stands under one creator; null is unknown. */
type Row = readonly [string, (creator: Creator) => string | null];

export function compareTable(data: Data, caption: string, r: Reading): Table {
  const { unknown } = r.m.common;
  const { rows } = r.m.compare;
  // what decides stands first: a table may show ten rows at a time
  const all = [
    ...judgement(r),
    ...costs(data, r),
    ...size(r),
    ...rates(r),
    ...certainty(r),
    ...dimensions(data, r),
  ];
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
  const { rows } = r.m.compare;
  const { noVerdictYet } = r.m.import.result;
  return [
    [rows.score, ({ score }) => (score === null ? noVerdictYet : r.number(score, 1))],
    [rows.flags, ({ flags }) => (flags === null ? null : flagsText(flags, r))],
  ];
}

function flagsText(flags: NonNullable<Creator["flags"]>, r: Reading): string {
  const { compare, common, vet } = r.m;
  if (flags.length === 0) return compare.noFlags;
  const names = flags.slice(0, FLAGS_NAMED).map((id) => vet.flagNames[id]);
  const more = flags.length - names.length;
  return more === 0 ? common.listed(names) : compare.moreFlags(common.listed(names), r.number(more));
}

function size(r: Reading): Row[] {
  const { rows } = r.m.compare;
  return [
    [rows.followers, ({ followers }) => (followers === null ? null : r.count(followers))],
    [rows.tier, ({ tier }) => (tier === null ? null : r.m.vet.tiers[tier])],
  ];
}

/** How much of it is known, and how far the score could still move. */
function certainty(r: Reading): Row[] {
  const { compare } = r.m;
  return [
    [compare.rows.coverage, ({ coverage }) => r.share(coverage, 1)],
    [compare.rows.range, ({ range: [low, high] }) => compare.between(r.number(low, 1), r.number(high, 1))],
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
    [rows.perInteraction, (creator) => each(creator.perInteraction, creator)],
    [rows.perRead, (creator) => each(creator.perRead, creator)],
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

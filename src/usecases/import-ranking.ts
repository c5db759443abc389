/** The ranking as a sheet: every creator of a list with the evidence of the score. */
import type { Sheet, SheetColumn } from "../chat/documents.ts";
import type { Reading } from "../chat/reading.ts";
import { majorOf } from "../domain/money.ts";
import type { RateId } from "../domain/rates.ts";
import type { RankedRow } from "./rank-import.ts";

/** A column of the ranking: how it is headed and what it holds of a row. */
type RankingColumn = SheetColumn & { value(row: RankedRow): string | number | null };

const RATES: readonly RateId[] = ["likes-saves-per-follower", "interactions-per-read", "saves-per-read"];

export function rankingSheet(ranked: readonly RankedRow[], r: Reading): Sheet {
  const columns: RankingColumn[] = [
    ...verdictColumns(r),
    ...dimensionColumns(ranked, r),
    ...RATES.map(
      (id): RankingColumn => ({
        title: r.m.vet.rateNames[id],
        format: "percent",
        value: ({ scorecard }) => scorecard.rates.find((rate) => rate.id === id)?.value ?? null,
      }),
    ),
    ...flagColumns(r),
    ...priceColumns(r),
    ...originColumns(r),
  ];
  return {
    name: r.m.import.file.ranking,
    columns,
    rows: ranked.map((row) => columns.map(({ value }) => value(row))),
  };
}

function verdictColumns(r: Reading): RankingColumn[] {
  const { columns } = r.m.import.file;
  const { vet } = r.m;
  return [
    { title: columns.place, width: 8, format: "integer", value: ({ place }) => place },
    { title: columns.creator, width: 24, value: ({ creator }) => creator.name },
    {
      title: columns.verdict,
      width: 20,
      value: ({ scorecard: { band } }) => (band === null ? vet.noVerdict : vet.bands[band]),
    },
    { title: columns.score, width: 10, format: "decimal", value: ({ scorecard }) => scorecard.score },
    {
      title: columns.coverage,
      width: 12,
      format: "percent",
      value: ({ scorecard }) => scorecard.coverage,
    },
    { title: columns.low, width: 12, format: "decimal", value: ({ scorecard }) => scorecard.range[0] },
    { title: columns.high, width: 12, format: "decimal", value: ({ scorecard }) => scorecard.range[1] },
    { title: columns.rawScore, width: 14, format: "decimal", value: ({ scorecard }) => scorecard.rawScore },
    { title: columns.tier, width: 12, value: ({ tier }) => (tier === null ? null : vet.tiers[tier]) },
    { title: columns.followers, width: 12, format: "integer", value: ({ followers }) => followers },
  ];
}

/** Points only where something is known: a dimension nobody could judge is empty, not 0. */
function dimensionColumns(ranked: readonly RankedRow[], r: Reading): RankingColumn[] {
  const dimensions = ranked[0]?.dimensions ?? [];
  return dimensions.map(({ id, max }) => ({
    title: r.m.import.file.dimension(r.m.vet.dimensions[id], r.number(max, 1)),
    format: "decimal",
    value: (row) => {
      const own = row.dimensions.find((dimension) => dimension.id === id);
      return own === undefined || own.known === 0 ? null : own.points;
    },
  }));
}

function flagColumns(r: Reading): RankingColumn[] {
  const { columns } = r.m.import.file;
  const { vet, common } = r.m;
  return [
    {
      title: columns.flags,
      width: 30,
      value: ({ flags }) =>
        flags
          .map(({ id, severity }) => common.labelled(vet.severities[severity], vet.flagNames[id]))
          .join(" · "),
    },
    {
      title: columns.notChecked,
      width: 30,
      value: ({ notChecked }) => notChecked.map((id) => vet.flagNames[id]).join(" · "),
    },
  ];
}

function priceColumns(r: Reading): RankingColumn[] {
  const { columns, formats } = r.m.import.file;
  const { standings } = r.m.import.result;
  return [
    {
      title: columns.format,
      width: 10,
      value: ({ price }) => (price === null ? null : formats[price.format]),
    },
    { title: columns.quote, format: "money", value: ({ quote }) => (quote === null ? null : majorOf(quote)) },
    { title: columns.currency, width: 10, value: ({ quote }) => quote?.currency ?? null },
    { title: columns.standing, value: ({ price }) => (price?.standing ? standings[price.standing] : null) },
    {
      title: columns.allIn,
      format: "money",
      value: ({ price }) => (price?.allIn ? majorOf(price.allIn.total) : null),
    },
    {
      title: columns.priceLow,
      format: "money",
      value: ({ price }) => (price === null ? null : majorOf(price.low)),
    },
    {
      title: columns.priceHigh,
      format: "money",
      value: ({ price }) => (price === null ? null : majorOf(price.high)),
    },
    { title: columns.perRead, format: "decimal", value: ({ price }) => price?.unitCosts?.perRead ?? null },
    {
      title: columns.perInteraction,
      format: "decimal",
      value: ({ price }) => price?.unitCosts?.perInteraction ?? null,
    },
  ];
}

function originColumns(r: Reading): RankingColumn[] {
  const { columns } = r.m.import.file;
  const { scoredFacts } = r.m.vet;
  return [
    {
      title: columns.missing,
      width: 40,
      value: ({ scorecard }) => scorecard.missing.map((id) => scoredFacts[id]).join(" · "),
    },
    { title: columns.category, value: ({ category }) => category },
    { title: columns.city, width: 10, value: ({ city }) => city },
    { title: columns.handle, value: ({ creator }) => creator.handle },
    { title: columns.link, width: 40, value: ({ creator }) => creator.link },
    { title: columns.line, width: 10, format: "integer", value: ({ line }) => line },
    { title: columns.snapshot, width: 24, value: ({ vettingId }) => vettingId },
  ];
}

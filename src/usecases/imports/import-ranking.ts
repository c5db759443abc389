/** The ranking as a sheet: every creator of a list with the evidence of the score. */
import { categoryText } from "../../chat/category-text.ts";
import type { Sheet, SheetRow } from "../../chat/documents.ts";
import type { Reading } from "../../chat/reading.ts";
import { majorOf } from "../../domain/money.ts";
import type { RateId } from "../../domain/rates.ts";
import { dimensionColumns, factColumns, type RankingColumn, scoredFactColumns } from "./import-evidence.ts";
import { type RankedDetail, standingFlagsOf } from "./ranked-details.ts";

const RATES: readonly RateId[] = ["likes-saves-per-follower", "interactions-per-read", "saves-per-read"];

/** What the columns depend on. */
export interface RankingBasis {
  /** of the best row: how many points each fact can bring */
  first: RankedDetail | undefined;
  /** every kind of fact that is known about somebody in the list */
  factNames: ReadonlySet<string>;
  /** the day by which a row's facts were judged */
  dayOf(row: RankedDetail): string;
}

/** @param details all rows in their order, a part at a time */
export function rankingSheet(
  details: AsyncIterable<readonly RankedDetail[]>,
  { first, factNames, dayOf }: RankingBasis,
  r: Reading,
): Sheet {
  const { score, range } = scoreColumns(r);
  const flags = flagColumns(r);
  // what decides stands first, how it came about behind it
  const deciding = [...whoColumns(r), ...score, ...sizeColumns(r), flags.standing, ...priceColumns(r)];
  const columns: RankingColumn[] = [
    ...deciding,
    ...originColumns(r),
    ...range,
    ...dimensionColumns(first, r),
    ...RATES.map(
      (id): RankingColumn => ({
        title: r.m.vet.rateNames[id],
        format: "percent",
        value: ({ report }) => report.scorecard.rates.find((rate) => rate.id === id)?.value ?? null,
      }),
    ),
    ...flags.others,
    ...scoredFactColumns(first, r),
    ...factColumns(factNames, r, dayOf),
  ];
  return {
    name: r.m.import.file.ranking,
    columns,
    keptColumns: whoColumns(r).length,
    printedColumns: deciding.length,
    rows: rowsOf(details, columns),
  };
}

async function* rowsOf(
  details: AsyncIterable<readonly RankedDetail[]>,
  columns: readonly RankingColumn[],
): AsyncGenerator<SheetRow[]> {
  for await (const part of details) yield part.map((row) => columns.map(({ value }) => value(row)));
}

/** Whose row it is: stays in view. */
function whoColumns(r: Reading): RankingColumn[] {
  const { columns } = r.m.import.file;
  return [
    { title: columns.place, width: 8, format: "integer", value: ({ place }) => place },
    { title: columns.creator, width: 24, value: ({ creator }) => creator.name },
  ];
}

function scoreColumns(r: Reading): { score: RankingColumn[]; range: RankingColumn[] } {
  const { columns } = r.m.import.file;
  const { vet } = r.m;
  return {
    score: [
      {
        title: columns.verdict,
        width: 16,
        value: ({ report: { scorecard } }) =>
          scorecard.band === null ? r.m.import.result.noVerdictYet : vet.bands[scorecard.band],
      },
      {
        title: columns.score,
        width: 10,
        format: "one-decimal",
        value: ({ report }) => report.scorecard.score,
      },
      {
        title: columns.coverage,
        width: 12,
        format: "percent",
        value: ({ report }) => report.scorecard.coverage,
      },
      {
        title: columns.rawScore,
        width: 14,
        format: "one-decimal",
        value: ({ report }) => report.scorecard.rawScore,
      },
    ],
    range: [
      {
        title: columns.low,
        width: 12,
        format: "one-decimal",
        value: ({ report }) => report.scorecard.range[0],
      },
      {
        title: columns.high,
        width: 12,
        format: "one-decimal",
        value: ({ report }) => report.scorecard.range[1],
      },
    ],
  };
}

function sizeColumns(r: Reading): RankingColumn[] {
  const { columns } = r.m.import.file;
  const { vet } = r.m;
  return [
    {
      title: columns.tier,
      width: 12,
      value: ({ report: { tier } }) => (tier === null ? null : vet.tiers[tier]),
    },
    {
      title: columns.followers,
      width: 12,
      format: "integer",
      value: ({ facts }) => facts.followers?.value ?? null,
    },
  ];
}

function flagColumns(r: Reading): { standing: RankingColumn; others: RankingColumn[] } {
  const { columns } = r.m.import.file;
  const { vet, common } = r.m;
  const standing: RankingColumn = {
    title: columns.flags,
    width: 30,
    value: (row) =>
      standingFlagsOf(row)
        .map(({ id, severity }) => common.labelled(vet.severities[severity], vet.flagNames[id]))
        .join(" · "),
  };
  const others: RankingColumn[] = [
    {
      title: columns.overruled,
      width: 30,
      value: ({ overruled }) =>
        overruled
          .map(({ flag, by, reason }) => vet.overruledLine(vet.flagNames[flag], by, reason))
          .join(" · "),
    },
    {
      title: columns.notChecked,
      width: 30,
      value: ({ report }) => report.unchecked.map(({ id }) => vet.flagNames[id]).join(" · "),
    },
  ];
  return { standing, others };
}

function priceColumns(r: Reading): RankingColumn[] {
  const { columns, formats } = r.m.import.file;
  const { standings } = r.m.import.result;
  return [
    {
      title: columns.format,
      width: 13,
      value: ({ report: { price } }) => (price === null ? null : formats[price.format]),
    },
    { title: columns.quote, format: "money", value: ({ quote }) => (quote === null ? null : majorOf(quote)) },
    { title: columns.currency, width: 10, value: ({ quote }) => quote?.currency ?? null },
    {
      title: columns.standing,
      value: ({ report: { price } }) => (price?.standing ? standings[price.standing] : null),
    },
    {
      title: columns.allIn,
      format: "money",
      value: ({ report: { price } }) => (price?.allIn ? majorOf(price.allIn.total) : null),
    },
    {
      title: columns.priceLow,
      format: "money",
      value: ({ report: { price } }) => (price === null ? null : majorOf(price.low)),
    },
    {
      title: columns.priceHigh,
      format: "money",
      value: ({ report: { price } }) => (price === null ? null : majorOf(price.high)),
    },
    {
      title: columns.perRead,
      format: "decimal",
      value: ({ report: { price } }) => price?.unitCosts?.perRead ?? null,
    },
    {
      title: columns.perInteraction,
      format: "decimal",
      value: ({ report: { price } }) => price?.unitCosts?.perInteraction ?? null,
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
      value: ({ report }) => report.scorecard.missing.map((id) => scoredFacts[id]).join(" · "),
    },
    {
      title: columns.category,
      value: ({ facts: { category } }) => (category === undefined ? null : categoryText(category.value, r.m)),
    },
    { title: columns.city, width: 10, value: ({ facts }) => facts.city?.value ?? null },
    { title: columns.handle, value: ({ creator }) => creator.handle },
    { title: columns.link, width: 40, value: ({ creator }) => creator.link },
    { title: columns.line, width: 10, format: "integer", value: ({ line }) => line },
    { title: columns.snapshot, width: 24, value: ({ vettingId }) => vettingId },
  ];
}

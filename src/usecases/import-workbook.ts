/** The whole result of an import as workbooks: the ranking with its evidence, what was not used, and how to read it. */
import type { Sheet, SheetColumn } from "../chat/documents.ts";
import type { Reading } from "../chat/reading.ts";
import { majorOf } from "../domain/money.ts";
import type { RateId } from "../domain/rates.ts";
import { RULES_VERSION } from "../domain/rules.ts";
import { type FinishedImport, schemeOf } from "./import-cards.ts";
import type { RankedRow } from "./rank-import.ts";

/** A column of the ranking: how it is headed and what it holds of a row. */
type RankingColumn = SheetColumn & { value(row: RankedRow): string | number | null };

const RATES: readonly RateId[] = ["likes-saves-per-follower", "interactions-per-read", "saves-per-read"];

/** Writing one takes a second of work without a pause; a longer one would keep people's clicks waiting. */
const ROWS_A_WORKBOOK = 5_000;

/**
 * Texts are in the reader's language; numbers stay numbers, so that people can sort and sum.
 * @returns the sheets of one workbook, or of several for a very long list: the ranking goes on from one to the next
 */
export function importWorkbooks(finished: FinishedImport, r: Reading): Sheet[][] {
  const { ranked } = finished;
  const workbooks = [
    [ranking(ranked.slice(0, ROWS_A_WORKBOOK), r), notUsed(finished, r), about(finished, r)],
  ];
  for (let at = ROWS_A_WORKBOOK; at < ranked.length; at += ROWS_A_WORKBOOK) {
    workbooks.push([ranking(ranked.slice(at, at + ROWS_A_WORKBOOK), r)]);
  }
  return workbooks;
}

function ranking(ranked: readonly RankedRow[], r: Reading): Sheet {
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

/** Rows, cells and columns of the file that no score rests on, each with why. */
function notUsed({ list, setAside }: FinishedImport, r: Reading): Sheet {
  const words = r.m.import.file;
  const { unusedCells, unusedCellCount, unusedColumns } = list.report;
  const titles = words.notUsedColumns;
  const names = new Map(list.creators.map(({ line, name }) => [line, name]));
  const rows = [
    ...setAside.map(({ line, name, reason, of }) => ({
      line,
      cells: [name ?? null, null, null, words.setAside[reason](of === undefined ? "" : String(of))],
    })),
    ...unusedCells.map(({ line, column, text, problem }) => ({
      line,
      cells: [names.get(line) ?? null, column, text, words.unusedCell[problem]],
    })),
  ].sort((a, b) => a.line - b.line);
  const more = unusedCellCount - unusedCells.length;
  return {
    name: words.notUsed,
    columns: [
      { title: titles.line, width: 8, format: "integer" },
      { title: titles.creator, width: 24 },
      { title: titles.column, width: 24 },
      { title: titles.text, width: 24 },
      { title: titles.why, width: 50 },
    ],
    rows: [
      ...rows.map(({ line, cells }) => [line, ...cells]),
      ...(more > 0 ? [[null, null, null, null, words.moreCells(r.count(more))]] : []),
      ...unusedColumns.map(({ column, reason }) => [
        null,
        null,
        column,
        null,
        reason === "personal" ? words.personalColumn : words.evidenceColumn,
      ]),
    ],
  };
}

function about({ started, startedBy, campaign, list, finishedAt }: FinishedImport, r: Reading): Sheet {
  const { about: name, aboutColumns, aboutRows, explain } = r.m.import.file;
  const { vet } = r.m;
  return {
    name,
    columns: [
      { title: aboutColumns.what, width: 24 },
      { title: aboutColumns.value, width: 90 },
    ],
    rows: [
      [aboutRows.file, started.fileName],
      [aboutRows.source, vet.sources[list.vendor]],
      [aboutRows.campaign, campaign?.name ?? explain.noCampaign],
      [aboutRows.scheme, vet.schemes[schemeOf(campaign)]],
      [aboutRows.rules, RULES_VERSION],
      [aboutRows.startedBy, startedBy.name],
      [aboutRows.finishedAt, r.time(finishedAt)],
      [aboutRows.score, explain.score],
      [aboutRows.coverage, explain.coverage],
      [aboutRows.dimensions, explain.dimensions],
      [aboutRows.price, explain.price],
      [aboutRows.allIn, explain.allIn],
    ],
  };
}

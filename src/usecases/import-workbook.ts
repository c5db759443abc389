/** The whole result of an import as workbooks: the ranking with its evidence, what was not used, and how to read it. */
import type { Sheet } from "../chat/documents.ts";
import type { Reading } from "../chat/reading.ts";
import { RULES_VERSION } from "../domain/rules.ts";
import { type FinishedImport, schemeOf } from "./import-cards.ts";
import { rankingSheet } from "./import-ranking.ts";

/** What the library that writes them can hold in memory without crowding out the bot. */
const ROWS_A_WORKBOOK = 5_000;

/**
 * Texts are in the reader's language; numbers stay numbers, so that people can sort and sum.
 * @returns one by one the sheets of one workbook, or of several for a very long list: the ranking goes on in the next
 */
export function* importWorkbooks(finished: FinishedImport, r: Reading): Generator<Sheet[]> {
  const { ranked } = finished;
  yield [rankingSheet(ranked.slice(0, ROWS_A_WORKBOOK), r), notUsed(finished, r), about(finished, r)];
  for (let at = ROWS_A_WORKBOOK; at < ranked.length; at += ROWS_A_WORKBOOK) {
    yield [rankingSheet(ranked.slice(at, at + ROWS_A_WORKBOOK), r)];
  }
}

export function workbooksFor(creators: number): number {
  return Math.max(1, Math.ceil(creators / ROWS_A_WORKBOOK));
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

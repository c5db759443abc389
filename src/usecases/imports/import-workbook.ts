/** The whole result of an import as one workbook: the ranking with its evidence, what was not used, and how to read it. */
import { Temporal } from "temporal-polyfill";
import type { Sheet } from "../../chat/documents.ts";
import type { Reading } from "../../chat/reading.ts";
import type { Source } from "../../domain/creator-facts.ts";
import { RULES_VERSION } from "../../domain/rules.ts";
import type { Campaign } from "../../store/campaigns.ts";
import type { Querier } from "../../store/database.ts";
import { factNamesIn } from "../../store/list-ranking.ts";
import { scoringDay } from "../vetting/score-settings.ts";
import { type FinishedImport, schemeOf } from "./import-cards.ts";
import { rankingSheet } from "./import-ranking.ts";
import { type RankedDetail, rankedDetails } from "./ranked-details.ts";

/** What the ranking itself needs, without what was not used of the file. */
export type RankedList = Pick<
  FinishedImport,
  "started" | "startedBy" | "campaign" | "ranked" | "finishedAt" | "audience"
> & { vendor: Source };

/**
 * Texts are in the reader's language; numbers stay numbers, so that people can sort and sum.
 * @returns the sheets; the rows of the ranking are read while they are written, however many there are
 */
export async function importWorkbook(db: Querier, finished: FinishedImport, r: Reading): Promise<Sheet[]> {
  const [ranking, ...explained] = await rankingWorkbook(db, { ...finished, vendor: finished.list.vendor }, r);
  return [...(ranking === undefined ? [] : [ranking]), notUsed(finished, r), ...explained];
}

/** The ranking as it is now, from the store alone: the file that was shared may be gone by then. */
export async function rankingWorkbook(db: Querier, list: RankedList, r: Reading): Promise<Sheet[]> {
  const { started, ranked, audience, campaign } = list;
  const details = (rows: FinishedImport["ranked"]) => rankedDetails(db, started.id, rows, audience);
  const best = await details(ranked.slice(0, 1)).next();
  const basis = {
    first: best.done === true ? undefined : best.value[0],
    factNames: await factNamesIn(db, started.id),
    dayOf: scoringDays(campaign),
  };
  return [rankingSheet(details(ranked), basis, r), about(list, r)];
}

/** The rows of one part of a list were judged at one moment: their day is worked out once. */
function scoringDays(campaign: Campaign | undefined): (row: RankedDetail) => string {
  const days = new Map<number, string>();
  return ({ vettedAt }) => {
    const at = vettedAt.getTime();
    const day = days.get(at) ?? scoringDay(campaign, Temporal.Instant.fromEpochMilliseconds(at));
    days.set(at, day);
    return day;
  };
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

function about({ started, startedBy, campaign, vendor, finishedAt }: RankedList, r: Reading): Sheet {
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
      [aboutRows.source, vet.sources[vendor]],
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
      [aboutRows.origin, explain.origin],
    ],
  };
}

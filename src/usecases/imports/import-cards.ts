/** What the cards of an import show. */
import type { PersonRef } from "../../chat/card.ts";
import type { TemplateInput } from "../../chat/template-data.ts";
import type { Audience } from "../../domain/visibility.ts";
import type { CreatorImport } from "../../imports/read-creators.ts";
import type { Campaign } from "../../store/campaigns.ts";
import type { Querier } from "../../store/database.ts";
import type { ListImport } from "../../store/imports.ts";
import { type RankedRow, verdictsOf } from "./rank-import.ts";
import { type RankedDetail, rankedDetails, standingFlagsOf } from "./ranked-details.ts";

/** More than either platform holds in the tables of one card; each shows as many as it can, and the file has all. */
export const ROWS_SHOWN = 300;

export function importCardKey(importId: string): string {
  return `import:${importId}`;
}

export function importDueKey(importId: string): string {
  return `import-list:${importId}`;
}

export interface Failure {
  code: string;
  details: Record<string, string | number>;
}

/** @param more how much longer it takes, as far as that is known, or how it ended without a result */
export function progressOf(
  { id, fileName, done, total, startedAt }: ListImport,
  startedBy: PersonRef,
  more: Partial<Pick<TemplateInput<"import-progress">, "failure" | "secondsLeft" | "cancelled">> = {},
): TemplateInput<"import-progress"> {
  const at = startedAt.toString();
  return { id, fileName, done, total, failure: null, startedBy, startedAt: at, ...more };
}

export interface FinishedImport {
  started: ListImport;
  startedBy: PersonRef;
  campaign: Campaign | undefined;
  list: CreatorImport;
  ranked: readonly RankedRow[];
  setAside: readonly SetAsideRow[];
  /** what a person may say anew about the columns; null where a vendor's headers say it */
  columns: Pick<ListImport, "shape" | "asked">;
  /** columns of free headers that were read by a guess */
  guessed: readonly { column: string; meaning: string }[];
  finishedAt: string;
  /** who reads the result */
  audience: Audience;
  /** what they may not read because other agencies read along: unread cells, which may be prices, and prices */
  hidden: { cells: boolean; prices: boolean };
}

type ReadAside = CreatorImport["report"]["setAside"][number];

/** A row without a score: as the file was read, or because the team's own creators leave a doubt. */
export type SetAsideRow = Omit<ReadAside, "reason"> & {
  reason: ReadAside["reason"] | "ambiguous" | "asked" | "name-too-long";
};

type Result = TemplateInput<"import-result">;

/** @param missing what would bring most creators to a verdict */
export async function resultOf(
  db: Querier,
  finished: FinishedImport,
  missing: Result["missing"],
): Promise<Result> {
  const { started, campaign, list, ranked, setAside } = finished;
  return {
    id: started.id,
    fileName: started.fileName,
    vendor: list.vendor,
    campaign: campaign?.name ?? null,
    scheme: schemeOf(campaign),
    counts: {
      ...verdictsOf(ranked),
      rowsSetAside: setAside.length,
      cellsUnused: list.report.unusedCellCount,
    },
    personalColumns: list.report.unusedColumns
      .filter(({ reason }) => reason === "personal")
      .map(({ column }) => column),
    missing,
    rows: await shownRows(db, started.id, ranked, finished.audience),
    pricesHidden: finished.hidden.prices,
    startedBy: finished.startedBy,
    finishedAt: finished.finishedAt,
  };
}

/** The rows of the card's table. */
export async function shownRows(
  db: Querier,
  importId: string,
  ranked: readonly Pick<RankedRow, "line" | "place">[],
  audience: Audience,
): Promise<Result["rows"]> {
  const rows: Result["rows"] = [];
  for await (const part of rankedDetails(db, importId, ranked.slice(0, ROWS_SHOWN), audience))
    rows.push(...part.map(shownRow));
  return rows;
}

function shownRow(row: RankedDetail): Result["rows"][number] {
  const { score, rawScore, coverage, band } = row.report.scorecard;
  return {
    place: row.place,
    name: row.creator.name,
    tier: row.report.tier,
    followers: row.facts.followers?.value ?? null,
    score,
    rawScore,
    band,
    coverage,
    quote: row.quote,
    standing: row.report.price?.standing ?? null,
    flags: standingFlagsOf(row).length,
    overruled: row.overruled.map(({ flag }) => flag),
  };
}

export function schemeOf(campaign: Campaign | undefined): Campaign["tierScheme"] {
  return campaign?.tierScheme ?? "T4";
}

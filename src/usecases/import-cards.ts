/** What the cards of an import show. */
import type { PersonRef } from "../chat/card.ts";
import type { TemplateInput } from "../chat/template-data.ts";
import type { Audience } from "../domain/visibility.ts";
import type { CreatorImport } from "../imports/read-creators.ts";
import type { Campaign } from "../store/campaigns.ts";
import type { ListImport } from "../store/imports.ts";
import { missingMost, type RankedRow } from "./rank-import.ts";

/** As many as both platforms page and sort in one table of a card; the file has all. */
const ROWS_SHOWN = 50;

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
  finishedAt: string;
  /** who reads the result */
  audience: Audience;
}

type ReadAside = CreatorImport["report"]["setAside"][number];

/** A row without a score: as the file was read, or because the team's own creators leave a doubt. */
export type SetAsideRow = Omit<ReadAside, "reason"> & {
  reason: ReadAside["reason"] | "ambiguous" | "name-too-long";
};

export function resultOf(finished: FinishedImport): TemplateInput<"import-result"> {
  const { started, campaign, list, ranked, setAside } = finished;
  const withVerdict = ranked.filter(({ scorecard }) => scorecard.score !== null).length;
  return {
    id: started.id,
    fileName: started.fileName,
    vendor: list.vendor,
    campaign: campaign?.name ?? null,
    scheme: schemeOf(campaign),
    counts: {
      withVerdict,
      withoutVerdict: ranked.length - withVerdict,
      rowsSetAside: setAside.length,
      cellsUnused: list.report.unusedCellCount,
    },
    personalColumns: list.report.unusedColumns
      .filter(({ reason }) => reason === "personal")
      .map(({ column }) => column),
    missing: missingMost(ranked),
    rows: ranked.slice(0, ROWS_SHOWN).map(({ place, creator, tier, followers, scorecard, price, flags }) => ({
      place,
      name: creator.name,
      tier,
      followers,
      score: scorecard.score,
      rawScore: scorecard.rawScore,
      coverage: scorecard.coverage,
      standing: price?.standing ?? null,
      flags: flags.length,
    })),
    pricesHidden: ranked.some(({ full }) => full !== undefined),
    startedBy: finished.startedBy,
    finishedAt: finished.finishedAt,
  };
}

export function schemeOf(campaign: Campaign | undefined): Campaign["tierScheme"] {
  return campaign?.tierScheme ?? "T4";
}

/** What a ranking shows of its rows, read from the store a part at a time. */
import type { CreatorFacts } from "../../domain/creator-facts.ts";
import type { FlagId } from "../../domain/flag-checks.ts";
import type { Money } from "../../domain/money.ts";
import { reportWithoutQuotes, type VetReport } from "../../domain/vet-report.ts";
import { type Audience, showsAllQuotes, visibleFacts } from "../../domain/visibility.ts";
import type { Querier } from "../../store/database.ts";
import { flagOverrulesAmong } from "../../store/flag-overrules.ts";
import { importedDetails } from "../../store/list-ranking.ts";
import { personRefs } from "../../store/people.ts";
import type { RankedRow } from "./rank-import.ts";

export interface RankedDetail {
  place: number;
  line: number;
  creator: { name: string; handle: string | null; link: string | null };
  vettingId: string;
  vettedAt: Date;
  facts: CreatorFacts;
  report: VetReport;
  /** null where no quote is known, or somebody may not read it */
  quote: Money | null;
  /** flags that a person set aside */
  overruled: readonly { flag: FlagId; by: string; reason: string }[];
}

/** A part is read in some milliseconds, so that a click in between is not kept waiting. */
const ROWS_A_PART = 40;

/** @param audience who reads it: quotes that one of them may not know are left out */
export async function* rankedDetails(
  db: Querier,
  importId: string,
  ranked: readonly Pick<RankedRow, "line" | "place">[],
  audience: Audience,
): AsyncGenerator<RankedDetail[]> {
  for (let at = 0; at < ranked.length; at += ROWS_A_PART)
    yield await detailsOf(db, importId, ranked.slice(at, at + ROWS_A_PART), audience);
}

async function detailsOf(
  db: Querier,
  importId: string,
  ranked: readonly Pick<RankedRow, "line" | "place">[],
  audience: Audience,
): Promise<RankedDetail[]> {
  const lines = ranked.map(({ line }) => line);
  const found = new Map((await importedDetails(db, importId, lines)).map((row) => [row.line, row]));
  const overrules = await flagOverrulesAmong(
    db,
    [...found.values()].map(({ vettingId }) => vettingId),
  );
  const people = await personRefs(
    db,
    overrules.map(({ overruledBy }) => overruledBy),
  );
  return ranked.flatMap(({ line, place }): RankedDetail[] => {
    const row = found.get(line);
    if (row === undefined) return [];
    const { vettingId, vettedAt, name, handle, link, report } = row;
    const facts = visibleFacts(row.facts, audience);
    return [
      {
        place,
        line,
        creator: { name, handle, link },
        vettingId,
        vettedAt,
        facts,
        report: showsAllQuotes(row.facts, audience)
          ? report
          : reportWithoutQuotes(report, visibleFacts(row.facts, [])),
        quote: facts.quoteImage?.value ?? facts.quoteVideo?.value ?? null,
        overruled: overrules
          .filter((overrule) => overrule.vettingId === vettingId)
          .map(({ flag, reason, overruledBy }) => ({
            flag,
            reason,
            by: people.get(overruledBy)?.name ?? overruledBy,
          })),
      },
    ];
  });
}

/** The flags that nobody set aside. */
export function standingFlagsOf({ report, overruled }: Pick<RankedDetail, "report" | "overruled">) {
  return report.flags.filter(({ id }) => !overruled.some(({ flag }) => flag === id));
}

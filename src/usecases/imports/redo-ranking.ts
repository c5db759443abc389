/** A ranking that stands is drawn anew once something it rests on has changed. */
import type { z } from "zod";
import { ImportResultData } from "../../chat/features/import.ts";
import type { Destination } from "../../chat/ports.ts";
import { inOrder, ordersOf } from "../../domain/ranking-order.ts";
import { type Audience, partyOf } from "../../domain/visibility.ts";
import { shownOf } from "../../store/card-copies.ts";
import type { Querier } from "../../store/database.ts";
import { type ListImport, listImportById } from "../../store/imports.ts";
import { bestOfImport, countImported, importsWith, lockRanking } from "../../store/list-ranking.ts";
import { memberById } from "../../store/people.ts";
import { audienceAt } from "../audience.ts";
import type { Ctx } from "../ctx.ts";
import type { Unit } from "../unit.ts";
import { importCardKey, ROWS_SHOWN, shownRows } from "./import-cards.ts";

export type RankingShown = z.output<typeof ImportResultData>;

/** What the card of a ranking shows; undefined before the list is ranked, and where no later change reaches the card. */
export async function rankingShown(db: Querier, importId: string): Promise<RankingShown | undefined> {
  const shown = await shownOf(db, importCardKey(importId));
  return shown?.template === "import-result" ? ImportResultData.parse(shown.data) : undefined;
}

/** The file keeps the figures it was made with: the card says that it is older. The order that somebody chose stays. */
export async function redoRanking(ctx: Ctx, unit: Unit, started: ListImport): Promise<void> {
  await lockRanking(unit.tx, started.id);
  const before = await rankingShown(unit.tx, started.id);
  if (before === undefined) return;
  const best = await bestOfImport(unit.tx, started.id, ROWS_SHOWN);
  const ranked = best.map((row, index) => ({ ...row, place: index + 1 }));
  const { all, withVerdict } = await countImported(unit.tx, started.id);
  const audience = await rankingAudience(ctx, unit.tx, started);
  const rows = ImportResultData.shape.rows.parse(await shownRows(unit.tx, started.id, ranked, audience));
  const order = ordersOf(rows).includes(before.order) ? before.order : "score";
  // what was set aside and has been vetted since, because somebody said who is meant
  const rankedBefore = before.counts.withVerdict + before.counts.withoutVerdict;
  await unit.refresh(importCardKey(started.id), "import-result", {
    ...before,
    // while rows are open they stand with their scores alone
    counts:
      before.open > 0
        ? before.counts
        : {
            ...before.counts,
            withVerdict,
            withoutVerdict: all - withVerdict,
            rowsSetAside: Math.max(0, before.counts.rowsSetAside - (all - rankedBefore)),
          },
    order,
    rows: inOrder(rows, order),
    changedAt: unit.now.toString(),
  });
}

/** The rankings that have this vetting in a row. */
export async function redoRankingsWith(ctx: Ctx, unit: Unit, vettingId: string): Promise<void> {
  for (const id of await importsWith(unit.tx, vettingId)) {
    const started = await listImportById(unit.tx, id);
    if (started !== undefined) await redoRanking(ctx, unit, started);
  }
}

/**
 * Who reads a ranking: whoever shared the list, with everybody who may be in the chat where it stands. Whoever changes
 * something elsewhere does not read it, and is counted in only for a click in that chat.
 */
export async function rankingAudience(
  { actor, where }: Pick<Ctx, "actor" | "where">,
  db: Querier,
  { startedBy, platform, replyTo }: ListImport,
): Promise<Audience> {
  const destination = replyTo as Destination;
  const readers = await audienceAt({ actor: await memberById(db, startedBy) }, db, platform, destination);
  const isThere =
    destination.chat !== undefined && where?.platform === platform && where.chat === destination.chat;
  return actor === undefined || !isThere ? readers : [...new Set([...readers, partyOf(actor)])];
}

/** A ranking that stands is drawn anew once something it rests on has changed. */
import type { Destination } from "../chat/ports.ts";
import type { TemplateInput } from "../chat/template-data.ts";
import { shownOf } from "../store/card-copies.ts";
import { type ListImport, listImportById } from "../store/imports.ts";
import { bestOfImport, countImported, importsWith } from "../store/list-ranking.ts";
import { audienceAt } from "./audience.ts";
import type { Ctx } from "./ctx.ts";
import { importCardKey, ROWS_SHOWN, shownRows } from "./import-cards.ts";
import type { Unit } from "./unit.ts";

/** The file keeps the figures it was made with: the card says that it is older. Nothing before the list is ranked. */
export async function redoRanking(ctx: Ctx, unit: Unit, started: ListImport): Promise<void> {
  const key = importCardKey(started.id);
  const shown = await shownOf(unit.tx, key);
  if (shown?.template !== "import-result") return;
  const before = shown.data as TemplateInput<"import-result">;
  const best = await bestOfImport(unit.tx, started.id, ROWS_SHOWN);
  const ranked = best.map((row, index) => ({ ...row, place: index + 1 }));
  const { all, withVerdict } = await countImported(unit.tx, started.id);
  // what was set aside and has been vetted since, because somebody said who is meant
  const rankedBefore = before.counts.withVerdict + before.counts.withoutVerdict;
  const audience = await audienceAt(ctx, unit.tx, started.platform, started.replyTo as Destination);
  await unit.refresh(key, "import-result", {
    ...before,
    counts: {
      ...before.counts,
      withVerdict,
      withoutVerdict: all - withVerdict,
      rowsSetAside: Math.max(0, before.counts.rowsSetAside - (all - rankedBefore)),
    },
    rows: await shownRows(unit.tx, started.id, ranked, audience),
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

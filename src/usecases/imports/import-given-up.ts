/** A list's job was given up: its card says so, and a click tries again. */
import { AppError } from "../../domain/errors.ts";
import { listImportById } from "../../store/imports.ts";
import { lockRanking } from "../../store/list-ranking.ts";
import { personRef } from "../../store/people.ts";
import type { Ctx } from "../ctx.ts";
import { transact, type Unit } from "../unit.ts";
import { importCardKey, progressOf } from "./import-cards.ts";
import { isOver } from "./open-import.ts";
import { rankingShown } from "./redo-ranking.ts";

/** Twice it changes nothing. What was vetted stays, and what is due stays open for the next try. */
export async function tellImportGivenUp({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { import: string };
}): Promise<void> {
  const { import: id } = input;
  await transact(ctx, async (unit) => {
    await lockRanking(unit.tx, id);
    await unit.audit("import.give-up", id);
    const shown = await rankingShown(unit.tx, id);
    if (shown === undefined) return showGivenUp(unit, id);
    if (shown.fileFailedAt === null)
      await unit.refresh(importCardKey(id), "import-result", {
        ...shown,
        fileAskedAt: null,
        fileFailedAt: unit.now.toString(),
      });
  });
}

/** While the list was still read or vetted. */
async function showGivenUp(unit: Unit, id: string): Promise<void> {
  const started = await listImportById(unit.tx, id);
  if (started === undefined || isOver(started)) return;
  const failure = { code: "given-up", details: {} };
  const by = await personRef(unit.tx, started.startedBy);
  await unit.refresh(importCardKey(id), "import-progress", progressOf(started, by, { failure }));
}

/**
 * The job goes on where it stopped. Without its dead letter the next sweep makes a new one.
 * @throws AppError "old-card" where nothing was given up
 */
export async function retryImport(ctx: Ctx, id: string): Promise<void> {
  const dead = (await ctx.deadLetters()).filter(({ payload }) => isAbout(payload, id));
  await transact(ctx, async (unit) => {
    await lockRanking(unit.tx, id);
    const shown = await rankingShown(unit.tx, id);
    await unit.audit("import.retry", id, { jobs: dead.length });
    if (shown !== undefined) {
      if (shown.fileFailedAt === null) throw new AppError("old-card");
      const again = { ...shown, fileAskedAt: unit.now.toString(), fileFailedAt: null };
      return unit.refresh(importCardKey(id), "import-result", again);
    }
    const started = await listImportById(unit.tx, id);
    if (started === undefined || isOver(started) || dead.length === 0) throw new AppError("old-card");
    const by = await personRef(unit.tx, started.startedBy);
    await unit.refresh(importCardKey(id), "import-progress", progressOf(started, by));
  });
  // after the commit: a job tried twice is harmless, one that was promised and never tried is not
  for (const job of dead) await ctx.retryDead(job.id);
  ctx.sweepSoon();
}

function isAbout(payload: unknown, id: string): boolean {
  return typeof payload === "object" && payload !== null && "import" in payload && payload.import === id;
}

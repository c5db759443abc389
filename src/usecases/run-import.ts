/** Reads a shared list and vets every row; a run that broke off is continued by the next where it stopped. */
import type { PersonRef } from "../chat/card.ts";
import type { CreatorImport, ImportedCreator } from "../imports/read-creators.ts";
import { type Campaign, campaignById } from "../store/campaigns.ts";
import {
  importRowsOf,
  insertImportRows,
  type ListImport,
  listImportById,
  lockListImport,
  updateListImport,
  vettedLines,
} from "../store/imports.ts";
import { memberById, personRef } from "../store/people.ts";
import { askForColumns } from "./ask-columns.ts";
import type { Ctx } from "./ctx.ts";
import { findOrCreateCreators } from "./find-or-create-creator.ts";
import { finishImport } from "./finish-import.ts";
import { type Failure, importCardKey, progressOf, type SetAsideRow } from "./import-cards.ts";
import { askAboutRows, withoutDoubtfulPrices } from "./import-doubts.ts";
import { keepVettings } from "./keep-vettings.ts";
import { readList } from "./read-list.ts";
import { AlreadyDone, transact, type Unit } from "./unit.ts";

const ROWS_A_TRANSACTION = 100;
/** Slack takes 50 changes of messages a minute. */
const SHOW_EVERY_MS = 2_000;
/** A nickname has 24 characters at most: longer ones are a slip of the columns, and no index could hold them. */
const LONGEST_NAME = 200;

/** One run of an import. */
interface Run {
  started: ListImport;
  startedBy: PersonRef;
  campaign: Campaign | undefined;
  list: CreatorImport;
}

/** @throws AlreadyDone when the import was finished before */
export async function runImport({ ctx, input }: { ctx: Ctx; input: { import: string } }): Promise<void> {
  const { db } = ctx.store;
  const started = await listImportById(db, input.import);
  if (started === undefined || isOver(started)) throw new AlreadyDone(input.import);
  const asStarter: Ctx = { ...ctx, actor: await memberById(db, started.startedBy) };
  const startedBy = await personRef(db, started.startedBy);
  const read = await readList(ctx, started);
  if ("code" in read) return failImport(asStarter, started, startedBy, read);
  if ("unknown" in read) return askForColumns(asStarter, started, startedBy, read.unknown);
  const { list, shape, asked } = read;
  const campaign = started.campaignId === null ? undefined : await campaignById(db, started.campaignId);
  const run: Run = { started, startedBy, campaign, list };
  const setAside = await vetRows(asStarter, run);
  await finishImport(asStarter, {
    ...run,
    columns: { shape, asked },
    setAside: [...list.report.setAside, ...setAside],
  });
}

function isOver({ state }: ListImport): boolean {
  return state === "done" || state === "failed";
}

async function failImport(
  ctx: Ctx,
  { id }: ListImport,
  startedBy: PersonRef,
  failure: Failure,
): Promise<void> {
  await transact(ctx, async (unit) => {
    const now = await lockOpen(unit, id);
    await updateListImport(unit.tx, id, { state: "failed", finishedAt: unit.now });
    await unit.audit("import.fail", id, { ...failure });
    await unit.refresh(importCardKey(id), "import-progress", progressOf(now, startedBy, failure));
  });
}

/** @returns the rows that could not be vetted */
async function vetRows(ctx: Ctx, run: Run): Promise<SetAsideRow[]> {
  const { creators } = run.list;
  const tooLong = creators.filter((row) => !isStorable(row));
  const stored = await vettedLines(ctx.store.db, run.started.id);
  const open = creators.filter((row) => isStorable(row) && !stored.has(row.line));
  const setAside = tooLong.map(({ line, name }): SetAsideRow => ({ line, name, reason: "name-too-long" }));
  let shownAt = run.started.startedAt;
  for (let at = 0; at < open.length; at += ROWS_A_TRANSACTION) {
    const rows = open.slice(at, at + ROWS_A_TRANSACTION);
    const done = creators.length - open.length + at + rows.length;
    // nothing is over yet: the due thing stays open until the result is there
    await transact({ ...ctx, dueKey: undefined }, async (unit) => {
      setAside.push(...(await vetSome(ctx, unit, run, rows)));
      await updateListImport(unit.tx, run.started.id, {
        state: "running",
        vendor: run.list.vendor,
        total: creators.length,
        done,
      });
      await unit.audit("import.vet", run.started.id, { rows: rows.length, done });
      if (unit.now.since(shownAt).total("milliseconds") < SHOW_EVERY_MS) return;
      shownAt = unit.now;
      const now = { ...run.started, done, total: creators.length };
      await unit.refresh(importCardKey(now.id), "import-progress", progressOf(now, run.startedBy));
    });
  }
  return setAside;
}

function isStorable({ name, handle = "" }: ImportedCreator): boolean {
  return name.length <= LONGEST_NAME && handle.length <= LONGEST_NAME;
}

/** Another process may have vetted some of these rows in the meantime: each is vetted once. */
async function vetSome(
  ctx: Ctx,
  unit: Unit,
  { started, campaign }: Run,
  rows: readonly ImportedCreator[],
): Promise<SetAsideRow[]> {
  await lockOpen(unit, started.id);
  const found = await findOrCreateCreators(ctx, unit.tx, rows);
  const known = rows.flatMap((row, index) => {
    const creator = found[index];
    return creator === undefined || "ambiguous" in creator ? [] : [{ row, creator }];
  });
  const earlier = await importRowsOf(unit.tx, started.id, {
    lines: rows.map(({ line }) => line),
    creatorIds: known.map(({ creator }) => creator.id),
  });
  const vetted = new Set(earlier.map(({ line }) => line));
  const lineOf = new Map(earlier.map(({ creatorId, line }) => [creatorId, line]));
  const clear = new Set(known.map(({ row }) => row));
  const setAside = rows
    .filter((row) => !clear.has(row))
    .map(({ line, name }): SetAsideRow => ({ line, name, reason: "ambiguous" }));
  const fresh = known.filter(({ row: { line, name }, creator }) => {
    if (vetted.has(line)) return false;
    const of = lineOf.get(creator.id);
    if (of !== undefined) setAside.push({ line, name, reason: "duplicate", of });
    else lineOf.set(creator.id, line);
    return of === undefined;
  });
  const judged = await withoutDoubtfulPrices(unit.tx, fresh);
  const vettings = await keepVettings(ctx, unit, campaign, judged);
  await insertImportRows(
    unit.tx,
    fresh.map(({ row, creator }, index) => ({
      importId: started.id,
      line: row.line,
      creatorId: creator.id,
      vettingId: vettings[index]?.id ?? "",
    })),
  );
  await askAboutRows(unit, started.id, judged);
  return setAside;
}

/** Locks the import. @throws AlreadyDone when another process finished it */
async function lockOpen(unit: Unit, id: string): Promise<ListImport> {
  const now = await lockListImport(unit.tx, id);
  if (now === undefined || isOver(now)) throw new AlreadyDone(id);
  return now;
}

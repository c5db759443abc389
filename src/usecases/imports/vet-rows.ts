/** Vets the rows of a list part by part, each in a transaction of its own, and shows how far it came. */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Temporal } from "temporal-polyfill";
import type { PersonRef } from "../../chat/card.ts";
import type { Audience } from "../../domain/visibility.ts";
import type { CreatorImport, ImportedCreator } from "../../imports/read-creators.ts";
import type { Campaign } from "../../store/campaigns.ts";
import { together } from "../../store/database.ts";
import {
  importRowsOf,
  insertImportRows,
  type ListImport,
  updateListImport,
  vettedLines,
} from "../../store/imports.ts";
import { findOrCreateCreators, sharedNames } from "../creators/find-or-create-creator.ts";
import type { Ctx } from "../ctx.ts";
import { transact, type Unit } from "../unit.ts";
import { keepVettings } from "../vetting/keep-vettings.ts";
import type { Peers } from "../vetting/load-peers.ts";
import { importCardKey, progressOf, type SetAsideRow } from "./import-cards.ts";
import { askAboutRows, type Row, withoutDoubtfulPrices } from "./import-doubts.ts";
import { askWhoIsMeant, isAskable, type NamesakeDoubt } from "./import-namesakes.ts";
import { peerIdOf } from "./list-peers.ts";
import { lockOpen } from "./open-import.ts";
import { type ListRow, listRow } from "./rank-import.ts";
import { factsWithoutReading } from "./unread-facts.ts";

const ROWS_A_TRANSACTION = 500;
/** What is judged without a pause: a few milliseconds, so that a click in between is not kept waiting. */
const ROWS_A_TURN = 50;
/** While PostgreSQL stores one part, the next is judged. */
const PARTS_UNDER_WAY = 2;
/** Slack takes 50 changes of messages a minute. */
const SHOW_EVERY_MS = 2_000;
/** A nickname has 24 characters at most: longer ones are a slip of the columns, and no index could hold them. */
const LONGEST_NAME = 200;

/** One run of an import. */
export interface Run {
  started: ListImport;
  startedBy: PersonRef;
  campaign: Campaign | undefined;
  list: CreatorImport;
  /** who reads the result */
  audience: Audience;
  /** quotes and rates to compare with: the list's own, and others' of when it was shared */
  peers: Peers;
  /** the same file was read before: what it said then counts no more */
  isReadAgain: boolean;
}

/** How far a run has come. */
interface Progress {
  done: number;
  /** how many were done when the run began */
  before: number;
  beganAt: Temporal.Instant;
  shownAt: Temporal.Instant;
  setAside: SetAsideRow[];
  /** what was vetted in this run; undefined once another process did a part of it */
  vetted: ListRow[] | undefined;
  /** the line that each creator of this run stands on */
  lineOf: Map<string, number>;
  /** names that several accounts of the list have */
  shared: ReadonlySet<string>;
}

/**
 * @param creators all rows of the list
 * @returns the rows that could not be vetted; and all that were, unless an earlier run or another process vetted some of
 *   them
 * @throws AlreadyDone when the import was cancelled meanwhile, or finished by another process
 */
export async function vetRows(
  ctx: Ctx,
  run: Run,
  creators: readonly ImportedCreator[],
): Promise<{ setAside: SetAsideRow[]; vetted: ListRow[] | undefined }> {
  const stored = await vettedLines(ctx.store.db, run.started.id);
  const open = creators.filter((row) => isStorable(row) && !stored.has(row.line));
  const now = ctx.clock.now();
  const progress: Progress = {
    done: creators.length - open.length,
    before: creators.length - open.length,
    beganAt: now,
    shownAt: run.started.startedAt,
    setAside: creators
      .filter((row) => !isStorable(row))
      .map(({ line, name }) => ({ line, name, reason: "name-too-long" })),
    vetted: stored.size === 0 ? [] : undefined,
    lineOf: new Map(),
    shared: sharedNames(creators),
  };
  const work = async () => {
    while (open.length > 0) {
      try {
        await vetPart(ctx, run, progress, open.splice(0, ROWS_A_TRANSACTION));
      } catch (error) {
        open.length = 0;
        throw error;
      }
    }
  };
  await together(...Array.from({ length: PARTS_UNDER_WAY }, work));
  return progress;
}

function isStorable({ name, handle = "" }: ImportedCreator): boolean {
  return name.length <= LONGEST_NAME && handle.length <= LONGEST_NAME;
}

async function vetPart(
  ctx: Ctx,
  run: Run,
  progress: Progress,
  rows: readonly ImportedCreator[],
): Promise<void> {
  const { id } = run.started;
  // nothing is over yet: the due thing stays open until the result is there
  await transact({ ...ctx, dueKey: undefined }, async (unit) => {
    await vetSome(ctx, unit, run, progress, rows);
    // last, so that the parts under way wait for each other only to be counted
    await lockOpen(unit, id);
    progress.done += rows.length;
    const { done } = progress;
    const total = run.list.creators.length;
    unit.write(updateListImport(unit.tx, id, { state: "running", vendor: run.list.vendor, total, done }));
    await unit.audit("import.vet", id, { rows: rows.length, done });
    // after the last part comes the ranking
    if (done === total || unit.now.since(progress.shownAt).total("milliseconds") < SHOW_EVERY_MS) return;
    progress.shownAt = unit.now;
    const shown = { ...run.started, done, total };
    const secondsLeft = secondsLeftOf(progress, total, unit.now);
    await unit.refresh(
      importCardKey(id),
      "import-progress",
      progressOf(shown, run.startedBy, { secondsLeft }),
    );
  });
}

/** At the pace of this run so far. */
function secondsLeftOf(
  { done, before, beganAt }: Progress,
  total: number,
  now: Temporal.Instant,
): number | null {
  const seconds = now.since(beganAt).total("seconds");
  return done === before ? null : Math.ceil((seconds / (done - before)) * (total - done));
}

/** Another process may have vetted some of these rows in the meantime: each is vetted once. */
async function vetSome(
  ctx: Ctx,
  unit: Unit,
  run: Run,
  progress: Progress,
  rows: readonly ImportedCreator[],
): Promise<void> {
  // takes a lock on each name: who vets the same rows elsewhere waits here, and sees below what was done
  const { found, added } = await findOrCreateCreators(ctx, unit.tx, rows, progress);
  const doubts: NamesakeDoubt[] = [];
  const known = rows.flatMap((row, index) => {
    const creator = found[index];
    if (creator !== undefined && !("ambiguous" in creator))
      return [{ row, creator, isNew: added.has(creator) }];
    const among = creator?.ambiguous ?? [];
    const isAsked = isAskable(row, among);
    if (isAsked) doubts.push({ row, among });
    progress.setAside.push({ line: row.line, name: row.name, reason: isAsked ? "asked" : "ambiguous" });
    return [];
  });
  await askWhoIsMeant(ctx, unit, run.started.id, doubts);
  const earlier = await importRowsOf(unit.tx, run.started.id, {
    lines: rows.map(({ line }) => line),
    creatorIds: known.flatMap(({ creator, isNew }) => (isNew ? [] : [creator.id])),
  });
  const { lineOf } = progress;
  if (earlier.some(({ creatorId, line }) => lineOf.get(creatorId) !== line)) progress.vetted = undefined;
  const vetted = new Set(earlier.map(({ line }) => line));
  for (const { creatorId, line } of earlier) lineOf.set(creatorId, line);
  const fresh = known.filter(({ row: { line, name }, creator }) => {
    if (vetted.has(line)) return false;
    const of = lineOf.get(creator.id);
    if (of !== undefined) progress.setAside.push({ line, name, reason: "duplicate", of });
    else lineOf.set(creator.id, line);
    return of === undefined;
  });
  for (let at = 0; at < fresh.length; at += ROWS_A_TURN) {
    await keepSome(ctx, unit, run, progress, fresh.slice(at, at + ROWS_A_TURN));
  }
}

async function keepSome(
  ctx: Ctx,
  unit: Unit,
  { started, campaign, audience, peers, isReadAgain }: Run,
  progress: Progress,
  fresh: readonly Row[],
): Promise<void> {
  const judged = await withoutDoubtfulPrices(unit.tx, fresh);
  const seen = judged.map(({ row, creator, facts, isNew }) => {
    return { creator, facts, isNew, peerId: peerIdOf(row.line) };
  });
  const ids = seen.map(({ creator }) => creator.id);
  const vettings = await keepVettings(ctx, unit, campaign, seen, {
    audience,
    peers,
    ...(isReadAgain ? { earlier: await factsWithoutReading(unit.tx, started, ids) } : {}),
  });
  const kept = fresh.flatMap(({ row: { line }, creator }, index) => {
    const vetting = vettings[index];
    return vetting === undefined ? [] : [{ line, creator, vetting }];
  });
  progress.vetted?.push(...kept.map(listRow));
  const rows = kept.map(({ line, creator, vetting }) => ({
    importId: started.id,
    line,
    creatorId: creator.id,
    vettingId: vetting.id,
    score: vetting.score,
    rawScore: vetting.report.scorecard.rawScore,
  }));
  unit.write(insertImportRows(unit.tx, rows));
  await askAboutRows(unit, started.id, judged);
  await nextTurn();
}

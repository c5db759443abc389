/** Vets the rows of a list part by part, each in a transaction of its own. */
import { setImmediate as nextTurn } from "node:timers/promises";
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
import { linesLeft } from "../../store/list-parts.ts";
import { findOrCreateCreators } from "../creators/find-or-create-creator.ts";
import type { Ctx } from "../ctx.ts";
import { transact, type Unit } from "../unit.ts";
import { keepVettings } from "../vetting/keep-vettings.ts";
import type { Peers } from "../vetting/load-peers.ts";
import type { SetAsideRow } from "./import-cards.ts";
import { askAboutRows, type Row, withoutDoubtfulPrices } from "./import-doubts.ts";
import { askWhoIsMeant, isAskable, type NamesakeDoubt } from "./import-namesakes.ts";
import { peerIdOf } from "./list-peers.ts";
import { lockUnstopped } from "./open-import.ts";
import { factsWithoutReading } from "./unread-facts.ts";

const ROWS_A_TRANSACTION = 500;
/** What is judged without a pause: a few milliseconds, so that a click in between is not kept waiting. */
const ROWS_A_TURN = 50;
/** While PostgreSQL stores one part, the next is judged. */
const PARTS_UNDER_WAY = 2;

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
  /** names that several accounts of the list have */
  sharedNames: ReadonlySet<string>;
}

/** What the parts under way know of each other. */
interface Shared {
  setAside: SetAsideRow[];
  /** the line that each creator of this run stands on */
  lineOf: Map<string, number>;
  /** in which part of what is kept each line stands */
  partOf: ReadonlyMap<number, number> | undefined;
}

/**
 * @param rows in the order in which they are vetted; they are taken out, so that memory is free for others. Those that
 *   were vetted before are left as they are
 * @param partOf in which part of what is kept each line stands, where somebody may be forgotten meanwhile
 * @returns the rows that could not be vetted
 * @throws AlreadyDone when the import was cancelled meanwhile
 */
export async function vetRows(
  ctx: Ctx,
  run: Run,
  rows: ImportedCreator[],
  partOf?: ReadonlyMap<number, number>,
): Promise<SetAsideRow[]> {
  const stored = await vettedLines(ctx.store.db, run.started.id);
  const open = takeOpen(rows, stored);
  const shared: Shared = { setAside: [], lineOf: new Map(), partOf };
  const work = async () => {
    while (open.length > 0) {
      try {
        await vetPart(ctx, run, shared, open.splice(0, ROWS_A_TRANSACTION));
      } catch (error) {
        open.length = 0;
        throw error;
      }
    }
  };
  await together(...Array.from({ length: PARTS_UNDER_WAY }, work));
  return shared.setAside;
}

/** In a function of its own: an async one keeps whatever stood in between until it ends. */
function takeOpen(rows: ImportedCreator[], stored: ReadonlySet<number>): ImportedCreator[] {
  return rows.splice(0).filter(({ line }) => !stored.has(line));
}

async function vetPart(ctx: Ctx, run: Run, shared: Shared, rows: readonly ImportedCreator[]): Promise<void> {
  const { id } = run.started;
  // nothing is over yet: the due thing stays open until the result is there
  await transact({ ...ctx, dueKey: undefined }, async (unit) => {
    await vetSome(ctx, unit, run, shared, await withoutForgotten(unit, id, shared, rows));
    // last, so that the parts under way wait for each other only to be counted
    const { state, done } = await lockUnstopped(unit, id);
    if (state !== "done") unit.write(updateListImport(unit.tx, id, { done: done + rows.length }));
    await unit.audit("import.vet", id, { rows: rows.length });
  });
}

/** Who was forgotten since the list was scored stands in memory still, and would come back as somebody new. */
async function withoutForgotten(
  { tx }: Unit,
  importId: string,
  { partOf }: Shared,
  rows: readonly ImportedCreator[],
): Promise<readonly ImportedCreator[]> {
  if (partOf === undefined) return rows;
  const parts = new Set(rows.map(({ line }) => partOf.get(line) ?? 0));
  const left = await linesLeft(tx, importId, [...parts]);
  return rows.filter(({ line }) => left.has(line));
}

/** Another process may have vetted some of these rows in the meantime: each is vetted once. */
async function vetSome(
  ctx: Ctx,
  unit: Unit,
  run: Run,
  shared: Shared,
  rows: readonly ImportedCreator[],
): Promise<void> {
  // takes a lock on each name: who vets the same rows elsewhere waits here, and sees below what was done
  const { found, added } = await findOrCreateCreators(ctx, unit.tx, rows, { shared: run.sharedNames });
  const doubts: NamesakeDoubt[] = [];
  const known = rows.flatMap((row, index) => {
    const creator = found[index];
    if (creator !== undefined && !("ambiguous" in creator))
      return [{ row, creator, isNew: added.has(creator) }];
    const among = creator?.ambiguous ?? [];
    const isAsked = isAskable(row, among);
    if (isAsked) doubts.push({ row, among });
    shared.setAside.push({ line: row.line, name: row.name, reason: isAsked ? "asked" : "ambiguous" });
    return [];
  });
  await askWhoIsMeant(ctx, unit, run.started.id, doubts);
  const earlier = await importRowsOf(unit.tx, run.started.id, {
    lines: rows.map(({ line }) => line),
    creatorIds: known.flatMap(({ creator, isNew }) => (isNew ? [] : [creator.id])),
  });
  const { lineOf } = shared;
  const vetted = new Set(earlier.map(({ line }) => line));
  for (const { creatorId, line } of earlier) lineOf.set(creatorId, line);
  const fresh = known.filter(({ row: { line, name }, creator }) => {
    if (vetted.has(line)) return false;
    const of = lineOf.get(creator.id);
    if (of !== undefined) shared.setAside.push({ line, name, reason: "duplicate", of });
    else lineOf.set(creator.id, line);
    return of === undefined;
  });
  for (let at = 0; at < fresh.length; at += ROWS_A_TURN) {
    await keepSome(ctx, unit, run, fresh.slice(at, at + ROWS_A_TURN));
  }
}

async function keepSome(
  ctx: Ctx,
  unit: Unit,
  { started, campaign, audience, peers, isReadAgain }: Run,
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

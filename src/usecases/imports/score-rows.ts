/**
 * Scores the rows of a list before any of them is vetted: the ranking rests on the scores alone, and snapshots with
 * prices and flags take ten times as long. Nothing is stored but what was read and scored.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Temporal } from "temporal-polyfill";
import type { CreatorFacts } from "../../domain/creator-facts.ts";
import { type ScoreSettings, sumUp } from "../../domain/scorecard.ts";
import { partyOf } from "../../domain/visibility.ts";
import type { ImportedCreator } from "../../imports/read-creators.ts";
import type { Creator } from "../../store/creators.ts";
import { together } from "../../store/database.ts";
import { updateListImport } from "../../store/imports.ts";
import { indexCreators } from "../creators/known-creators.ts";
import { type Ambiguous, resolveCreators } from "../creators/resolve-creators.ts";
import type { Ctx } from "../ctx.ts";
import { transact, type Unit } from "../unit.ts";
import { factsOfNew, factsToJudge, type KnownBefore, knownBefore } from "../vetting/facts-to-judge.ts";
import { usualFor } from "../vetting/load-peers.ts";
import { scoreSettingsOf } from "../vetting/score-settings.ts";
import { importCardKey, progressOf } from "./import-cards.ts";
import { isAskable } from "./import-namesakes.ts";
import { peerIdOf } from "./list-peers.ts";
import { isStorable, type ListedCreators } from "./look-up-list.ts";
import { lockOpen } from "./open-import.ts";
import { MISSING_SHOWN, type RowScore } from "./rank-import.ts";
import { keepRows } from "./scored-list.ts";
import type { ScoredRow } from "./scored-rows.ts";
import { factsWithoutReading } from "./unread-facts.ts";
import type { Run } from "./vet-rows.ts";

const ROWS_A_PART = 1_000;
/** What is scored without a pause: a few milliseconds, so that a click in between is not kept waiting. */
const ROWS_A_TURN = 100;
/** Slack takes 50 changes of messages a minute. */
const SHOW_EVERY_MS = 2_000;

/**
 * @param listed whom they may mean
 * @returns all rows in the order of the file, by the parts that they are kept in
 * @throws AlreadyDone when the import was cancelled meanwhile
 */
export async function scoreRows(
  ctx: Ctx,
  unit: Pick<Unit, "tx">,
  run: Run,
  creators: readonly ImportedCreator[],
  listed: ListedCreators,
): Promise<ScoredRow[][]> {
  const { id } = run.started;
  const now = ctx.clock.now();
  const show = shower(ctx, run, now, creators.length);
  const parts = partsOf(creators);
  const whoIs = resolver(ctx, listed);
  const score = scorer(ctx, run, now);
  const all: ScoredRow[][] = [];
  let done = 0;
  let next = partOf(ctx, run, whoIs(parts[0] ?? []), now);
  let kept = Promise.resolve();
  for (const [index] of parts.entries()) {
    const { meant, before } = await next;
    // PostgreSQL looks for what is known of the next ones, and stores the last ones meanwhile
    next = partOf(ctx, run, whoIs(parts[index + 1] ?? []), now);
    const scored: ScoredRow[] = [];
    for (const { row, creator } of meant) {
      scored.push({ row, result: score(row, creator, before) });
      if (scored.length % ROWS_A_TURN === 0) await nextTurn();
    }
    all.push(scored);
    done += scored.length;
    await kept;
    kept = keepRows(unit.tx, id, index + 1, scored);
    // its failure is seen when the next one is to be kept, which must not end the process before
    kept.catch(() => undefined);
    await show(done);
  }
  await together(kept, next);
  return all;
}

function partsOf(creators: readonly ImportedCreator[]): (readonly ImportedCreator[])[] {
  const parts: (readonly ImportedCreator[])[] = [];
  for (let at = 0; at < creators.length; at += ROWS_A_PART) parts.push(creators.slice(at, at + ROWS_A_PART));
  return parts;
}

interface RowMeant {
  row: ImportedCreator;
  creator: Creator | Ambiguous | "new" | "name-too-long";
}

interface Part {
  meant: RowMeant[];
  /** of those who were known before */
  ids: string[];
}

/** Who the rows of a part are about; a new creator of an earlier part is known in a later one. */
function resolver(ctx: Ctx, { stored, unsure, sharedNames }: ListedCreators) {
  const known = indexCreators(stored.creators);
  const before = new Set([...stored.creators, ...stored.kept.values()].map(({ id }) => id));
  return (part: readonly ImportedCreator[]): Part => {
    const some = part.filter((row) => unsure.has(row));
    const { found } = resolveCreators(ctx, known, stored, some, { shared: sharedNames });
    const ids = found.flatMap((one) => ("id" in one && before.has(one.id) ? [one.id] : []));
    const who = new Map(some.map((row, index) => [row, found[index]]));
    const meant = part.map((row): RowMeant => {
      return { row, creator: who.get(row) ?? (isStorable(row) ? "new" : "name-too-long") };
    });
    return { meant, ids };
  };
}

/** A part with what is known of its creators. */
function partOf(ctx: Ctx, run: Run, { meant, ids }: Part, now: Temporal.Instant) {
  const known = knownOf(ctx, run, ids, now).then((before) => ({ meant, before }));
  // it may fail while the part before is scored, which must not end the process
  known.catch(() => undefined);
  return known;
}

async function knownOf(
  { store: { db } }: Ctx,
  { started, campaign, isReadAgain }: Run,
  creatorIds: readonly string[],
  now: Temporal.Instant,
): Promise<KnownBefore> {
  const earlier = isReadAgain ? await factsWithoutReading(db, started, creatorIds) : undefined;
  return knownBefore(db, { creatorIds, campaign, now, earlier });
}

function scorer(ctx: Ctx, { campaign, audience, peers }: Run, now: Temporal.Instant) {
  // one for all rows: a copy for each would take longer than to score it
  const settings: ScoreSettings = { ...scoreSettingsOf(campaign, now), peers: undefined };
  const by = { agency: ctx.actor === undefined ? null : partyOf(ctx.actor), readers: audience };
  /** the line that each creator stands on */
  const lineOf = new Map<string, number>();
  return (row: ImportedCreator, creator: RowMeant["creator"], before: KnownBefore): ScoredRow["result"] => {
    if (creator === "name-too-long") return { reason: creator };
    if (creator === "new") return scoreFacts(row, factsOfNew(row.facts, by.agency));
    if ("ambiguous" in creator) return { reason: isAskable(row, creator.ambiguous) ? "asked" : "ambiguous" };
    const of = lineOf.get(creator.id);
    if (of !== undefined) return { reason: "duplicate", of };
    lineOf.set(creator.id, row.line);
    return scoreFacts(row, factsToJudge(creator.id, row.facts, before, by));
  };
  function scoreFacts(row: ImportedCreator, facts: CreatorFacts): RowScore {
    settings.peers = usualFor(peers, peerIdOf(row.line), facts);
    return scoreOf(sumUp(facts, settings));
  }
}

const NONE: RowScore["missing"] = [];

function scoreOf({ score, rawScore, missing }: RowScore): RowScore {
  return { score, rawScore, missing: score === null ? missing.slice(0, MISSING_SHOWN) : NONE };
}

/** Shows how far it came, and ends the work where somebody stopped it. */
function shower(
  ctx: Ctx,
  { started, startedBy, list: { vendor } }: Run,
  began: Temporal.Instant,
  total: number,
) {
  let shownAt = started.startedAt;
  return async (done: number): Promise<void> => {
    const now = ctx.clock.now();
    // after the last part comes the ranking
    if (done === total || now.since(shownAt).total("milliseconds") < SHOW_EVERY_MS) return;
    shownAt = now;
    const seconds = now.since(began).total("seconds");
    const secondsLeft = Math.ceil((seconds / done) * (total - done));
    await transact({ ...ctx, dueKey: undefined }, async (unit) => {
      await lockOpen(unit, started.id);
      unit.write(updateListImport(unit.tx, started.id, { state: "running", vendor, total }));
      await unit.audit("import.progress", started.id, { done });
      const shown = progressOf({ ...started, done, total }, startedBy, { secondsLeft });
      await unit.refresh(importCardKey(started.id), "import-progress", shown);
    });
  };
}

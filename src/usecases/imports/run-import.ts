/** Reads a shared list and scores it, or takes up what an earlier run has scored, and lets it be ranked and vetted. */
import type { PersonRef } from "../../chat/card.ts";
import type { Destination } from "../../chat/ports.ts";
import { partyOf } from "../../domain/visibility.ts";
import type { ImportedCreator } from "../../imports/read-creators.ts";
import { campaignById } from "../../store/campaigns.ts";
import { together } from "../../store/database.ts";
import { dueByKey } from "../../store/dues.ts";
import { wasReadBefore } from "../../store/earlier-readings.ts";
import { type ListImport, listImportById, updateListImport } from "../../store/imports.ts";
import { memberById, personRef } from "../../store/people.ts";
import { audienceAt, hidesOwnPrices } from "../audience.ts";
import { wordsOfList } from "../creators/list-words.ts";
import type { Ctx } from "../ctx.ts";
import { AlreadyDone, transact } from "../unit.ts";
import { askWhoseComments } from "../vetting/ask-whose-comments.ts";
import { askForColumns } from "./ask-columns.ts";
import { askable } from "./column-forms.ts";
import { finishImport, type ListRun } from "./finish-import.ts";
import { type Failure, importCardKey, importDueKey, progressOf } from "./import-cards.ts";
import { loadPeersOfList } from "./list-peers.ts";
import { isStorable, type ListedCreators, lookUpList } from "./look-up-list.ts";
import { isOver, lockOpen, lockUnstopped } from "./open-import.ts";
import { readList } from "./read-list.ts";
import { scoreRows } from "./score-rows.ts";
import { keepHead, keptList, type ListHead, namesOf } from "./scored-list.ts";
import type { ScoredRow } from "./scored-rows.ts";

/**
 * Scores all rows, vets the best ones, shows the ranking, and then vets the others: who shared a list of 50,000 sees at
 * once who is worth a look.
 * @throws AlreadyDone when the import was cancelled or has ended before
 */
export async function runImport({ ctx, input }: { ctx: Ctx; input: { import: string } }): Promise<void> {
  const { db } = ctx.store;
  const started = await listImportById(db, input.import);
  // one that is ranked may still owe its file: then the due thing behind it is open
  if (started === undefined || (isOver(started) && started.state !== "done"))
    throw new AlreadyDone(input.import);
  const asStarter: Ctx = { ...ctx, actor: await memberById(db, started.startedBy) };
  const list = await readAndScore(asStarter, started, await personRef(db, started.startedBy));
  if (list !== undefined) await finishImport(asStarter, list.run, list.scored);
}

/** @returns undefined where a person was asked or told instead */
async function readAndScore(
  ctx: Ctx,
  started: ListImport,
  startedBy: PersonRef,
): Promise<{ run: ListRun; scored: ScoredRow[][] } | undefined> {
  const { db } = ctx.store;
  const audience = await audienceAt(ctx, db, started.platform, started.replyTo as Destination);
  const hides = hidesOwnPrices(ctx, audience);
  const kept = await keptList(db, started.id);
  const head = kept ?? (await readOrAsk(ctx, started, startedBy, hides));
  if (head === undefined) return undefined;
  const rows = kept?.parts.flatMap((part) => part.map(({ row }) => row)) ?? head.list.creators;
  const agency = ctx.actor === undefined ? null : partyOf(ctx.actor);
  const storable = rows.filter(isStorable);
  const looked = lookUpList(db, storable, await wordsOfList(storable));
  const [listed, peers] = await together(
    looked,
    loadPeersOfList(db, rows, looked, agency, started.startedAt),
  );
  const run: ListRun = {
    started,
    startedBy,
    campaign: started.campaignId === null ? undefined : await campaignById(db, started.campaignId),
    list: { ...head.list, creators: namesOf(rows) },
    columns: head.columns,
    guessed: head.guessed,
    audience,
    hidden: { cells: hides, prices: hides && rows.some(isQuoted) },
    peers,
    isReadAgain: await wasReadBefore(db, started),
    sharedNames: listed.sharedNames,
  };
  return { run, scored: kept?.parts ?? (await scoreAndKeep(ctx, run, head, rows, listed)) };
}

/** All scores or none: a run that breaks off leaves nothing behind, and the next begins anew. */
async function scoreAndKeep(
  ctx: Ctx,
  run: ListRun,
  head: ListHead,
  creators: readonly ImportedCreator[],
  listed: ListedCreators,
): Promise<ScoredRow[][]> {
  const { id } = run.started;
  return transact({ ...ctx, dueKey: undefined }, async (unit) => {
    const parts = await scoreRows(ctx, unit, run, creators, listed);
    await lockUnstopped(unit, id);
    // another process may have brought it to its end meanwhile: nobody would take these parts away any more
    const due = await dueByKey(unit.tx, importDueKey(id));
    if (due === undefined || due.doneAt !== null) throw new AlreadyDone(id);
    unit.write(keepHead(unit.tx, id, head, parts.length));
    await unit.audit("import.score", id, { rows: creators.length });
    return parts;
  });
}

/** @returns undefined where a person was asked or told instead */
async function readOrAsk(
  ctx: Ctx,
  started: ListImport,
  startedBy: PersonRef,
  hides: boolean,
): Promise<ListHead | undefined> {
  const read = await readList(ctx, started);
  if ("code" in read) {
    await failImport(ctx, started, startedBy, read);
    return undefined;
  }
  if ("comments" in read) {
    await askWhoseComments(ctx, started);
    return undefined;
  }
  const shownOf = <T extends { example: string }>(asked: T[]) => (hides ? withoutNumbers(asked) : asked);
  if ("unknown" in read) {
    const shown = { ...read.unknown, asked: shownOf(read.unknown.asked) };
    await askForColumns(ctx, started, startedBy, shown);
    return undefined;
  }
  const { list, shape, asked, guessed } = read;
  return { list, guessed, columns: { shape, asked: asked && shownOf(askable(asked)) } };
}

function isQuoted({ facts }: ImportedCreator): boolean {
  return facts.quoteImage !== undefined || facts.quoteVideo !== undefined;
}

/** Nobody knows yet which column is a price. */
function withoutNumbers<T extends { example: string }>(columns: readonly T[]): T[] {
  return columns.map((column) => (/\d/u.test(column.example) ? { ...column, example: "" } : column));
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
    await unit.refresh(importCardKey(id), "import-progress", progressOf(now, startedBy, { failure }));
  });
}

/** Reads a shared list and vets every row; a run that broke off is continued by the next where it stopped. */
import type { PersonRef } from "../../chat/card.ts";
import type { Destination } from "../../chat/ports.ts";
import { partyOf } from "../../domain/visibility.ts";
import type { CreatorImport, ImportedCreator } from "../../imports/read-creators.ts";
import { campaignById } from "../../store/campaigns.ts";
import { wasReadBefore } from "../../store/earlier-readings.ts";
import { type ListImport, listImportById, updateListImport } from "../../store/imports.ts";
import { memberById, personRef } from "../../store/people.ts";
import { audienceAt, hidesOwnPrices } from "../audience.ts";
import type { Ctx } from "../ctx.ts";
import { AlreadyDone, transact } from "../unit.ts";
import { askWhoseComments } from "../vetting/ask-whose-comments.ts";
import { askForColumns } from "./ask-columns.ts";
import { askable } from "./column-forms.ts";
import { finishImport } from "./finish-import.ts";
import { type Failure, importCardKey, progressOf } from "./import-cards.ts";
import { loadPeersOfList } from "./list-peers.ts";
import { isOver, lockOpen } from "./open-import.ts";
import { readList } from "./read-list.ts";
import { vetRows } from "./vet-rows.ts";

/** @throws AlreadyDone when the import was cancelled or has ended before */
export async function runImport({ ctx, input }: { ctx: Ctx; input: { import: string } }): Promise<void> {
  const { db } = ctx.store;
  const started = await listImportById(db, input.import);
  // one that is ranked may still owe its file: then the due thing behind it is open
  if (started === undefined || (isOver(started) && started.state !== "done"))
    throw new AlreadyDone(input.import);
  const asStarter: Ctx = { ...ctx, actor: await memberById(db, started.startedBy) };
  const startedBy = await personRef(db, started.startedBy);
  const read = await readList(ctx, started);
  if ("code" in read) return failImport(asStarter, started, startedBy, read);
  if ("comments" in read) return askWhoseComments(asStarter, started);
  const audience = await audienceAt(asStarter, db, started.platform, started.replyTo as Destination);
  const hides = hidesOwnPrices(asStarter, audience);
  if ("unknown" in read) {
    const { asked } = read.unknown;
    const shown = { ...read.unknown, asked: hides ? withoutNumbers(asked) : asked };
    return askForColumns(asStarter, started, startedBy, shown);
  }
  const { list, shape, guessed } = read;
  const shown = read.asked === null ? null : askable(read.asked);
  const asked = hides && shown !== null ? withoutNumbers(shown) : shown;
  const campaign = started.campaignId === null ? undefined : await campaignById(db, started.campaignId);
  const agency = asStarter.actor === undefined ? null : partyOf(asStarter.actor);
  const peers = await loadPeersOfList(db, list.creators, agency, started.startedAt);
  const isReadAgain = await wasReadBefore(db, started);
  const run = { started, startedBy, campaign, list, audience, peers, isReadAgain };
  const hidden = { cells: hides, prices: hides && list.creators.some(isQuoted) };
  const { setAside, vetted } = await vetRows(asStarter, run, takeRows(list));
  await finishImport(
    asStarter,
    { ...run, hidden, columns: { shape, asked }, guessed, setAside: [...list.report.setAside, ...setAside] },
    vetted,
  );
}

function isQuoted({ facts }: ImportedCreator): boolean {
  return facts.quoteImage !== undefined || facts.quoteVideo !== undefined;
}

/** Nobody knows yet which column is a price. */
function withoutNumbers<T extends { example: string }>(columns: readonly T[]): T[] {
  return columns.map((column) => (/\d/u.test(column.example) ? { ...column, example: "" } : column));
}

/** Leaves the names alone in the list: 50,000 rows need not stay in memory with their cells until the last is vetted. */
function takeRows(list: CreatorImport): ImportedCreator[] {
  const rows = list.creators;
  list.creators = rows.map(({ line, name }) => ({ line, name, facts: {} }));
  return rows;
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

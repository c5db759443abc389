/** The file of a ranking once more, with the figures that the card has by now. */
import type { Destination } from "../../chat/ports.ts";
import type { Source } from "../../domain/creator-facts.ts";
import { AppError } from "../../domain/errors.ts";
import { campaignById } from "../../store/campaigns.ts";
import { type ListImport, listImportById } from "../../store/imports.ts";
import { factNamesIn, lockRanking } from "../../store/list-ranking.ts";
import { memberById, personRef } from "../../store/people.ts";
import { audienceOfActor, hidesOwnPrices } from "../audience.ts";
import type { Ctx } from "../ctx.ts";
import { readingAt } from "../delivery/prepare-message.ts";
import { AlreadyDone, type Recipient, transact, type Unit } from "../unit.ts";
import { importCardKey } from "./import-cards.ts";
import { retryImport } from "./import-given-up.ts";
import { type RankedList, rankingWorkbook } from "./import-workbook.ts";
import { rankImport } from "./rank-import.ts";
import { type RankingShown, rankingAudience, rankingShown } from "./redo-ranking.ts";
import { sendWorkbook, type Workbook, workbookOf } from "./send-workbook.ts";

/**
 * A long list takes seconds to write: a job does it, and the card says meanwhile that the file comes.
 * What was given up is tried again instead.
 * @throws AppError "old-card" where the file is as new as the ranking, or somebody asked for it before
 */
export async function askForFile({ ctx, input }: { ctx: Ctx; input: { import: string } }): Promise<void> {
  const { import: id } = input;
  const before = await rankingShown(ctx.store.db, id);
  if (before === undefined || before.fileFailedAt !== null) return retryImport(ctx, id);
  await transact(ctx, async (unit) => {
    await lockRanking(unit.tx, id);
    const shown = await rankingShown(unit.tx, id);
    if (shown === undefined || shown.open > 0 || shown.changedAt === null || shown.fileAskedAt !== null)
      throw new AppError("old-card");
    await unit.plan({
      // each is a thing of its own: what is sent is known by the key
      key: `ranking-file:${id}:${ctx.newId("due")}`,
      job: "send-ranking",
      payload: { import: id },
      at: unit.now,
    });
    await unit.audit("import.resend", id, { changedAt: shown.changedAt });
    await showFile(unit, id, { ...shown, fileAskedAt: unit.now.toString() });
  });
}

/**
 * To the chat of the list, by the same rules as the first file: where other agencies may read along it has no prices of
 * an agency's list, and whoever shared the list gets a copy with them. What was not used of the file has not changed.
 *
 * @throws AlreadyDone when it was sent, or no ranking stands there any more
 */
export async function sendRankingAgain({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { import: string };
}): Promise<void> {
  const { db } = ctx.store;
  const started = await listImportById(db, input.import);
  const before = await rankingShown(db, input.import);
  if (started === undefined || before === undefined) return giveUp(ctx, input.import);
  const files = await filesOf(ctx, started, before.counts);
  const { platform, replyTo, startedBy } = started;
  const here: Recipient = { platform, to: replyTo as Destination };
  await transact(ctx, async (unit) => {
    await lockRanking(unit.tx, started.id);
    const now = await rankingShown(unit.tx, started.id);
    if (now === undefined) throw new AlreadyDone(started.id);
    await unit.audit("import.finish", started.id, { bytes: files.open.content.length, again: true });
    await sendWorkbook(ctx, unit, here, files.open);
    if (files.priced !== undefined) await sendWorkbook(ctx, unit, { member: startedBy }, files.priced);
    // what changed while the file was written is not in it
    const changedAt = now.changedAt === before.changedAt ? null : now.changedAt;
    await showFile(unit, started.id, { ...now, changedAt, fileAskedAt: null, fileFailedAt: null });
  });
}

/** @param counts of the card */
async function filesOf(
  ctx: Ctx,
  started: ListImport,
  counts: RankingShown["counts"],
): Promise<{ open: Workbook; priced?: Workbook }> {
  const { db } = ctx.store;
  const starter = await memberById(db, started.startedBy);
  const asStarter: Ctx = { ...ctx, actor: starter };
  const list: RankedList = {
    started,
    startedBy: await personRef(db, started.startedBy),
    campaign: started.campaignId === null ? undefined : await campaignById(db, started.campaignId),
    vendor: started.vendor as Source,
    ranked: await rankImport(db, started.id),
    finishedAt: ctx.clock.now().toString(),
    audience: await rankingAudience(asStarter, db, started),
  };
  const { platform } = started;
  const destination = started.replyTo as Destination;
  const readerId = destination.chat === undefined ? started.startedBy : null;
  const notUsed = counts.rowsSetAside + counts.cellsUnused > 0;
  const open = await fileOf(ctx, list, { platform, destination, readerId }, notUsed);
  const facts = await factNamesIn(db, started.id);
  const isPriced = facts.has("quoteImage") || facts.has("quoteVideo");
  if (starter === undefined || !isPriced || !hidesOwnPrices(asStarter, list.audience)) return { open };
  const own = { ...list, audience: audienceOfActor(asStarter) };
  const place = { platform, destination: {}, readerId: starter.id };
  return { open, priced: await fileOf(ctx, own, place, notUsed) };
}

async function fileOf(
  ctx: Ctx,
  list: RankedList,
  place: Parameters<typeof readingAt>[1],
  notUsed: boolean,
): Promise<Workbook> {
  const reading = await readingAt(ctx, place);
  const { fileName } = list.started;
  const text = reading.m.import.file.textAgain(fileName, reading.count(list.ranked.length), notUsed);
  return workbookOf(ctx, fileName, await rankingWorkbook(ctx.store.db, list, reading), { text, reading });
}

/** The chat was left, or the card is nobody's any more: nothing is sent, and the due thing ends. */
async function giveUp(ctx: Ctx, id: string): Promise<void> {
  await transact(ctx, (unit) => unit.audit("import.finish", id, { left: true }));
}

async function showFile(unit: Unit, id: string, data: RankingShown): Promise<void> {
  await unit.refresh(importCardKey(id), "import-result", data);
}

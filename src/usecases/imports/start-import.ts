/** A creator list was shared: remembers it, plans the reading of it, and says at once that it is at work. */
import type { Destination, FileRef } from "../../chat/ports.ts";
import { AppError } from "../../domain/errors.ts";
import { insertListImport, type ListImport } from "../../store/imports.ts";
import { personRef } from "../../store/people.ts";
import { campaignIfClear } from "../campaigns/find-campaign.ts";
import type { Ctx } from "../ctx.ts";
import { transact, type Unit } from "../unit.ts";
import { importCardKey, importDueKey, progressOf } from "./import-cards.ts";

/** @throws AppError "bad-input" {problem: "no-file"} when the command was typed without a file */
export async function startImport({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { file?: FileRef | undefined };
}): Promise<void> {
  const { file } = input;
  if (file === undefined) throw new AppError("bad-input", { problem: "no-file" });
  await transact(ctx, async (unit) => {
    const campaign = await campaignIfClear(ctx, unit.tx, undefined);
    await beginImport(ctx, unit, { file, campaignId: campaign?.id ?? null });
  });
}

/** @param replyTo on the file's own platform; the place of the call when left out */
export async function beginImport(
  ctx: Ctx,
  unit: Unit,
  {
    file,
    campaignId,
    replyTo = sourceOf(ctx),
  }: { file: FileRef; campaignId: string | null; replyTo?: Destination },
): Promise<void> {
  const { actor } = ctx;
  if (actor === undefined) throw new AppError("unknown-person");
  const started: ListImport = {
    id: ctx.newId("imp"),
    campaignId,
    fileName: file.name,
    file,
    replyTo,
    platform: file.platform,
    state: "waiting",
    vendor: null,
    shape: null,
    asked: null,
    total: null,
    done: 0,
    startedBy: actor.id,
    startedAt: unit.now,
    finishedAt: null,
  };
  await insertListImport(unit.tx, started);
  await unit.plan({
    key: importDueKey(started.id),
    job: "import-list",
    payload: { import: started.id },
    at: unit.now,
  });
  await unit.audit("import.start", started.id, { file: file.name, campaign: started.campaignId });
  await unit.send({
    to: { platform: file.platform, to: replyTo },
    template: "import-progress",
    data: progressOf(started, await personRef(unit.tx, actor.id)),
    cardKey: importCardKey(started.id),
  });
}

/** Where the file was shared: the result goes there, in the same thread. */
export function sourceOf({ where, account }: Ctx): Destination {
  if (where === undefined || account === undefined) throw new AppError("internal");
  return where.chatKind === "direct"
    ? { user: account.userId, thread: where.thread }
    : { chat: where.chat, thread: where.thread };
}

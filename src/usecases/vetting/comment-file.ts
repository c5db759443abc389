/** A file of comments about one creator: taken in at once, read by a job, judged like pasted ones. */
import { FileRefData } from "../../chat/features/import.ts";
import { ChatError, type Destination, type FileRef } from "../../chat/ports.ts";
import type { TemplateInput } from "../../chat/template-data.ts";
import { AppError } from "../../domain/errors.ts";
import { type CommentFile, readComments } from "../../imports/read-comments.ts";
import { FILE_LIMIT_MB } from "../../imports/table.ts";
import { campaignById } from "../../store/campaigns.ts";
import { creatorById } from "../../store/creators.ts";
import { memberById } from "../../store/people.ts";
import { audienceAt } from "../audience.ts";
import { campaignIfClear } from "../campaigns/find-campaign.ts";
import type { NamedCreator } from "../creators/find-or-create-creator.ts";
import type { Ctx } from "../ctx.ts";
import type { Failure } from "../imports/import-cards.ts";
import { failureOf, refusalOf } from "../imports/read-list.ts";
import { sourceOf } from "../imports/start-import.ts";
import { transact } from "../unit.ts";
import { keepComments } from "./check-comments.ts";
import { creatorMeant } from "./creator-meant.ts";
import { takeComments } from "./take-comments.ts";

const BYTES_PER_MB = 1024 * 1024;

export interface CommentFileInput {
  creator: NamedCreator;
  file: FileRef;
  campaign?: string | undefined;
}

/** What the job gets: ids, and where the answer goes. */
export interface CommentFileJob {
  id: string;
  creator: string;
  campaign: string | null;
  member: string;
  file: FileRef;
  replyTo: Destination;
}

/** Says at once that the file is being read, on the platform where it stands. */
export async function startCommentFile({ ctx, input }: { ctx: Ctx; input: CommentFileInput }): Promise<void> {
  const { actor } = ctx;
  if (actor === undefined) throw new AppError("unknown-person");
  await transact(ctx, async (unit) => {
    const { tx } = unit;
    const campaign = await campaignIfClear(ctx, tx, input.campaign);
    const creator = await creatorMeant(ctx, tx, input.creator);
    const id = ctx.newId("cmt");
    const replyTo = sourceOf(ctx);
    const { file } = input;
    const job: CommentFileJob = {
      id,
      creator: creator.id,
      campaign: campaign?.id ?? null,
      member: actor.id,
      file,
      replyTo,
    };
    await unit.plan({ key: `read-comments:${id}`, job: "read-comments", payload: { ...job }, at: unit.now });
    await unit.audit("creator.comment-file", creator.id, { file: file.name });
    await unit.send({
      to: { platform: file.platform, to: replyTo },
      template: "comment-file",
      data: { ...EMPTY, fileName: file.name, creator: { id: creator.id, name: creator.name } },
      cardKey: cardKeyOf(id),
    });
  });
}

const EMPTY = { state: "reading", creator: null, file: null, failure: null } as const;

function cardKeyOf(id: string): string {
  return `comments:${id}`;
}

/** @throws AlreadyDone when it was read before; ChatError when the platform may answer later */
export async function readCommentFile({ ctx, input }: { ctx: Ctx; input: CommentFileJob }): Promise<void> {
  const { db } = ctx.store;
  const { file } = input;
  const asSender: Ctx = { ...ctx, actor: await memberById(db, input.member) };
  const audience = await audienceAt(asSender, db, file.platform, input.replyTo);
  const read = await commentsOf(ctx, file);
  await transact(asSender, async (unit) => {
    const creator = await creatorById(unit.tx, input.creator);
    if (creator === undefined) throw new AppError("unknown-creator", { text: input.creator });
    const about = { fileName: file.name, creator: { id: creator.id, name: creator.name } };
    // nothing more is noted about somebody who was forgotten in the meantime
    if ("code" in read || creator.forgottenAt !== null) {
      const failure = "code" in read ? read : { code: "unknown-creator", details: { text: creator.name } };
      await unit.audit("creator.comment-file-failed", creator.id, { ...failure });
      const data: TemplateInput<"comment-file"> = { ...EMPTY, ...about, state: "failed", failure };
      return unit.refresh(cardKeyOf(input.id), "comment-file", data);
    }
    const campaign = input.campaign === null ? undefined : await campaignById(unit.tx, input.campaign);
    const { comments, unused } = takeComments(read, creator);
    const data = await keepComments(asSender, unit, { creator, campaign, comments, audience });
    await unit.refresh(cardKeyOf(input.id), "comment-check", { ...data, fileName: file.name, unused });
  });
}

async function commentsOf(ctx: Ctx, file: FileRef): Promise<CommentFile | Failure> {
  const chat = ctx.chats[file.platform];
  if (chat === undefined) throw new Error(`The bot is not connected to ${file.platform}.`);
  try {
    const bytes = await chat.readFile(FileRefData.parse(file), FILE_LIMIT_MB * BYTES_PER_MB);
    return await readComments(bytes, file.name);
  } catch (error) {
    if (error instanceof AppError) return failureOf(error);
    if (error instanceof ChatError && !error.retryable) return refusalOf(error, file.size);
    throw error;
  }
}

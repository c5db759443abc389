/** Fetches a shared list and reads it, or says in a code why that cannot be done. */
import { FileRefData } from "../../chat/features/import.ts";
import { ChatError } from "../../chat/ports.ts";
import { AppError } from "../../domain/errors.ts";
import { mayBeComments } from "../../imports/read-comments.ts";
import { isComments, type ReadImport, readImport } from "../../imports/read-import.ts";
import { readTable } from "../../imports/read-table.ts";
import { FILE_LIMIT_MB, type Table } from "../../imports/table.ts";
import { campaignById } from "../../store/campaigns.ts";
import { columnMapping, type ListImport } from "../../store/imports.ts";
import type { Ctx } from "../ctx.ts";
import type { Failure } from "./import-cards.ts";

const BYTES_PER_MB = 1024 * 1024;

/**
 * @returns the list; the columns that a person has to explain first; that it holds comments; or why it is of no use
 * @throws ChatError when the platform may answer later; whatever nobody expected
 */
export async function readList(
  ctx: Ctx,
  started: ListImport,
): Promise<ReadImport | { comments: true } | Failure> {
  const file = FileRefData.parse(started.file);
  const chat = ctx.chats[started.platform];
  if (chat === undefined) throw new Error(`The bot is not connected to ${started.platform}.`);
  const { db } = ctx.store;
  try {
    const bytes = await chat.readFile(file, FILE_LIMIT_MB * BYTES_PER_MB);
    const table = await tableOf(bytes, file.name);
    if (table === undefined || isComments(table)) return { comments: true };
    const campaign = started.campaignId === null ? undefined : await campaignById(db, started.campaignId);
    return await readImport(table, {
      mappingOf: async (shape) => (await columnMapping(db, shape))?.columns,
      category: campaign?.category,
    });
  } catch (error) {
    if (error instanceof AppError) return failureOf(error);
    if (error instanceof ChatError && !error.retryable) return refusalOf(error, file.size);
    throw error;
  }
}

/** Undefined for what has no columns because it is one comment a line. */
async function tableOf(bytes: Uint8Array, name: string): Promise<Table | undefined> {
  try {
    return await readTable(bytes, name);
  } catch (error) {
    const hasNoColumns = error instanceof AppError && error.details["reason"] === "no-columns";
    if (hasNoColumns && (await mayBeComments(bytes, name))) return undefined;
    throw error;
  }
}

export function failureOf({ code, details }: AppError): Failure {
  const isOrders = code === "no-creator-column" && details["reason"] === "orders";
  return isOrders ? { code: "orders", details: {} } : { code, details: known(details) };
}

export function refusalOf({ code }: ChatError, bytes: number | undefined): Failure {
  if (code === "file-not-found" || code === "message-not-found") return { code: "file-gone", details: {} };
  if (code !== "file-too-large") return { code: "platform-refused", details: {} };
  const mb = bytes === undefined ? `> ${FILE_LIMIT_MB}` : Math.ceil((bytes / BYTES_PER_MB) * 10) / 10;
  return { code, details: { mb, limit: FILE_LIMIT_MB } };
}

function known(details: AppError["details"]): Failure["details"] {
  return Object.fromEntries(
    Object.entries(details).filter((entry): entry is [string, string | number] => entry[1] !== undefined),
  );
}

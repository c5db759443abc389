/** Fetches a shared list and reads it, or says in a code why that cannot be done. */
import { FileRefData } from "../chat/features/import.ts";
import { ChatError } from "../chat/ports.ts";
import { AppError } from "../domain/errors.ts";
import { type CreatorImport, readCreators } from "../imports/read-creators.ts";
import { readTable } from "../imports/read-table.ts";
import { FILE_LIMIT_MB } from "../imports/table.ts";
import type { ListImport } from "../store/imports.ts";
import type { Ctx } from "./ctx.ts";
import type { Failure } from "./import-cards.ts";

const BYTES_PER_MB = 1024 * 1024;

/** @throws ChatError when the platform may answer later; whatever nobody expected */
export async function readList(ctx: Ctx, started: ListImport): Promise<CreatorImport | Failure> {
  const file = FileRefData.parse(started.file);
  const chat = ctx.chats[started.platform];
  if (chat === undefined) throw new Error(`The bot is not connected to ${started.platform}.`);
  try {
    const bytes = await chat.readFile(file, FILE_LIMIT_MB * BYTES_PER_MB);
    const list = await readCreators(await readTable(bytes, file.name));
    return list.rows === "creators" ? list : { code: "not-creators", details: {} };
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, details: known(error.details) };
    if (error instanceof ChatError && !error.retryable) return refusalOf(error, file.size);
    throw error;
  }
}

function refusalOf({ code }: ChatError, bytes: number | undefined): Failure {
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

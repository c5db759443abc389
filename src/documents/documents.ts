/** The bot's files, made by this room. */
import type { Documents } from "../chat/documents.ts";
import { writeBilingualDocument } from "./docx.ts";
import { writeWorkbook } from "./xlsx.ts";

export const documents: Documents = { workbook: writeWorkbook, bilingualDocument: writeBilingualDocument };

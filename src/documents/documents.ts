/** The bot's files, made by this room; what makes them is loaded with the first of them, not at the start. */
import type { Documents } from "../chat/documents.ts";

export const documents: Documents = {
  workbook: async (...given) => (await import("./xlsx.ts")).writeWorkbook(...given),
  bilingualDocument: async (...given) => (await import("./docx.ts")).writeBilingualDocument(...given),
};

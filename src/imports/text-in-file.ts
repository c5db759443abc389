/** What can be read in a stored file of the bot's own making: its text, or that of everything a DOCX or XLSX packs. */
import { repackZip } from "./unpack-zip.ts";

const ZIP_START = "PK";

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
};

/** @throws AppError "file-unreadable" for a damaged one */
export async function textInFile(content: Uint8Array): Promise<string> {
  const bytes = Buffer.from(content);
  const isPacked = bytes.subarray(0, 2).toString("latin1") === ZIP_START;
  const plain = (isPacked ? await repackZip(bytes, () => true) : bytes).toString("utf8");
  // a name may be cut by a change of font in the middle
  return plain
    .replace(/<[^>]*>/gu, "")
    .replace(/&(?:amp|lt|gt|quot|apos);/gu, (entity) => ENTITIES[entity] ?? entity);
}

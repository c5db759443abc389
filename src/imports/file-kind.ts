/** Tells what a file is by its first bytes, never by its name, and refuses what holds no table. */
import { AppError } from "../domain/errors.ts";
import { FILE_LIMIT_MB } from "./table.ts";

const BYTES_PER_MB = 1024 * 1024;

/** First bytes of files that people drop by mistake. */
const OTHER_FILES: readonly { reason: string; starts: readonly number[]; at?: number }[] = [
  { reason: "pdf", starts: [0x25, 0x50, 0x44, 0x46] },
  { reason: "picture", starts: [0x89, 0x50, 0x4e, 0x47] },
  { reason: "picture", starts: [0xff, 0xd8, 0xff] },
  { reason: "picture", starts: [0x47, 0x49, 0x46, 0x38] },
  { reason: "picture", starts: [0x57, 0x45, 0x42, 0x50], at: 8 },
  { reason: "picture", starts: [0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69, 0x63], at: 4 },
  { reason: "picture", starts: [0x66, 0x74, 0x79, 0x70, 0x61, 0x76, 0x69, 0x66], at: 4 },
  { reason: "picture", starts: [0x49, 0x49, 0x2a, 0x00] },
  { reason: "picture", starts: [0x4d, 0x4d, 0x00, 0x2a] },
  { reason: "word", starts: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
  { reason: "video", starts: [0x66, 0x74, 0x79, 0x70], at: 4 },
  { reason: "archive", starts: [0x52, 0x61, 0x72, 0x21] },
  { reason: "archive", starts: [0x37, 0x7a, 0xbc, 0xaf] },
  { reason: "archive", starts: [0x1f, 0x8b] },
];

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
/** The stream that an encrypted workbook keeps its content in, as OLE spells names. */
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");
/** What other programs of old keep in such a file. */
const OLD_FILES: readonly { reason: string; stream: Buffer }[] = [
  { reason: "word", stream: Buffer.from("WordDocument", "utf16le") },
  { reason: "slides", stream: Buffer.from("PowerPoint Document", "utf16le") },
];

/**
 * Decides how to read a file.
 * @returns "zip" for what may be an XLSX, "text" for what may be a CSV
 * @throws AppError "file-empty", "file-too-large" {mb, limit}, "file-unreadable" {reason: "password" | "old-excel"},
 *   "file-not-table" {reason: "pdf" | "picture" | "video" | "archive" | "word" | "slides"}
 */
export function fileKind(bytes: Uint8Array): "zip" | "text" {
  if (bytes.length === 0) throw new AppError("file-empty", { reason: "no-bytes" });
  if (bytes.length > FILE_LIMIT_MB * BYTES_PER_MB) {
    const mb = Math.ceil((bytes.length / BYTES_PER_MB) * 10) / 10;
    throw new AppError("file-too-large", { mb, limit: FILE_LIMIT_MB });
  }
  if (startsWith(bytes, ZIP)) return "zip";
  if (startsWith(bytes, EMPTY_ZIP)) throw new AppError("file-not-table", { reason: "archive" });
  if (startsWith(bytes, OLE)) {
    throw oldFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }
  if (isBitmap(bytes)) throw new AppError("file-not-table", { reason: "picture" });
  const other = OTHER_FILES.find(({ starts, at }) => startsWith(bytes, starts, at));
  if (other) throw new AppError("file-not-table", { reason: other.reason });
  return "text";
}

/** BM could begin a text as well; the zeros behind the size could not. */
function isBitmap(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x42, 0x4d]) && startsWith(bytes, [0, 0, 0, 0], 6);
}

function oldFile(bytes: Buffer): AppError {
  if (bytes.includes(ENCRYPTED)) return new AppError("file-unreadable", { reason: "password" });
  const other = OLD_FILES.find(({ stream }) => bytes.includes(stream));
  return other === undefined
    ? new AppError("file-unreadable", { reason: "old-excel" })
    : new AppError("file-not-table", { reason: other.reason });
}

/** What a ZIP is that holds no workbook which can be read. @param names of the files in it */
export function noWorkbook(names: readonly string[]): AppError {
  if (names.includes("xl/workbook.bin")) return new AppError("file-unreadable", { reason: "old-excel" });
  const has = (start: string) => names.some((name) => name.startsWith(start));
  const notTable = (reason: string) => new AppError("file-not-table", { reason });
  if (has("word/")) return notTable("word");
  if (has("ppt/")) return notTable("slides");
  if (names.some((name) => name.endsWith(".iwa"))) return notTable("numbers");
  return notTable(names.includes("mimetype") && names.includes("content.xml") ? "open-document" : "archive");
}

function startsWith(bytes: Uint8Array, starts: readonly number[], at = 0): boolean {
  return starts.every((byte, index) => bytes[at + index] === byte);
}

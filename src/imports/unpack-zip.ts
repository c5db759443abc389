/** Opens a ZIP within a budget, so that a small file cannot unfold into one that fills the memory. */
import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";
import { AppError } from "../domain/errors.ts";

const inflate = promisify(inflateRaw);

/** The most megabytes that the files in a ZIP may have together when unpacked. */
const UNPACKED_LIMIT_MB = 200;
const UNPACKED_LIMIT = UNPACKED_LIMIT_MB * 1024 * 1024;

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const FILE_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const FILE_BYTES = 30;
/** A ZIP's last record may be followed by a comment of up to this many bytes. */
const LONGEST_COMMENT = 0xffff;
/** A 32-bit size that says "look in the 64-bit field". */
const SEE_64_BIT = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  /** where the entry's own header begins */
  at: number;
}

/**
 * Lists a ZIP's files from its directory.
 * @throws AppError "file-unreadable" {reason: "damaged"}; "file-too-large" {mb, limit} if all files together would
 *   unpack to more than 200 MB
 */
export function listZip(zip: Buffer): Entry[] {
  return orDamaged(() => {
    const end = zip.lastIndexOf(littleEndian(END_SIGNATURE));
    if (end === -1 || end < zip.length - END_BYTES - LONGEST_COMMENT) throw damaged();
    const entries: Entry[] = [];
    let at = zip.readUInt32LE(end + 16);
    if (at === SEE_64_BIT) throw damaged();
    for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
      if (zip.readUInt32LE(at) !== ENTRY_SIGNATURE) throw damaged();
      entries.push(entryAt(zip, at));
      at += ENTRY_BYTES + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    }
    refuseBomb(entries.reduce((sum, entry) => sum + entry.unpacked, 0));
    return entries;
  });
}

/**
 * Repacks the wanted files of a ZIP without compression. Each is unpacked here against the size that the directory
 * promised, so what reads the answer meets no size that was not checked and no file that the directory hides.
 * @param wanted which of the names from the directory to take
 * @throws AppError "file-unreadable" {reason: "damaged"} if a file is not what the directory says
 */
export async function repackZip(zip: Buffer, wanted: (name: string) => boolean): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (const entry of listZip(zip).filter(({ name }) => wanted(name))) {
    const content = await unpack(zip, entry);
    parts.push(fileHeader(entry.name, content), content);
  }
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END_SIGNATURE, 0);
  return Buffer.concat([...parts, end]);
}

async function unpack(zip: Buffer, { method, packed, unpacked, at }: Entry): Promise<Buffer> {
  const content = orDamaged(() => {
    if (zip.readUInt32LE(at) !== FILE_SIGNATURE) throw damaged();
    const from = at + FILE_BYTES + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
    return zip.subarray(from, from + packed);
  });
  if (method !== STORED && method !== DEFLATED) throw damaged();
  // One byte of room more than promised: an entry that lies is caught there, whatever it would unfold to.
  const plain =
    method === STORED
      ? content
      : await inflate(content, { maxOutputLength: unpacked + 1 }).catch((cause: unknown) => {
          throw damaged(cause);
        });
  if (plain.length !== unpacked) throw damaged();
  return plain;
}

function entryAt(zip: Buffer, at: number): Entry {
  const nameLength = zip.readUInt16LE(at + 28);
  const extraAt = at + ENTRY_BYTES + nameLength;
  const extra = zip.subarray(extraAt, extraAt + zip.readUInt16LE(at + 30));
  const [unpacked = 0, packed = 0, own = 0] = wideSizes(
    [zip.readUInt32LE(at + 24), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)],
    extra,
  );
  const name = zip.toString("utf8", at + ENTRY_BYTES, extraAt);
  return { name, method: zip.readUInt16LE(at + 10), packed, unpacked, at: own };
}

/** Takes from the 64-bit extra field, in order, the sizes that do not stand in their 32-bit places. */
function wideSizes(sizes: number[], extra: Buffer): number[] {
  if (!sizes.includes(SEE_64_BIT)) return sizes;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    return sizes.map((size) => {
      if (size !== SEE_64_BIT) return size;
      const wide = Number(extra.readBigUInt64LE(next));
      next += 8;
      return wide;
    });
  }
  throw damaged();
}

function fileHeader(name: string, content: Buffer): Buffer {
  const nameBytes = Buffer.from(name, "utf8");
  const header = Buffer.alloc(FILE_BYTES);
  header.writeUInt32LE(FILE_SIGNATURE, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt32LE(crc32(content), 14);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(nameBytes.length, 26);
  return Buffer.concat([header, nameBytes]);
}

function littleEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function refuseBomb(unpacked: number): void {
  if (unpacked <= UNPACKED_LIMIT) return;
  const mb = Math.ceil(unpacked / 1024 / 1024);
  throw new AppError("file-too-large", { mb, limit: UNPACKED_LIMIT_MB, reason: "unpacked" });
}

function damaged(cause?: unknown): AppError {
  return new AppError("file-unreadable", { reason: "damaged" }, { cause });
}

/** A place outside the file, which a cut-off ZIP points to, is damage too. */
function orDamaged<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof RangeError ? damaged(error) : error;
  }
}

/** Packs files one after the other into a ZIP while they are made: only what is packed stays in memory. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, createDeflateRaw } from "node:zlib";

export interface ZipEntry {
  path: string;
  /** in pieces, made when they are asked for */
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

interface Packed {
  name: Buffer;
  parts: readonly Buffer[];
  packedBytes: number;
  bytes: number;
  checksum: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 2.0: the first version with folders and deflate. */
const VERSION = 20;
const NAMES_IN_UTF8 = 0x0800;
const DEFLATE = 8;
/** Half of the time of the usual level, for a tenth more bytes. */
const LEVEL = 3;
/** 1 January 1980, 00:00, the first moment a ZIP can name: the same content gives the same bytes at any time. */
const DATE = 0x0021;

/** @throws Error where a file, or all of them, come to 4 GB and more: this writer keeps to what every reader knows */
export async function zip(entries: readonly ZipEntry[]): Promise<Uint8Array> {
  const written: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const packed = await pack(entry);
    const head = localHeader(packed);
    directory.push(centralHeader(packed, at));
    written.push(head, packed.name, ...packed.parts);
    at += head.length + packed.name.length + packed.packedBytes;
    directory.push(packed.name);
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([...written, ...directory, endOf(entries.length, length, at)]);
}

/** Packing itself runs in Node's own threads. */
async function pack({ path, content }: ZipEntry): Promise<Packed> {
  const parts: Buffer[] = [];
  let [bytes, packedBytes, checksum] = [0, 0, 0];
  const counted = async function* () {
    for await (const piece of content) {
      bytes += piece.length;
      checksum = crc32(piece, checksum);
      yield piece;
    }
  };
  await pipeline(
    Readable.from(counted(), { objectMode: false }),
    createDeflateRaw({ level: LEVEL }),
    async (packed: AsyncIterable<Buffer>) => {
      for await (const part of packed) {
        parts.push(part);
        packedBytes += part.length;
      }
    },
  );
  return { name: Buffer.from(path), parts, packedBytes, bytes, checksum };
}

function localHeader({ name, packedBytes, bytes, checksum }: Packed): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(LOCAL, 0);
  writeShared(head, 4, { name, packedBytes, bytes, checksum });
  return head;
}

function centralHeader(packed: Packed, at: number): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(CENTRAL, 0);
  head.writeUInt16LE(VERSION, 4);
  writeShared(head, 6, packed);
  head.writeUInt32LE(at, 42);
  return head;
}

/** What both headers of a file say alike. */
function writeShared(
  head: Buffer,
  at: number,
  { name, packedBytes, bytes, checksum }: Omit<Packed, "parts">,
): void {
  head.writeUInt16LE(VERSION, at);
  head.writeUInt16LE(NAMES_IN_UTF8, at + 2);
  head.writeUInt16LE(DEFLATE, at + 4);
  head.writeUInt16LE(DATE, at + 8);
  head.writeUInt32LE(checksum, at + 10);
  head.writeUInt32LE(packedBytes, at + 14);
  head.writeUInt32LE(bytes, at + 18);
  head.writeUInt16LE(name.length, at + 22);
}

function endOf(entries: number, length: number, at: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return end;
}

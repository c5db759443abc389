/** Opens what the document writers wrote, with Node's own inflate. */
import { inflateRawSync } from "node:zlib";

/** The files of an archive by their paths, as text. */
export function unzip(bytes: Uint8Array): Map<string, string> {
  const zip = Buffer.from(bytes);
  const files = new Map<string, string>();
  let entry = zip.readUInt32LE(zip.length - 22 + 16);
  for (let count = zip.readUInt16LE(zip.length - 22 + 10); count > 0; count -= 1) {
    const nameLength = zip.readUInt16LE(entry + 28);
    const own = zip.readUInt32LE(entry + 42);
    const from = own + 30 + zip.readUInt16LE(own + 26) + zip.readUInt16LE(own + 28);
    const packed = zip.subarray(from, from + zip.readUInt32LE(entry + 20));
    const plain = zip.readUInt16LE(entry + 10) === 0 ? packed : inflateRawSync(packed);
    files.set(zip.toString("utf8", entry + 46, entry + 46 + nameLength), plain.toString("utf8"));
    entry += 46 + nameLength + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
  }
  return files;
}

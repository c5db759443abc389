/** Takes the time of writing out of a ZIP, so that the same content gives the same bytes. */

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
/** 1 January 1980, 00:00: the first moment a ZIP can name. */
const FIRST_TIME = 0;
const FIRST_DATE = 0x0021;

/**
 * @param zip an archive without a comment, as the document libraries write it; not changed
 * @returns the same archive with every entry dated 1 January 1980
 */
export function sealZip(zip: Uint8Array): Uint8Array {
  const sealed = Buffer.from(zip);
  const end = sealed.length - END_BYTES;
  if (end < 0 || sealed.readUInt32LE(end) !== END_SIGNATURE)
    throw new Error("the archive has no directory at its end");
  let entry = sealed.readUInt32LE(end + 16);
  for (let count = sealed.readUInt16LE(end + 10); count > 0; count -= 1) {
    const own = sealed.readUInt32LE(entry + 42);
    for (const at of [entry + 12, own + 10]) {
      sealed.writeUInt16LE(FIRST_TIME, at);
      sealed.writeUInt16LE(FIRST_DATE, at + 2);
    }
    entry +=
      ENTRY_BYTES +
      sealed.readUInt16LE(entry + 28) +
      sealed.readUInt16LE(entry + 30) +
      sealed.readUInt16LE(entry + 32);
  }
  return sealed;
}

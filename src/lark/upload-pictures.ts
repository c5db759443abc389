/** Brings the pictures of a card into Lark before the card: once a picture, as long as the bot runs. */
import type { Pictures } from "../chat/ports.ts";
import { toChatError } from "./chat-error.ts";
import type { CallLark } from "./client.ts";
import { LIMITS } from "./limits.ts";
import type { Log } from "./log.ts";
import type { PictureKeys } from "./sheet.ts";

/** Pictures remembered; beyond, the oldest is uploaded again, which harms nothing. */
const REMEMBERED = 500;

/**
 * @returns a function that answers under which key Lark has each picture; one that Lark does not take is left out, and
 * the card shows its description. Trouble that may pass is thrown.
 */
export function createPictureUpload(call: CallLark, log: Log) {
  const known = new Map<string, string>();
  return async (pictures: Pictures | undefined): Promise<PictureKeys> => {
    const keys = new Map<string, string>();
    for (const [id, { name, bytes }] of pictures ?? []) {
      const key = known.get(id) ?? (await upload(call, name, bytes, log));
      if (key === undefined) continue;
      keys.set(id, key);
      known.set(id, key);
      if (known.size > REMEMBERED) known.delete([...known.keys()][0] ?? id);
    }
    return keys;
  };
}

async function upload(
  call: CallLark,
  name: string,
  bytes: Uint8Array,
  log: Log,
): Promise<string | undefined> {
  if (bytes.length === 0 || bytes.length > LIMITS.imageBytes) {
    log.warn({ name, bytes: bytes.length }, "Lark takes no such picture; the card shows its description.");
    return undefined;
  }
  try {
    const answer = await call((client) =>
      client.im.v1.image.create({ data: { image_type: "message", image: Buffer.from(bytes) } }),
    );
    return answer?.image_key;
  } catch (error) {
    const trouble = toChatError(error);
    if (trouble.retryable) throw trouble;
    log.warn({ err: trouble, name }, "Lark took no picture; the card shows its description.");
    return undefined;
  }
}

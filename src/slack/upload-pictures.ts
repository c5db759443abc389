/** Brings the pictures of a card into Slack before the card: once a picture, as long as the bot runs. */
import type { webApi } from "@slack/bolt";
import type { Pictures } from "../chat/ports.ts";
import type { PictureFiles } from "./drawing.ts";
import { uploadPicture } from "./files.ts";
import type { Log } from "./log.ts";
import { mapError } from "./map-error.ts";

/** Pictures remembered; beyond, the oldest is uploaded again, which harms nothing. */
const REMEMBERED = 500;

/**
 * @returns a function that answers which file shows each picture; one that Slack does not take is left out, and the
 * card shows its description. Trouble that may pass is thrown.
 */
export function createPictureUpload(client: webApi.WebClient, log: Log) {
  const known = new Map<string, string>();
  return async (pictures: Pictures | undefined): Promise<PictureFiles> => {
    const files = new Map<string, string>();
    for (const [id, { name, bytes }] of pictures ?? []) {
      const file = known.get(id) ?? (await upload(client, name, bytes, log));
      if (file === undefined) continue;
      files.set(id, file);
      known.set(id, file);
      if (known.size > REMEMBERED) known.delete([...known.keys()][0] ?? id);
    }
    return files;
  };
}

async function upload(
  client: webApi.WebClient,
  name: string,
  bytes: Uint8Array,
  log: Log,
): Promise<string | undefined> {
  try {
    return await uploadPicture(client, name, bytes);
  } catch (error) {
    const trouble = mapError(error);
    if (trouble.retryable) throw trouble;
    log.warn({ err: trouble, name }, "Slack took no picture; the card goes out with its description");
    return undefined;
  }
}

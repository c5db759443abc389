/** Files to and from Slack: upload in three steps, download with the bot's token up to a limit. */
import { setTimeout as pause } from "node:timers/promises";
import type { webApi } from "@slack/bolt";
import { ChatError, type FilePosting, type FileRef } from "../chat/ports.ts";
import { httpError, mapError } from "./map-error.ts";
import { escapeText } from "./write-spans.ts";

/** How long the bytes of one file may take, in ms. */
const TRANSFER_MS = 60_000;
/** How often, and how many ms apart, the bot asks whether Slack knows a picture yet. */
const LOOKS = 5;
const LOOK_MS = 500;

/** Shares a file in `channel`, in the posting's thread if it has one, with its line of text. */
export async function uploadFile(
  client: webApi.WebClient,
  posting: FilePosting,
  channel: string,
): Promise<void> {
  const { name, bytes, text, to } = posting;
  const id = await uploadBytes(client, name, bytes);
  await posting.begin?.(id);
  const share = {
    files: [{ id, title: name }] as [{ id: string; title: string }],
    channel_id: channel,
    ...(text === "" ? {} : { initial_comment: escapeText(text) }),
  };
  const thread = to.onlyFor === undefined ? to.thread : undefined;
  await client.files.completeUploadExternal(thread === undefined ? share : { ...share, thread_ts: thread });
}

/** Brings a picture into Slack, shared nowhere, for the image blocks of the bot's own messages. */
export async function uploadPicture(
  client: webApi.WebClient,
  name: string,
  bytes: Uint8Array,
): Promise<string> {
  const id = await uploadBytes(client, name, bytes);
  await client.files.completeUploadExternal({ files: [{ id, title: name }] });
  // Slack looks at a picture some time after it took it, and refuses blocks that show it earlier
  for (let look = 0; look < LOOKS; look += 1) {
    const { file } = await client.files.info({ file: id });
    if (file?.mimetype !== undefined && file.mimetype !== "") break;
    await pause(LOOK_MS);
  }
  return id;
}

/** The first two of the three steps; the third says what the file is for. */
async function uploadBytes(client: webApi.WebClient, name: string, bytes: Uint8Array): Promise<string> {
  const place = await client.files.getUploadURLExternal({ filename: name, length: bytes.byteLength });
  if (place.upload_url === undefined || place.file_id === undefined) {
    throw new ChatError("refused", "Slack gave no place for the file");
  }
  const response = await fetch(place.upload_url, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: Buffer.from(bytes),
    signal: AbortSignal.timeout(TRANSFER_MS),
  });
  if (!response.ok) throw httpError(response);
  return place.file_id;
}

/**
 * Whether a file whose answer was lost is on its way to its channel: Slack knows only files whose upload was completed,
 * and completing names the channel. The message itself may come some time later.
 * @throws ChatError that keeps the file in doubt when Slack cannot be asked
 */
export async function isShared(client: webApi.WebClient, fileId: string): Promise<boolean> {
  try {
    await client.files.info({ file: fileId });
    return true;
  } catch (error) {
    const trouble = mapError(error);
    if (trouble.code === "file-not-found") return false;
    throw trouble.inDoubt();
  }
}

/**
 * @param limitBytes the download ends with "file-too-large" as soon as it goes over
 * @throws ChatError "file-not-found" when the file is deleted, or kept outside of Slack
 */
export async function downloadFile(
  client: webApi.WebClient,
  token: string,
  file: FileRef,
  limitBytes: number,
): Promise<Uint8Array> {
  const { file: info } = await client.files.info({ file: file.id });
  const url = info?.url_private_download ?? info?.url_private;
  if (info === undefined || url === undefined || info.mode === "tombstone") {
    throw new ChatError("file-not-found", `File ${file.id} is no longer in Slack`);
  }
  if (info.is_external === true || !isSlackHost(url, client.slackApiUrl)) {
    // the token must not travel to another company's server
    throw new ChatError("file-not-found", `File ${file.id} is kept outside of Slack`);
  }
  if ((info.size ?? 0) > limitBytes) throw tooLarge(limitBytes);
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(TRANSFER_MS),
  });
  if (response.status === 404) throw new ChatError("file-not-found", `File ${file.id} is no longer in Slack`);
  if (!response.ok) throw httpError(response);
  if (isLoginPage(response, info.mimetype)) {
    throw new ChatError("not-authorised", "Slack asks to log in: the app lacks the scope files:read");
  }
  return await readUpTo(response, limitBytes);
}

async function readUpTo(response: Response, limitBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > limitBytes) throw tooLarge(limitBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Without the right scope Slack answers 200 with the page of its login. */
function isLoginPage(response: Response, mimetype: string | undefined): boolean {
  return (response.headers.get("content-type") ?? "").startsWith("text/html") && mimetype !== "text/html";
}

function isSlackHost(url: string, apiUrl: string): boolean {
  const { hostname, host } = new URL(url);
  return hostname === "slack.com" || hostname.endsWith(".slack.com") || host === new URL(apiUrl).host;
}

function tooLarge(limitBytes: number): ChatError {
  return new ChatError("file-too-large", `The file is over ${limitBytes} bytes`);
}

/** Files out and in: upload and send, download up to a limit. */
import { ChatError, type FilePosting, type FileRef, type MessageRef } from "../chat/ports.ts";
import type { ChatDirectory } from "./chat-directory.ts";
import { toChatError } from "./chat-error.ts";
import type { CallLark } from "./client.ts";
import { plainly } from "./escape-markdown.ts";
import { findMessage } from "./find-message.ts";
import { LIMITS } from "./limits.ts";
import type { createSender } from "./send-message.ts";

type FileType = "opus" | "mp4" | "pdf" | "doc" | "xls" | "ppt" | "stream";

const TYPES: Readonly<Record<string, FileType>> = {
  opus: "opus",
  mp4: "mp4",
  pdf: "pdf",
  doc: "doc",
  docx: "doc",
  xls: "xls",
  xlsx: "xls",
  ppt: "ppt",
  pptx: "ppt",
};

/** Uploads the bytes and sends them; the line of text follows as a message of its own, since a file carries none. */
export async function postFile(
  call: CallLark,
  chats: ChatDirectory,
  send: ReturnType<typeof createSender>,
  posting: FilePosting,
): Promise<MessageRef> {
  const { to, text, key } = posting;
  const sent = (await findShared(call, chats, posting)) ?? (await share(call, send, posting));
  if (text.trim() !== "") await send(to, { type: "post", content: postOf(text), key: `${key}:text` });
  return sent;
}

/** A file of an earlier try, by the key it was uploaded under: Lark's `uuid` is good for an hour, this is for ever. */
async function findShared(
  call: CallLark,
  chats: ChatDirectory,
  { begun, to, since }: FilePosting,
): Promise<MessageRef | undefined> {
  if (begun === undefined || since === undefined) return undefined;
  try {
    return await findMessage(call, chats, begun, to, since);
  } catch (error) {
    throw toChatError(error).inDoubt();
  }
}

async function share(
  call: CallLark,
  send: ReturnType<typeof createSender>,
  { to, name, bytes, key, begin }: FilePosting,
): Promise<MessageRef> {
  if (bytes.length === 0) throw new ChatError("refused", `${name} is empty: Lark takes no empty file.`);
  if (bytes.length > LIMITS.fileBytes) {
    throw new ChatError(
      "file-too-large",
      `${name} has ${bytes.length} bytes, Lark takes ${LIMITS.fileBytes}.`,
    );
  }
  const file = Buffer.from(bytes);
  const uploaded = await call((client) =>
    client.im.v1.file.create({ data: { file_type: typeOf(name), file_name: name, file } }),
  );
  const fileKey = uploaded?.file_key;
  if (fileKey === undefined)
    throw new ChatError("unreachable", "Lark's answer names no file.", { retryable: true });
  await begin?.(fileKey);
  return await send(to, { type: "file", content: JSON.stringify({ file_key: fileKey }), key });
}

/** @throws ChatError "file-not-found", or "file-too-large" as soon as more than `limitBytes` have come */
export async function readFile(call: CallLark, file: FileRef, limitBytes: number): Promise<Uint8Array> {
  const { id, message } = file;
  if (message === undefined)
    throw new ChatError("file-not-found", "A file on Lark is read through its message.");
  const tooLarge = () => new ChatError("file-too-large", `${file.name} has more than ${limitBytes} bytes.`);
  if (file.size !== undefined && file.size > limitBytes) throw tooLarge();
  const answer = await call((client) =>
    client.im.v1.messageResource.get({
      path: { message_id: message, file_key: id },
      params: { type: id.startsWith("img_") ? "image" : "file" },
    }),
  );
  return await collect(answer.getReadableStream(), limitBytes, tooLarge);
}

async function collect(
  stream: AsyncIterable<Uint8Array>,
  limitBytes: number,
  tooLarge: () => ChatError,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      // leaving the loop closes the download
      if (size > limitBytes) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof ChatError
      ? error
      : new ChatError("unreachable", "The download broke off.", {
          retryable: true,
          cause: toChatError(error),
        });
  }
  return Buffer.concat(chunks);
}

const typeOf = (name: string): FileType => TYPES[name.split(".").at(-1)?.toLowerCase() ?? ""] ?? "stream";

/** A rich text of one plain run: unlike a text message it reads no tags out of what people wrote. */
function postOf(text: string): string {
  const content = plainly(text)
    .split("\n")
    .map((line) => [{ tag: "text", text: line }]);
  return JSON.stringify({ zh_cn: { content }, en_us: { content } });
}

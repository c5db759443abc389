/** Lark has no menu on messages: who answers somebody's file with a command means that file. */
import type { Inbound } from "../chat/inbound.ts";
import { ChatError, type FileRef } from "../chat/ports.ts";
import type { CallLark } from "./client.ts";
import { parseRecord, recordAt, stringAt } from "./json.ts";

/**
 * @param event the flattened `im.message.receive_v1` that became `inbound`
 * @returns `inbound`, with the file of the message it answers where that has one
 */
export async function withAnsweredFile(
  call: CallLark,
  event: Record<string, unknown>,
  inbound: Inbound | undefined,
): Promise<Inbound | undefined> {
  const parent = stringAt(recordAt(event, "message"), "parent_id");
  if (inbound?.body.kind !== "line" || parent === undefined || parent === "") return inbound;
  const file = await fileOf(call, parent);
  return file === undefined ? inbound : { ...inbound, body: { ...inbound.body, file } };
}

/** Undefined also when Lark does not show the message now: the line counts without it. */
async function fileOf(call: CallLark, message: string): Promise<FileRef | undefined> {
  try {
    const { data } = await call((client) => client.im.v1.message.get({ path: { message_id: message } }));
    const item = data?.items?.[0];
    if (item?.msg_type !== "file" || item.deleted === true) return undefined;
    const content = parseRecord(item.body?.content ?? "");
    const id = stringAt(content, "file_key");
    return id === undefined
      ? undefined
      : { platform: "lark", id, name: stringAt(content, "file_name") ?? id, message };
  } catch (error) {
    if (error instanceof ChatError) return undefined;
    throw error;
  }
}

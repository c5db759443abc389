/** A message in one line, for the list of chats and for a quoted reply. */
import type { Words } from "../words/words.ts";
import type { LarkMessage } from "./shapes.ts";

export function summaryOf(message: LarkMessage, words: Words): string {
  if (message.deleted === true) return words.recalled;
  if (message.card) return message.card.header?.title.content ?? message.card.config?.summary?.content ?? "";
  if (message.file)
    return message.file.mime.startsWith("image/") ? words.picture : `${words.file} ${message.file.name}`;
  return message.text ?? "";
}

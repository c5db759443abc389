/** Slack's shortcuts as calls: the callback id names the command, a message's text or file is what the command is about. */
import { z } from "zod";
import type { Inbound, Where } from "../chat/inbound.ts";
import type { FileRef } from "../chat/ports.ts";
import { SHORTCUTS } from "../chat/shortcuts.ts";
import { instantOf, isDirect, threadOf, triggerKey } from "./read-inbound.ts";
import { readText } from "./read-text.ts";

const Message = z.object({
  ts: z.string(),
  thread_ts: z.string().optional(),
  text: z.string().default(""),
  files: z
    .array(z.object({ id: z.string(), name: z.string().nullish(), size: z.number().optional() }))
    .default([]),
});

const Shortcut = z.object({
  callback_id: z.string(),
  user: z.object({ id: z.string() }),
  trigger_id: z.string(),
  action_ts: z.string(),
  /** these three only for a shortcut on a message */
  channel: z.object({ id: z.string() }).optional(),
  message: Message.optional(),
  response_url: z.string().optional(),
});

/** @param body of a global or a message shortcut; one from anywhere is answered in the private chat */
export function readShortcut(body: unknown): Inbound | undefined {
  const { success, data } = Shortcut.safeParse(body);
  if (!success) return undefined;
  const { message, trigger_id: trigger } = data;
  return {
    platform: "slack",
    eventKey: triggerKey("shortcut", trigger),
    happenedAt: instantOf(data.action_ts),
    user: data.user.id,
    where: whereOf(data),
    body: {
      kind: "click",
      command: data.callback_id,
      input: message === undefined ? {} : inputOf(data.callback_id, message),
    },
  };
}

/** The bot vets one list at a time: of several files the first table, else the first of all. */
function inputOf(command: string, { text, files }: z.output<typeof Message>): Record<string, unknown> {
  const takes = SHORTCUTS.find((one) => one.type === "message" && one.command === command)?.takes;
  if (takes === "text") return { text: readText(text) };
  const file = files.find(({ name }) => /\.(?:csv|tsv|txt|xlsx?|xlsm)$/iu.test(name ?? "")) ?? files[0];
  if (takes !== "file" || file === undefined) return {};
  const ref: FileRef = { platform: "slack", id: file.id, name: file.name ?? file.id, size: file.size };
  return { file: JSON.stringify(ref) };
}

function whereOf({
  channel,
  message,
  user,
  response_url: responseUrl,
  trigger_id: trigger,
}: z.output<typeof Shortcut>): Where {
  if (channel === undefined) return { platform: "slack", chat: user.id, chatKind: "direct", trigger };
  return {
    platform: "slack",
    chat: channel.id,
    chatKind: isDirect(channel.id) ? "direct" : "group",
    thread: message === undefined ? undefined : threadOf(message.thread_ts, message.ts),
    responseUrl,
    trigger,
  };
}

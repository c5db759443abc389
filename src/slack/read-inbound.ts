/** Slack's commands, clicks and submissions as the bot's own `Inbound`; what the bot does not know is undefined. */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Inbound, Where } from "../chat/inbound.ts";
import { decodeCall } from "./draw-buttons.ts";
import { FORM_CALLBACK } from "./draw-form.ts";
import { readText } from "./read-text.ts";

const Command = z.object({
  command: z.string(),
  text: z.string().default(""),
  user_id: z.string(),
  channel_id: z.string(),
  channel_name: z.string().default(""),
  response_url: z.string().optional(),
  trigger_id: z.string(),
});

/** @param body of a slash command, whichever command it is */
export function readCommand(body: unknown): Inbound | undefined {
  const { success, data } = Command.safeParse(body);
  if (!success) return undefined;
  const { channel_id: chat, trigger_id: trigger } = data;
  const direct = data.channel_name === "directmessage" || isDirect(chat);
  return {
    platform: "slack",
    eventKey: triggerKey("command", trigger),
    user: data.user_id,
    where: {
      platform: "slack",
      chat,
      chatKind: direct ? "direct" : "group",
      responseUrl: data.response_url,
      trigger,
    },
    body: {
      kind: "line",
      text: readText(`${data.command.replace(/^\//, "")} ${data.text}`).trim(),
      slash: true,
    },
  };
}

const Actions = z.tuple([z.object({ type: z.literal("button"), value: z.string(), action_ts: z.string() })]);

const Click = z.object({
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }),
  container: z.object({
    is_ephemeral: z.boolean().optional(),
    message_ts: z.string(),
    thread_ts: z.string().optional(),
  }),
  response_url: z.string().optional(),
  trigger_id: z.string(),
  actions: Actions,
});

const HomeClick = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({ type: z.literal("home") }),
  trigger_id: z.string(),
  actions: Actions,
});

/** @param body of a block action; only buttons in messages and on the home carry calls */
export function readClick(body: unknown): Inbound | undefined {
  return readMessageClick(body) ?? readHomeClick(body);
}

function readMessageClick(body: unknown): Inbound | undefined {
  const { success, data } = Click.safeParse(body);
  const call = success ? decodeCall(data.actions[0].value) : undefined;
  if (!success || call === undefined) return undefined;
  const { container, channel, trigger_id: trigger } = data;
  const where: Where = {
    platform: "slack",
    chat: channel.id,
    chatKind: isDirect(channel.id) ? "direct" : "group",
    thread: threadOf(container.thread_ts, container.message_ts),
    // Slack keeps no ephemeral message, so nobody can update one
    message: container.is_ephemeral === true ? undefined : { chat: channel.id, id: container.message_ts },
    responseUrl: data.response_url,
    trigger,
  };
  return {
    platform: "slack",
    eventKey: triggerKey("click", trigger),
    happenedAt: instantOf(data.actions[0].action_ts),
    user: data.user.id,
    where,
    body: { kind: "click", ...call },
  };
}

/** A home belongs to one person: what comes of its buttons goes to their private chat. */
function readHomeClick(body: unknown): Inbound | undefined {
  const { success, data } = HomeClick.safeParse(body);
  const call = success ? decodeCall(data.actions[0].value) : undefined;
  if (!success || call === undefined) return undefined;
  return {
    platform: "slack",
    eventKey: triggerKey("click", data.trigger_id),
    happenedAt: instantOf(data.actions[0].action_ts),
    user: data.user.id,
    where: { platform: "slack", chat: data.user.id, chatKind: "direct", trigger: data.trigger_id },
    body: { kind: "click", ...call },
  };
}

const StateValue = z.object({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
});

const Submission = z.object({
  user: z.object({ id: z.string() }),
  trigger_id: z.string(),
  view: z.object({
    callback_id: z.literal(FORM_CALLBACK),
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), StateValue)) }),
  }),
});

const FormMemory = z.object({
  w: z.object({
    chat: z.string(),
    chatKind: z.enum(["direct", "group"]),
    thread: z.string().optional(),
    responseUrl: z.string().optional(),
  }),
});

/** @param body of a submitted modal; empty fields are left out of `values` */
export function readSubmission(body: unknown): Inbound | undefined {
  const { success, data } = Submission.safeParse(body);
  if (!success) return undefined;
  const { private_metadata: memory, state } = data.view;
  const call = decodeCall(memory);
  if (call === undefined) return undefined;
  const { w: where } = FormMemory.parse(JSON.parse(memory));
  return {
    platform: "slack",
    eventKey: triggerKey("submission", data.trigger_id),
    user: data.user.id,
    where: { platform: "slack", ...where, trigger: data.trigger_id },
    body: { kind: "submission", ...call, values: valuesOf(state.values) },
  };
}

/** An instant in ISO 8601 from Slack's seconds with decimals, such as `1767225600.000100`. */
export function instantOf(ts: string): string {
  return new Date(Math.floor(Number(ts) * 1_000)).toISOString();
}

/** Ids of private chats begin with D. */
export function isDirect(channel: string): boolean {
  return channel.startsWith("D");
}

/** A message that only began a thread carries its own ts there: it is not in a thread. */
export function threadOf(threadTs: string | undefined, ts: string): string | undefined {
  return threadTs === ts ? undefined : threadTs;
}

/** Slack sends the same trigger with every delivery of one action, and never reuses it. */
export function triggerKey(kind: "command" | "click" | "submission" | "shortcut", trigger: string): string {
  return `slack-${kind}:${createHash("sha256").update(trigger).digest("hex")}`;
}

function valuesOf(
  blocks: Record<string, Record<string, z.output<typeof StateValue>>>,
): Record<string, string> {
  const values: Record<string, string> = {};
  for (const elements of Object.values(blocks)) {
    for (const [name, state] of Object.entries(elements)) {
      const value = state.value ?? state.selected_date ?? state.selected_time ?? state.selected_option?.value;
      if (value !== undefined && value !== "") values[name] = value;
    }
  }
  return values;
}
